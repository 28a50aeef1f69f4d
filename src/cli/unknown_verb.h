#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace git_session {

/// The error for a verb that is not in the table, with the nearest one that is.
Error unknown_verb(const std::string& verb, std::string_view program);

}  // namespace git_session
