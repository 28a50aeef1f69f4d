#include "git/layout.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "base/error.h"
#include "base/text.h"
#include "git/git_program.h"
#include "git/head.h"

namespace git_session {
namespace {

bool is_set(const char* variable) {
  const char* value = getenv(variable);
  return value != nullptr && *value != '\0';
}

bool environment_moves_repository() {
  for (const char* variable :
       {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_IMPLICIT_WORK_TREE"})
    if (getenv(variable) != nullptr) return true;
  return false;
}

bool is_open_directory(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         access(path.c_str(), X_OK) == 0;
}

bool exists(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

// Stricter than git, so that what passes here is a repository for git as well.
bool is_everyday_git_directory(const std::string& path) {
  return is_open_directory(path) && is_open_directory(path + "/objects") &&
         is_open_directory(path + "/refs") && exists(path + "/config") &&
         !exists(path + "/commondir") && read_head_file(path);
}

// Empty when there is no such thing.
std::string real_path(const std::string& path) {
  char* resolved = realpath(path.c_str(), nullptr);
  std::string result = resolved != nullptr ? resolved : "";
  free(resolved);
  return result;
}

std::optional<dev_t> device_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return status.st_dev;
}

std::string parent_of(const std::string& path) {
  size_t slash = path.rfind('/');
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string below(const std::string& directory, std::string_view name) {
  return (directory == "/" ? "" : directory) + "/" + std::string(name);
}

Layout everyday_layout(const std::string& top_level, const std::string& start) {
  Layout layout;
  layout.top_level = top_level;
  if (start != top_level) layout.prefix = start.substr(below(top_level, "").size()) + "/";
  layout.git_directory = below(top_level, ".git");
  layout.common_directory = layout.git_directory;
  layout.state_directory = layout.git_directory + "/session";
  return layout;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

// The line that git recommends to type, for the hint.
std::string recommended_command(std::string_view error_output) {
  for (const auto& line : split(error_output, '\n'))
    if (trim(line).starts_with("git config ")) return std::string(trim(line));
  return {};
}

// The checkout that a directory lies in, whatever repository the directory itself may be.
std::optional<std::string> checkout_around(const std::string& start_directory) {
  std::string directory = real_path(start_directory.empty() ? "." : start_directory);
  while (!directory.empty() && directory != "/") {
    directory = parent_of(directory);
    if (exists(below(directory, ".git"))) return directory;
  }
  return std::nullopt;
}

// One among the files of a checkout came with them: git should not be run in it.
Error bare_repository(const std::string& start_directory) {
  const auto around = checkout_around(start_directory);
  const std::string hint =
      around ? "cd " + quote_for_shell(*around) : "git worktree add ../worktree";
  return Error(ErrorKind::refused, "this is a bare repository; sessions need a work tree", hint)
      .with_reason("bare-repository");
}

Error inside_git_directory(const std::string& place) {
  return Error(ErrorKind::not_found, place + " is inside a git directory, not in a work tree",
               "change to the work tree first");
}

[[noreturn]] void throw_not_open(const ProcessResult& layout, const std::string& start_directory) {
  const std::string place =
      start_directory.empty() ? "this directory" : "'" + start_directory + "'";
  std::string_view words = layout.error_output;
  // What our safe.bareRepository=explicit refuses is a bare one, or the .git of any other.
  bool is_refused = words.find("safe.bareRepository") != std::string_view::npos;
  bool is_in_dot_git = (start_directory + "/").find("/.git/") != std::string::npos;
  if (is_refused && is_in_dot_git) throw inside_git_directory(place);
  if (is_refused) throw bare_repository(start_directory);
  if (words.find("safe.directory") != std::string_view::npos)
    throw Error(ErrorKind::unavailable,
                "git: " + words_of_git({layout.exit_code, {}, first_line(words)}, "rev-parse"),
                recommended_command(words));
  if (words.find("must be run in a work tree") != std::string_view::npos) {
    if (layout.output.starts_with("true\n")) throw bare_repository(start_directory);
    throw inside_git_directory(place);
  }
  if (words.find("not a git repository") != std::string_view::npos && !is_set("GIT_DIR"))
    throw Error(ErrorKind::not_found, place + " is not in a git repository", "git init");
  throw git_error(layout, "rev-parse");
}

}  // namespace

std::optional<Layout> find_everyday_layout(const std::string& start_directory) {
  if (environment_moves_repository()) return std::nullopt;
  const std::string start = real_path(start_directory.empty() ? "." : start_directory);
  const auto device = start.empty() ? std::nullopt : device_of(start);
  // parse_layout() says why it does not go on with a line break in the path.
  if (!device || start.find('\n') != std::string::npos) return std::nullopt;
  for (std::string directory = start;; directory = parent_of(directory)) {
    // git does not look beyond a mount point, and takes this for a bare repository.
    bool is_odd = device_of(directory) != device ||
                  (exists(below(directory, "HEAD")) && exists(below(directory, "objects")));
    if (is_odd) return std::nullopt;
    if (is_everyday_git_directory(below(directory, ".git")))
      return everyday_layout(directory, start);
    if (exists(below(directory, ".git")) || directory == "/") return std::nullopt;
  }
}

bool is_confirmed_by(const Configuration& configuration) {
  bool is_own = false;
  for (const auto& entry : configuration.entries())
    is_own = is_own || (entry.scope == "local" && entry.origin == "file:.git/config");
  return is_own && configuration.find("core.worktree") == nullptr &&
         !configuration.get_bool("core.bare", false);
}

std::vector<std::string> layout_arguments() {
  return {"rev-parse", "--path-format=absolute", "--is-bare-repository",
          "--git-dir", "--git-common-dir",       "--git-path",
          "session",   "--show-prefix",          "--show-toplevel"};
}

Layout parse_layout(const ProcessResult& result, const std::string& start_directory) {
  if (!result.ok()) throw_not_open(result, start_directory);
  std::vector<std::string> lines = split(result.output, '\n');
  if (lines[0].starts_with("--path-format"))
    throw Error(ErrorKind::unavailable, "this git is too old; 2.31 is the first that will do",
                "apt-get install git");
  constexpr size_t expected_lines = 7;  // the last is what follows the final line break
  if (lines.size() != expected_lines)
    throw Error(ErrorKind::unavailable, "the path of this repository holds a line break",
                "rename the directory");
  if (lines[0] == "true") throw bare_repository(start_directory);
  return {lines[5], lines[4], lines[1], lines[2], lines[3]};
}

}  // namespace git_session
