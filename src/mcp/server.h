#pragma once

#include <string>

#include "base/environment.h"
#include "base/file.h"

namespace git_session::mcp {

/// The two ends of a connection.
struct Streams {
  FileDescriptor input;
  FileDescriptor output;
};

/// Serves one client: a message a line, in both directions, about the repository that the working
/// directory lies in. Answers come in the order of the requests. Returns when the input ends and
/// what came before is answered, or when nobody reads the output any more. `version` is that of
/// this program.
void serve(const Environment& environment, const std::string& version, Streams streams);

}  // namespace git_session::mcp
