#pragma once

#include <string>
#include <string_view>

#include "markdown/node.h"

namespace git_session::confluence {

/// A box in colour: info is blue, tip green, note yellow, warning red.
struct Panel {
  std::string_view macro;
  std::string title = {};  ///< shown above the content; empty: none
};

/// Of an alert (GitHub's five words) or of one of MkDocs' admonitions; a word that is not known is
/// shown as the title.
Panel panel_of(const markdown::Node& block);

/// Makes alerts of the quotes of a document that GitLab shows as such: they begin with
/// `[!note] A title` or `FLAG:`.
void read_gitlab_alerts(markdown::Node& document);

}  // namespace git_session::confluence
