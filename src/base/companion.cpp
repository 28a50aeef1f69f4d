#include "base/companion.h"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>

#include "base/process.h"

namespace git_session {

namespace {

/// Where this program's own file lies.
std::optional<std::string> own_folder() {
  std::array<char, 4096> link{};
  const ssize_t size = readlink("/proc/self/exe", link.data(), link.size());
  std::optional<std::string> self = std::string(link.data(), size > 0 ? size : 0);
  if (self->empty() || *self->begin() != '/') self = find_program("git-session");
  if (!self) return std::nullopt;
  return self->substr(0, self->rfind('/'));
}

}  // namespace

std::optional<std::string> find_companion(const std::string& name) {
  const auto own = own_folder();
  if (!own) return std::nullopt;
  const std::string& folder = *own;
  for (const char* place : {"/", "/../libexec/git-session/"})
    if (std::string candidate = folder + place + name; is_program(candidate)) return candidate;
  return std::nullopt;
}

std::optional<std::string> installation_prefix() {
  const auto folder = own_folder();
  if (!folder || !folder->ends_with("/bin")) return std::nullopt;
  std::string prefix = folder->substr(0, folder->rfind('/'));
  if (access((prefix + "/share/zsh/site-functions/_git-session").c_str(), R_OK) != 0)
    return std::nullopt;
  return prefix;
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
