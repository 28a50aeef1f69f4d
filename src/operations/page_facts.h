#pragma once

#include <string>

#include "operations/page_publication.h"
#include "operations/page_standing.h"

namespace git_session {

/// Whether storage format from a server can be read: an old editor may have left what is no XML.
bool is_readable(const std::string& storage);

/// What a page says of itself; `key` is that of the footer that it may have.
PageFacts read_facts(const Workspace& workspace, const confluence::RemotePage& page,
                     const std::string& key);

/// What the ledgers and the history of the branch say of an output and the page it is to be on.
/// `workspace` must outlive the result.
KnownPage known_page(const Workspace& workspace, const SessionLocation& location,
                     const PublishSite& site, const PageSource& source, const std::string& page_id);

}  // namespace git_session
