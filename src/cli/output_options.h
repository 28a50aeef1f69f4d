#pragma once

#include <vector>

#include "cli/command.h"
#include "operations/add_output.h"

namespace git_session {

/// What `add` and `run` take to describe an output.
std::vector<Option> output_options();
OutputDescription description_of(const Arguments& arguments);

}  // namespace git_session
