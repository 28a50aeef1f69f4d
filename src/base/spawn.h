#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "base/file.h"
#include "base/process.h"

namespace git_session {

// What ChildProcess and Conversation are made of.

struct Pipe {
  FileDescriptor read_end;
  FileDescriptor write_end;
};
/// Both ends lie above the standard descriptors.
Pipe make_pipe();

/// What becomes of descriptors 0, 1 and 2 in a child; -1 leaves the parent's.
struct StandardDescriptors {
  int input = -1;
  int output = -1;
  int error = -1;
  bool null_input = false;
};

/// Starts `arguments[0]` with the directory and the environment that `options` name, and nothing
/// else of them. Throws `unavailable` when it cannot be started.
pid_t spawn_program(const std::vector<std::string>& arguments, const ProcessOptions& options,
                    const StandardDescriptors& standard);

/// Of a status from waitpid(): 128 + n when killed by signal n.
int exit_code_of(int status);
/// Waits for the child; 127 when there is no such child.
int wait_for_child(pid_t child);

/// Appends what there is to read; false at the end of the stream.
bool read_some(const FileDescriptor& pipe, std::string& text);

}  // namespace git_session
