#include "support/git_fixture.h"

#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "base/process.h"

extern char** environ;

namespace git_session {
namespace {

constexpr std::string_view directory_name = "work";

std::vector<std::string> inherited_git_variables() {
  std::vector<std::string> names;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    std::string_view name = *variable;
    name = name.substr(0, name.find('='));
    if (name.starts_with("GIT_")) names.emplace_back(name);
  }
  return names;
}

}  // namespace

ScopedVariable::ScopedVariable(std::string name, const std::optional<std::string>& value)
    : name_(std::move(name)) {
  if (const char* previous = getenv(name_.c_str())) previous_ = previous;
  if (value)
    setenv(name_.c_str(), value->c_str(), 1);
  else
    unsetenv(name_.c_str());
}

ScopedVariable::ScopedVariable(ScopedVariable&& other) noexcept
    : name_(std::move(other.name_)), previous_(std::move(other.previous_)) {
  other.name_.clear();
}

ScopedVariable::~ScopedVariable() {
  if (name_.empty()) return;
  if (previous_)
    setenv(name_.c_str(), previous_->c_str(), 1);
  else
    unsetenv(name_.c_str());
}

GitFixture::GitFixture() : top_(directory_.path_of(directory_name)) {
  // As main() does; a git that stops before it has read its input would end us.
  signal(SIGPIPE, SIG_IGN);
  for (const auto& name : inherited_git_variables()) variables_.emplace_back(name, std::nullopt);
  const std::pair<const char*, std::string> pinned[] = {
      {"HOME", directory_.path()},
      {"XDG_CONFIG_HOME", directory_.path_of("config")},
      // Not /dev/null: `git config --global` puts a file in the place of what this names.
      {"GIT_CONFIG_GLOBAL", directory_.path_of("global-configuration")},
      {"GIT_CONFIG_NOSYSTEM", "1"},
      {"GIT_AUTHOR_NAME", "Ada Example"},
      {"GIT_AUTHOR_EMAIL", "ada@example.com"},
      {"GIT_AUTHOR_DATE", "2025-11-22T08:00:00Z"},
      {"GIT_COMMITTER_NAME", "Ada Example"},
      {"GIT_COMMITTER_EMAIL", "ada@example.com"},
      {"GIT_COMMITTER_DATE", "2025-11-22T08:00:00Z"}};
  for (const auto& [name, value] : pinned) variables_.emplace_back(name, value);
  git_in(directory_.path(), {"init", "-q", "-b", "main", std::string(directory_name)});
}

std::string GitFixture::path_of(std::string_view relative) const {
  return top_ + "/" + std::string(relative);
}

std::string GitFixture::write(std::string_view relative, std::string_view bytes) const {
  return directory_.write(std::string(directory_name) + "/" + std::string(relative), bytes);
}

std::string GitFixture::read(std::string_view relative) const {
  return directory_.read(std::string(directory_name) + "/" + std::string(relative));
}

bool GitFixture::exists(std::string_view relative) const {
  return directory_.exists(std::string(directory_name) + "/" + std::string(relative));
}

std::string GitFixture::git(const std::vector<std::string>& arguments) const {
  return git_in(top_, arguments);
}

std::string GitFixture::git_in(const std::string& directory,
                               const std::vector<std::string>& arguments) const {
  std::vector<std::string> command = {find_program("git").value(), "-c",
                                      "protocol.file.allow=always"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  ProcessOptions options;
  options.working_directory = directory;
  ProcessResult result = run_process(command, std::move(options));
  if (!result.ok()) throw std::runtime_error("git " + arguments.at(0) + ": " + result.error_output);
  if (result.output.ends_with('\n')) result.output.pop_back();
  return result.output;
}

std::string GitFixture::commit_all(const std::string& message) const {
  git({"add", "-A", "-f"});
  git({"commit", "-q", "-m", message});
  return git({"rev-parse", "HEAD"});
}

}  // namespace git_session
