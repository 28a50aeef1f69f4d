#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "confluence/page_mark.h"

namespace git_session {

/// Whose the text of a page is.
enum class PageStanding {
  ours,                 ///< as we left it
  changed,              ///< somebody changed it since
  published_elsewhere,  ///< published by git-session from content that this repository has not
  foreign               ///< it was never made from this output
};

/// What this repository knows of a page and of the output that is to be on it.
struct KnownPage {
  std::string page_id;
  std::string session_id;
  std::string file;
  bool was_published = false;  ///< our ledger says that the output was published to the page
  /// Whether the branch has, or had, that content of the output; also by the first digits.
  std::function<bool(const std::string& blob)> has_blob;
  std::string hash;  ///< of the page that would be written
};

/// A page as it was read from the server.
struct PageFacts {
  int64_t version = 0;
  std::string hash;  ///< of its text without our footer
  std::string version_message;
  std::optional<confluence::PageMark> mark;
  bool has_footer = false;  ///< the one that names this output
};

/// Decides whether a page can be written without losing what somebody else wrote. Only the page
/// itself can say that its text is ours, by its property, the message of its version, or our footer
/// in its first version: a ledger comes by `git pull`, and could name any page.
PageStanding standing_of(const PageFacts& page, const KnownPage& known);

/// The id (or the start of it) of what was sent to become the page's present text; empty when the
/// page does not say.
std::string sent_for(const PageFacts& page, const KnownPage& known);

}  // namespace git_session
