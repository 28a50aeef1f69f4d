#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/error.h"
#include "yaml/edit.h"

namespace git_session::yaml {

/// Error(refused, reason "cannot-edit"): why, at which line (0: none is to blame).
Error cannot_edit(const std::string& why, int line);

/// A path for messages: `outputs.2.file`.
std::string describe(const Path& path);

/// The line that holds a position, counted from 1.
int line_number(std::string_view text, size_t position);

}  // namespace git_session::yaml
