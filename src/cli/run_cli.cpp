#include "cli/run_cli.h"

#include <exception>
#include <new>

#include "cli/command.h"
#include "cli/command_json.h"
#include "cli/command_table.h"
#include "cli/help.h"
#include "cli/secret_messages.h"
#include "cli/unknown_verb.h"
#include "cli/version.h"
#include "json/json.h"
#include "json/secret_json.h"

namespace git_session {
namespace {

constexpr std::string_view hook_verb = "hook";

/// A command line split into its verb and the words of that verb.
struct CommandLine {
  std::string verb;
  std::vector<std::string> words;
};

bool is_help_word(const std::string& word) { return word == "-h" || word == "--help"; }

CommandLine split_verb(const std::vector<std::string>& words) {
  const bool is_version = !words.empty() && words.front() == "--version";
  if (is_version || (!words.empty() && is_help_word(words.front()))) {
    return {is_version ? "version" : "help", {words.begin() + 1, words.end()}};
  }
  if (words.empty() || words.front().starts_with('-')) return {std::string(default_verb), words};
  return {words.front(), {words.begin() + 1, words.end()}};
}

/// Some programs that we stand in for have one verb, which nobody types.
CommandLine split_line(std::string_view program, const std::vector<std::string>& words) {
  if (program == promoting_program) return {"promote", words};
  if (program == migrating_program) return {"migrate", words};
  return split_verb(words);
}

/// Whether an error is wanted as JSON, judged by the words alone: they may be what is wrong.
bool mention_json(const std::vector<std::string>& words) {
  for (size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == "--json" || words[i].starts_with("--json=")) return true;
    if (words[i] == "--format=json") return true;
    if (words[i] == "--format" && i + 1 < words.size() && words[i + 1] == "json") return true;
  }
  return false;
}

int show_overview(Console& console) {
  console.print(overview_help(console.program(), false));
  return 0;
}

void show_help(const Command& command, bool as_json, Console& console) {
  if (as_json) return console.print_json(command_to_json(command));
  console.print(command_help(command, console.program(), console.width()));
}

int run_command(const std::vector<std::string>& words, const Environment& environment,
                Console& console) {
  // Asked so often, by build files and hooks, that it does not even parse.
  if (words.size() == 1 && words.front() == "--version") {
    console.print(version_line);
    return 0;
  }
  const CommandLine line = split_line(console.program(), words);
  const CommandEntry* entry = find_command(line.verb);
  if (entry == nullptr && line.verb == default_verb && line.words.empty()) {
    return show_overview(console);
  }
  if (entry == nullptr) throw unknown_verb(line.verb, console.program());
  const Command command = entry->declare();
  const Arguments arguments = parse_arguments(command, line.words, console.program());
  if (arguments.has("help")) {
    show_help(command, arguments.has("json"), console);
    return 0;
  }
  console.set_quiet(arguments.has("quiet"));
  Invocation invocation{arguments, console, environment, console.program(), command.name};
  return command.run(invocation);
}

/// Where something else lies in the place of a folder or file, doctor knows what and where.
Error with_advice(const Error& error) {
  const bool is_in_the_way =
      error.reason() == "not-a-directory" || error.reason() == "symbolic-link";
  if (!is_in_the_way || !error.hint().empty()) return error;
  return Error(error.kind(), error.what(), "git session doctor lists what is out of place")
      .with_reason(error.reason());
}

int report(const Error& error, const std::vector<std::string>& words, Console& console) {
  if (mention_json(words)) {
    console.discard_pending();
    Json root = json_root();
    root["error"] = to_json(error);
    console.print_json(root);
  } else {
    console.error(error.what(), error.hint(), error.candidates());
  }
  return exit_code_for(error.kind());
}

int report(const SecretsFound& error, const std::vector<std::string>& words, Console& console) {
  if (!mention_json(words)) {
    list_secrets(console, error.report());
    return report(static_cast<const Error&>(error), words, console);
  }
  console.discard_pending();
  Json root = json_root();
  root["error"] = to_json(error);
  console.print_json(root);
  return exit_code_for(error.kind());
}

}  // namespace

std::string program_name_from(const std::string& started_as) {
  std::string name = started_as.substr(started_as.find_last_of('/') + 1);
  if (name.ends_with(".py")) name.resize(name.size() - 3);
  const bool is_one_of_us =
      name == "session_manager" || name == promoting_program || name == migrating_program;
  return is_one_of_us ? name : "git session";
}

int exit_code_for(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return 2;
    case ErrorKind::no_session:
    case ErrorKind::ambiguous:
      return 3;
    case ErrorKind::refused:
      return 5;
    case ErrorKind::not_found:
    case ErrorKind::conflict:
    case ErrorKind::invalid_data:
    case ErrorKind::unavailable:
    case ErrorKind::internal:
      return 1;
  }
  return 1;
}

int run_cli(const std::vector<std::string>& words, const Environment& environment,
            Console& console) {
  int exit_code = 0;
  try {
    exit_code = run_command(words, environment, console);
  } catch (const SecretsFound& error) {
    exit_code = report(error, words, console);
  } catch (const Error& error) {
    exit_code = report(with_advice(error), words, console);
  } catch (const std::bad_alloc&) {
    exit_code = report(Error(ErrorKind::unavailable, "out of memory"), words, console);
  } catch (const std::exception& error) {
    exit_code = report(Error(ErrorKind::internal, std::string("internal error: ") + error.what()),
                       words, console);
  }
  exit_code = console.finish(exit_code);
  // Programs of agents take some codes for an order to stop, and hold up their work at any.
  const bool is_hook = !words.empty() && words.front() == hook_verb;
  return is_hook ? 0 : exit_code;
}

}  // namespace git_session
