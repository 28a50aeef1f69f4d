#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

class Console;  // cli/console.h

/// What completion offers for a value or an operand.
enum class Completion { none, session_id, file, directory, agent, team, user, word };

/// One option of a command, declared once for parser, help, completion and man page.
struct Option {
  std::string name;         ///< without dashes: "ticket"
  char letter = '\0';       ///< 'q' for -q; none when 0
  std::string value;        ///< placeholder: "KEY"; empty for a flag
  std::string help;         ///< one sentence without a final period
  bool repeatable = false;  ///< may be given several times; each value counts
  std::vector<std::string> choices = {};  ///< the values allowed; empty: any
  Completion completion = Completion::none;
  bool value_optional = false;  ///< `--json` and `--json=a,b` alike
  bool required = false;
  bool hidden = false;  ///< understood, not shown: an older spelling
};

/// What stands on the line without dashes.
struct Operand {
  std::string name;  ///< placeholder: "FILE"
  std::string help;
  size_t minimum = 0;
  size_t maximum = 1;  ///< SIZE_MAX: any number
  Completion completion = Completion::none;
};

/// A parsed command line: only what was typed. Asking for an undeclared name is an assert.
class Arguments {
 public:
  bool has(std::string_view option) const;
  /// The last value given; nullopt when the option was not.
  std::optional<std::string> value(std::string_view option) const;
  std::string value_or(std::string_view option, std::string_view fallback) const;
  const std::vector<std::string>& values(std::string_view option) const;
  /// Values of the operand of that name, in order.
  const std::vector<std::string>& operands(std::string_view name) const;
  std::optional<std::string> operand(std::string_view name) const;

  std::map<std::string, std::vector<std::string>, std::less<>> options_;
  std::map<std::string, std::vector<std::string>, std::less<>> operands_;
};

/// What a command runs with.
struct Invocation {
  const Arguments& arguments;
  Console& console;
};

struct Example {
  std::string command;  ///< "git session create --ticket PROJ-123 --team engineering"
  std::string explanation;
};

/// A verb, declared once.
struct Command {
  std::string name;
  std::string summary;      ///< one line for the overview
  std::string description;  ///< paragraphs for help and man page, separated by an empty line
  std::vector<Option> options;
  std::vector<Operand> operands;
  std::vector<Example> examples;
  std::vector<std::pair<int, std::string>> exit_codes;  ///< beyond the common ones
  /// The rest behind `--` is this operand, untouched, options and all (`run -- CMD…`).
  std::string trailing_operand = {};
  int (*run)(Invocation&) = nullptr;
};

/// Parses the words after the verb. Throws Error(usage) that names the word and what to type; `-h`, `--help` are the caller's.
Arguments parse_arguments(const Command& command, const std::vector<std::string>& words);

}  // namespace git_session
