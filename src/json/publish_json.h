#pragma once

#include <vector>

#include "json/json.h"
#include "operations/check_site.h"
#include "operations/publish_outputs.h"

namespace git_session {

/// What `promote --publish` prints: the session and `outputs`, each with its `result`.
Json published_root(const Session& session, const std::vector<PublishedOutput>& outputs,
                    bool is_dry_run);
/// What `promote --check` prints: `site` and `checks`.
Json site_check_root(const std::string& site_address, const std::vector<SiteCheck>& checks);

/// The shapes of these two.
Json published_schema();
Json site_check_schema();

}  // namespace git_session
