#pragma once

#include <vector>

#include "cli/command.h"
#include "operations/add_output.h"

namespace git_session {

/// What `add` and `run` take to describe an output.
std::vector<Option> output_options();
OutputDescription description_of(const Arguments& arguments);

/// Says that a file over session.maxOutputSize goes, or will go, into git.
void warn_of_size(Console& console, const std::string& file, uint64_t bytes);

}  // namespace git_session
