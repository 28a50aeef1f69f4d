#include "git/repository.h"

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr std::string_view branch_prefix = "refs/heads/";
constexpr uint64_t head_file_limit = 4096;

bool is_set(const char* variable) {
  const char* value = getenv(variable);
  return value != nullptr && *value != '\0';
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

Error bare_repository() {
  Error error(ErrorKind::refused, "this is a bare repository; sessions need a work tree",
              "git worktree add ../worktree");
  return error.with_reason("bare-repository");
}

[[noreturn]] void throw_not_open(const ProcessResult& layout, const std::string& start_directory) {
  std::string_view words = layout.error_output;
  if (words.find("safe.bareRepository") != std::string_view::npos) throw bare_repository();
  if (words.find("safe.directory") != std::string_view::npos)
    throw Error(ErrorKind::unavailable,
                "git: " + words_of_git({0, {}, first_line(words)}, "rev-parse"),
                recommended_command(words));
  if (words.find("must be run in a work tree") != std::string_view::npos) {
    if (layout.output.starts_with("true\n")) throw bare_repository();
    throw Error(ErrorKind::not_found,
                "'" + start_directory + "' is inside a git directory, not in a work tree",
                "change to the work tree first");
  }
  if (words.find("not a git repository") != std::string_view::npos && !is_set("GIT_DIR"))
    throw Error(ErrorKind::not_found, "'" + start_directory + "' is not in a git repository",
                "git init");
  throw git_error(layout, "rev-parse");
}

// A name with bytes that git allows in no reference is not one we should believe.
bool is_plain_reference(std::string_view name) {
  return !name.empty() && std::none_of(name.begin(), name.end(), [](unsigned char byte) {
    return byte <= ' ' || byte == 0x7f;
  });
}

std::string short_branch_name(std::string_view reference) {
  if (reference.starts_with(branch_prefix)) reference.remove_prefix(branch_prefix.size());
  return std::string(reference);
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
  ChildProcess layout = repository.git_.start(
      start_directory,
      {"rev-parse", "--path-format=absolute", "--is-bare-repository", "--git-dir",
       "--git-common-dir", "--git-path", "session", "--show-prefix", "--show-toplevel"});
  ChildProcess configuration = repository.git_.start(
      start_directory, {"config", "--list", "-z", "--show-scope", "--show-origin"});
  ProcessResult layout_result = layout.finish();
  ProcessResult configuration_result = configuration.finish();

  if (!layout_result.ok()) throw_not_open(layout_result, start_directory);
  if (!configuration_result.ok()) throw git_error(configuration_result, "config --list");
  repository.configuration_ = Configuration::parse(configuration_result.output);
  repository.read_layout(layout_result);
  repository.settle_environment();
  repository.read_head();
  return repository;
}

void Repository::read_layout(const ProcessResult& layout) {
  std::vector<std::string> lines = split(layout.output, '\n');
  if (lines[0].starts_with("--path-format"))
    throw Error(ErrorKind::unavailable, "this git is too old; 2.31 is the first that will do",
                "apt-get install git");
  constexpr size_t expected_lines = 7;  // the last is what follows the final line break
  if (lines.size() != expected_lines)
    throw Error(ErrorKind::unavailable, "the path of this repository holds a line break",
                "rename the directory");
  if (lines[0] == "true") throw bare_repository();
  git_directory_ = lines[1];
  common_directory_ = lines[2];
  state_directory_ = lines[3];
  prefix_ = lines[4];
  top_level_ = lines[5];
}

// Later calls run from the top level, where a relative GIT_DIR means something else, and where git
// may not find the repository that core.worktree sent it from.
void Repository::settle_environment() {
  auto top = Directory::open(top_level_);
  if (!top) throw system_error("work in", top_level_, ENOENT);
  bool holds_git = top->status(".git").has_value();
  bool is_named = is_set("GIT_DIR");
  top_level_is_certain_ = holds_git || !is_named || is_set("GIT_WORK_TREE") ||
                          configuration_.find("core.worktree") != nullptr;
  if (holds_git && !is_named) return;
  git_.set_environment("GIT_DIR", git_directory_);
  git_.set_environment("GIT_WORK_TREE", top_level_);
  if (is_set("GIT_COMMON_DIR")) git_.set_environment("GIT_COMMON_DIR", common_directory_);
}

void Repository::read_head() {
  auto directory = Directory::open(git_directory_);
  if (!directory) throw system_error("open", git_directory_, ENOENT);
  auto status = directory->status("HEAD");
  if (status && status->type == FileType::regular) {
    std::string head = directory->read_file("HEAD", head_file_limit).value_or("");
    if (!head.starts_with("ref:")) return;
    std::string_view reference = trim(std::string_view(head).substr(4));
    // With reftable HEAD is a file that says nothing.
    if (is_plain_reference(reference) && reference != "refs/heads/.invalid") {
      branch_ = short_branch_name(reference);
      return;
    }
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
  return git_.start(top_level_, arguments, std::move(options)).finish();
}

}  // namespace git_session
