#include "base/named_file.h"

#include <fcntl.h>

#include "base/error.h"
#include "base/file.h"
#include "base/file_copy.h"

namespace git_session {

bool append_to_named_file(const std::string& path, std::string_view text) {
  constexpr int flags =
      O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
  constexpr mode_t private_mode = 0600;
  if (!path.starts_with('/')) return false;
  try {
    const FileDescriptor file(open(path.c_str(), flags, private_mode));
    if (!file || status_of(file).type != FileType::regular || is_made_up(file)) return false;
    write_all(file, text, path);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace git_session
