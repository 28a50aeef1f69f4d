#pragma once

#include <string_view>

namespace git_session {

/// Throws Error(usage) unless `url` is an address of something kept elsewhere: `scheme://place`,
/// without blanks and control characters, and of no scheme that a reader would run or that means
/// this machine.
void check_link(std::string_view url);

}  // namespace git_session
