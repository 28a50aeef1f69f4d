#include "base/companion.h"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>

#include "base/process.h"

namespace git_session {

std::optional<std::string> find_companion(const std::string& name) {
  std::array<char, 4096> link{};
  const ssize_t size = readlink("/proc/self/exe", link.data(), link.size());
  std::optional<std::string> self = std::string(link.data(), size > 0 ? size : 0);
  if (self->empty() || *self->begin() != '/') self = find_program("git-session");
  if (!self) return std::nullopt;
  const std::string folder = self->substr(0, self->rfind('/'));
  for (const char* place : {"/", "/../libexec/git-session/"})
    if (std::string candidate = folder + place + name; is_program(candidate)) return candidate;
  return std::nullopt;
}

bool has_reader(int descriptor) {
  pollfd output{descriptor, 0, 0};
  return poll(&output, 1, 0) <= 0 || (output.revents & (POLLERR | POLLHUP | POLLNVAL)) == 0;
}

void forbid_core_files() {
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
}

}  // namespace git_session
