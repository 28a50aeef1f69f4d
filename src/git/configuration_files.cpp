#include "git/configuration_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "base/error.h"
#include "base/file.h"
#include "git/configuration_text.h"

namespace git_session {
namespace {

constexpr uint64_t size_limit = 1024 * 1024;

std::string variable(const char* name) {
  const char* value = getenv(name);
  return value != nullptr ? value : "";
}

bool environment_configures() {
  for (const char* name : {"GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_CONFIG_SYSTEM",
                           "GIT_TEST_ASSUME_DIFFERENT_OWNER"})
    if (getenv(name) != nullptr) return true;
  return false;
}

/// As git sees it before it looks at safe.directory, but without its rule for sudo.
bool is_our_own(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 && status.st_uid == geteuid();
}

bool is_plain_absolute(const std::string& path) {
  return path.starts_with('/') && !path.ends_with('/');
}

/// The file that git was built to read; nullopt when we cannot know. A git whose prefix is /usr has
/// it in /etc (git's Makefile, sysconfdir).
std::optional<std::string> system_file(const std::string& git_program) {
#ifdef __linux__
  for (const char* known : {"/usr/bin/git", "/usr/lib/git-core/git", "/usr/libexec/git-core/git"})
    if (git_program == known) return "/etc/gitconfig";
#else
  static_cast<void>(git_program);
#endif
  return std::nullopt;
}

/// Files in git's order, the last one to count most.
class Collector {
 public:
  /// An absent file is as good as an empty one. False where git must be asked.
  bool add(const std::string& path, const std::string& scope, const std::string& origin) {
    // A link is followed, as git does: these files are the user's own.
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file) return errno == ENOENT || errno == ENOTDIR;
    struct stat status {};
    if (fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
    if (static_cast<uint64_t>(status.st_size) > size_limit) return false;
    auto entries = parse_configuration_text(read_all(file, size_limit, path), scope, origin);
    if (!entries) return false;
    std::move(entries->begin(), entries->end(), std::back_inserter(entries_));
    return true;
  }

  bool add_system(const std::string& git_program) {
    std::string without = variable("GIT_CONFIG_NOSYSTEM");
    if (without == "1" || without == "true") return true;
    auto path = system_file(git_program);
    return without.empty() && path && add(*path, "system", "file:" + *path);
  }

  bool add_global() {
    if (getenv("GIT_CONFIG_GLOBAL") != nullptr) {
      std::string path = variable("GIT_CONFIG_GLOBAL");
      if (path == "/dev/null") return true;
      return is_plain_absolute(path) && add(path, "global", "file:" + path);
    }
    std::string home = variable("HOME");
    if (!is_plain_absolute(home)) return false;
    std::string directory = variable("XDG_CONFIG_HOME");
    if (directory.empty()) directory = home + "/.config";
    if (!is_plain_absolute(directory)) return false;
    for (const std::string& path : {directory + "/git/config", home + "/.gitconfig"})
      if (!add(path, "global", "file:" + path)) return false;
    return true;
  }

  std::vector<ConfigurationEntry> take() { return std::move(entries_); }

 private:
  std::vector<ConfigurationEntry> entries_;
};

/// A repository format that every git from 2.31 on reads in the same way.
bool has_plain_format(const std::vector<ConfigurationEntry>& entries) {
  return std::all_of(entries.begin(), entries.end(), [](const ConfigurationEntry& entry) {
    if (entry.key.starts_with("extensions.")) return false;
    return entry.key != "core.repositoryformatversion" || entry.value == "0" || entry.value == "1";
  });
}

}  // namespace

std::optional<Configuration> read_everyday_configuration(const std::string& git_program,
                                                         const Layout& layout) {
  if (environment_configures()) return std::nullopt;
  if (!is_our_own(layout.top_level) || !is_our_own(layout.git_directory)) return std::nullopt;
  Collector collector;
  try {
    if (!collector.add_system(git_program) || !collector.add_global() ||
        !collector.add(layout.git_directory + "/config", "local", "file:.git/config"))
      return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
  std::vector<ConfigurationEntry> entries = collector.take();
  if (!has_plain_format(entries)) return std::nullopt;
  return Configuration(std::move(entries));
}

}  // namespace git_session
