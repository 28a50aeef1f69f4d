#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/http_client.h"

namespace git_session {

/// The id in what a Cloud site answers to `GET /_edge/tenant_info`; nullopt when there is none:
/// 1 to 64 letters, digits and hyphens.
std::optional<std::string> read_cloud_id(std::string_view tenant_info);

/// Whether an answer means that the login was not right: 401, or what the newer API of Cloud says
/// then, a 404 titled just "Not Found" (of what is not there it gives the name).
bool is_login_refused(const HttpResponse& response);

}  // namespace git_session
