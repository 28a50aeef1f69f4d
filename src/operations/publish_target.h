#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/promotion.h"
#include "operations/publish_output.h"

namespace git_session {

/// The last publication of an output to each page of a site, the newest first.
std::vector<Promotion> publications_of(const Workspace& workspace, const std::string& session_id,
                                       const std::string& file, const std::string& site_address);

/// The page that a target means: what the command line says, else where the output was published
/// before, else a new page in the space that the settings name for its project or team. `page_id`
/// is empty for a new page. Throws as publish_output() says.
PublishTarget settle_target(const Workspace& workspace, const Session& session,
                            const std::string& file, const PublishSite& site,
                            const PublishTarget& asked);

}  // namespace git_session
