#include "git/git_program.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "base/text.h"

namespace git_session {
namespace {

using Variables = std::vector<std::pair<std::string, std::string>>;

// Appended to what the caller already hands down this way (`git --config-env` and the like). A
// count that git cannot read is left for git to complain about.
void add_configuration(Variables& variables) {
  const char* caller_count = getenv("GIT_CONFIG_COUNT");
  bool is_set = caller_count != nullptr && *caller_count != '\0';
  auto count = is_set ? parse_integer(caller_count) : 0;
  constexpr std::pair<const char*, const char*> settings[] = {
      // A bare repository committed below output/ must not lend its configuration, and with it
      // programs to run, to a git that happens to stand there.
      {"safe.bareRepository", "explicit"},
      {"core.fsmonitor", "false"},
      {"core.quotePath", "false"}};
  if (!count || *count < 0 || *count > std::numeric_limits<int>::max() / 2) return;
  for (const auto& [key, value] : settings) {
    std::string number = std::to_string((*count)++);
    variables.emplace_back("GIT_CONFIG_KEY_" + number, key);
    variables.emplace_back("GIT_CONFIG_VALUE_" + number, value);
  }
  variables.emplace_back("GIT_CONFIG_COUNT", std::to_string(*count));
}

Variables git_environment() {
  Variables variables = {{"LC_ALL", "C"},
                         {"GIT_OPTIONAL_LOCKS", "0"},
                         {"GIT_TERMINAL_PROMPT", "0"},
                         {"GIT_LITERAL_PATHSPECS", "1"}};
  add_configuration(variables);
  return variables;
}

void set_variable(Variables& variables, const std::string& name, const std::string& value) {
  for (auto& variable : variables)
    if (variable.first == name) {
      variable.second = value;
      return;
    }
  variables.emplace_back(name, value);
}

std::string without_prefix(std::string_view line) {
  for (std::string_view prefix : {"fatal: ", "error: "})
    if (line.starts_with(prefix)) line.remove_prefix(prefix.size());
  return std::string(line);
}

}  // namespace

GitProgram GitProgram::find() {
  auto path = find_program("git");
  if (!path)
    throw Error(ErrorKind::unavailable, "there is no git program in the directories of PATH",
                "apt-get install git");
  GitProgram program;
  program.path_ = std::move(*path);
  program.rules_ = git_environment();
  return program;
}

void GitProgram::set_environment(const std::string& name, const std::string& value) {
  set_variable(place_, name, value);
}

ChildProcess GitProgram::start(const std::string& directory,
                               const std::vector<std::string>& arguments,
                               ProcessOptions options) const {
  for (const auto& [name, value] : rules_) {
    const auto& removed = options.removed_environment;
    if (std::find(removed.begin(), removed.end(), name) == removed.end())
      options.environment.emplace_back(name, value);
  }
  return start_in(directory, arguments, std::move(options));
}

ChildProcess GitProgram::start_with_hooks(const std::string& directory,
                                          const std::vector<std::string>& arguments,
                                          ProcessOptions options) const {
  options.environment.emplace_back("LC_ALL", "C.UTF-8");
  options.environment.emplace_back("LANGUAGE", "");
  options.removed_environment.emplace_back("GIT_LITERAL_PATHSPECS");
  return start_in(directory, arguments, std::move(options));
}

ChildProcess GitProgram::start_in(const std::string& directory, std::vector<std::string> arguments,
                                  ProcessOptions options) const {
  for (const auto& variable : place_) options.environment.push_back(variable);
  // git refuses to combine these with literal pathspecs.
  for (const char* name : {"GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"})
    options.removed_environment.emplace_back(name);
  // Makes `git config` read one file only; no other command heeds it.
  options.removed_environment.emplace_back("GIT_CONFIG");
  options.working_directory = directory;
  arguments.insert(arguments.begin(), path_);
  return ChildProcess::start(arguments, std::move(options));
}

std::string words_of_git(const ProcessResult& result, const std::string& command) {
  std::string words;
  for (const auto& line : split(result.error_output, '\n')) {
    std::string_view text = trim(line);
    if (text.empty() || text.starts_with("hint: ")) continue;
    if (!words.empty()) words += "; ";
    words += without_prefix(text);
  }
  if (words.empty())
    return "git " + command + " ended with exit code " + std::to_string(result.exit_code);
  return words;
}

Error git_error(const ProcessResult& result, const std::string& command) {
  return Error(ErrorKind::unavailable, "git: " + words_of_git(result, command));
}

std::vector<std::string> split_at_nul(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    std::string_view part = list.substr(0, list.find('\0'));
    list.remove_prefix(std::min(list.size(), part.size() + 1));
    parts.emplace_back(part);
  }
  return parts;
}

}  // namespace git_session
