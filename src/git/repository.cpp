#include "git/repository.h"

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "base/text.h"
#include "git/configuration_files.h"
#include "git/head.h"

namespace git_session {
namespace {

bool is_set(const char* variable) {
  const char* value = getenv(variable);
  return value != nullptr && *value != '\0';
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

std::vector<std::string> list_configuration() {
  return {"config", "--list", "-z", "--show-scope", "--show-origin"};
}

// What git takes off both ends of a name or an address, and drops inside.
std::string without_crud(std::string_view text) {
  auto is_crud = [](unsigned char byte) {
    return byte <= ' ' ||
           std::string_view(".,:;<>\"\\'").find(static_cast<char>(byte)) != std::string_view::npos;
  };
  while (!text.empty() && is_crud(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_crud(text.back())) text.remove_suffix(1);
  std::string clean;
  for (char byte : text)
    if (byte != '\n' && byte != '<' && byte != '>') clean += byte;
  return clean;
}

std::string first_identity_part(const Configuration& configuration, const char* variable,
                                std::initializer_list<const char*> keys) {
  if (is_set(variable)) return without_crud(getenv(variable));
  for (const char* key : keys)
    if (auto value = configuration.get(key); value && !without_crud(*value).empty())
      return without_crud(*value);
  return {};
}

}  // namespace

Repository Repository::open(const std::string& start_directory) {
  Repository repository(GitProgram::find());
  // Each git started costs as much as all the rest of a short command.
  if (!repository.open_everyday(start_directory)) repository.open_any(start_directory);
  repository.read_head();
  return repository;
}

bool Repository::open_everyday(const std::string& start_directory) {
  auto layout = find_everyday_layout(start_directory);
  if (!layout) return false;
  auto configuration = read_everyday_configuration(git_.path(), *layout);
  if (!configuration) {
    ProcessResult list = git_.start(layout->top_level, list_configuration()).finish();
    if (!list.ok()) return false;
    configuration = Configuration::parse(list.output);
  }
  if (!is_confirmed_by(*configuration)) return false;
  configuration_ = std::move(*configuration);
  layout_ = std::move(*layout);
  return true;
}

void Repository::open_any(const std::string& start_directory) {
  ChildProcess layout = git_.start(start_directory, layout_arguments());
  ChildProcess list = git_.start(start_directory, list_configuration());
  ProcessResult layout_result = layout.finish();
  ProcessResult list_result = list.finish();
  layout_ = parse_layout(layout_result, start_directory);
  if (!list_result.ok()) throw git_error(list_result, "config --list");
  configuration_ = Configuration::parse(list_result.output);
  settle_environment();
}

// Later calls run from the top level, where a relative GIT_DIR means something else, and where git
// may not find the repository that core.worktree sent it from.
void Repository::settle_environment() {
  auto top = Directory::open(layout_.top_level);
  if (!top) throw system_error("cannot work in", layout_.top_level, ENOENT);
  bool holds_git = top->status(".git").has_value();
  bool is_named = is_set("GIT_DIR");
  top_level_is_certain_ = holds_git || !is_named || is_set("GIT_WORK_TREE") ||
                          configuration_.find("core.worktree") != nullptr;
  if (holds_git && !is_named) return;
  git_.set_environment("GIT_DIR", layout_.git_directory);
  git_.set_environment("GIT_WORK_TREE", layout_.top_level);
  if (is_set("GIT_COMMON_DIR")) git_.set_environment("GIT_COMMON_DIR", layout_.common_directory);
}

void Repository::read_head() {
  if (auto head = read_head_file(layout_.git_directory)) {
    branch_ = std::move(head->branch);
    return;
  }
  ProcessResult asked = try_run({"symbolic-ref", "-q", "HEAD"});
  if (asked.ok()) branch_ = short_branch_name(first_line(asked.output));
}

std::optional<std::string> Repository::head_commit() const {
  ProcessResult result = try_run({"rev-parse", "--verify", "-q", "HEAD^{commit}"});
  if (!result.ok()) return std::nullopt;
  return first_line(result.output);
}

std::optional<std::string> Repository::superproject() const {
  std::string path = run({"rev-parse", "--show-superproject-working-tree"});
  if (path.ends_with('\n')) path.pop_back();
  if (path.empty()) return std::nullopt;
  return path;
}

Identity Repository::identity() const {
  Identity identity{
      first_identity_part(configuration_, "GIT_AUTHOR_NAME", {"author.name", "user.name"}),
      first_identity_part(configuration_, "GIT_AUTHOR_EMAIL", {"author.email", "user.email"})};
  if (!identity.name.empty() && !identity.email.empty()) return identity;
  // What is left git derives from the login and the host, or refuses to.
  ProcessResult result = try_run({"var", "GIT_AUTHOR_IDENT"});
  if (!result.ok()) return identity;
  std::string_view line = result.output;
  size_t open = line.find(" <");
  size_t close = line.find('>');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return identity;
  if (identity.name.empty()) identity.name = line.substr(0, open);
  if (identity.email.empty()) identity.email = line.substr(open + 2, close - open - 2);
  return identity;
}

std::string Repository::resolve_revision(const std::string& revision) const {
  bool is_possible = revision.find('\0') == std::string::npos;
  ProcessResult result;
  if (is_possible)
    result = try_run({"rev-parse", "--verify", "-q", "--end-of-options", revision + "^{commit}"});
  if (!is_possible || !result.ok() || result.output.empty())
    throw Error(ErrorKind::not_found, "'" + revision + "' names no commit", "git log --oneline");
  return first_line(result.output);
}

std::string Repository::run(const std::vector<std::string>& arguments, std::string input) const {
  ProcessResult result = try_run(arguments, std::move(input));
  if (!result.ok()) throw git_error(result, arguments.at(0));
  return std::move(result.output);
}

ProcessResult Repository::try_run(const std::vector<std::string>& arguments,
                                  std::string input) const {
  ProcessOptions options;
  options.input = std::move(input);
  return try_run(arguments, std::move(options));
}

ProcessResult Repository::try_run(const std::vector<std::string>& arguments,
                                  ProcessOptions options) const {
  return git_.start(layout_.top_level, arguments, std::move(options)).finish();
}

}  // namespace git_session
