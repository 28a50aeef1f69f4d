#pragma once

#include <string>
#include <vector>

#include "confluence/page_mark.h"
#include "operations/page_standing.h"
#include "operations/publish_output.h"

namespace git_session {

/// An output made ready to be a page, with all that names it.
struct PageSource {
  Session session;
  PreparedPage page;
  std::string storage;        ///< with the footer
  std::string key;            ///< of the footer
  confluence::PageMark mark;  ///< version and hash are the page's, and not known yet
  std::vector<std::string> labels;
};

/// Throws as prepare_page() does, and SecretsFound.
PageSource prepare_source(const Workspace& workspace, const SessionLocation& location,
                          const PublishSite& site, const PublishRequest& request);

/// Names the text of a page, however the server spells it, without the footer of that key.
std::string hash_of_page(const Workspace& workspace, const std::string& storage,
                         const std::string& key);

}  // namespace git_session
