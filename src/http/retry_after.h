#pragma once

#include <chrono>
#include <optional>

#include "http/http_client.h"

namespace git_session {

/// How long the server asks us to wait: the header Retry-After, seconds or a date, the latter
/// counted from the header Date, so that our own clock need not be right. nullopt when it does not
/// ask, or not so that it makes sense; never negative.
std::optional<std::chrono::seconds> retry_after(const HttpResponse& response);

}  // namespace git_session
