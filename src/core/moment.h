#pragma once

#include <string_view>

#include "base/time.h"

namespace git_session {

/// What `--since` and `--until` take, as the stretch of time it names: a day is from its local
/// midnight to the next, a moment starts and ends at itself.
struct Moment {
  Instant start;
  Instant end;  ///< one second past the last one meant
};

/// YYYY-MM-DD, RFC 3339, `N days|weeks|months ago`, `today`, `yesterday`. Throws Error(usage) for
/// anything else.
Moment parse_moment(std::string_view text, Instant now);

}  // namespace git_session
