#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace git_session {

class Console;       // cli/console.h
struct Environment;  // base/environment.h

/// Under this name the program has one verb only, promote, and nobody types it.
inline constexpr std::string_view promoting_program = "promote_to_confluence";
/// And under this one only migrate.
inline constexpr std::string_view migrating_program = "migrate_outputs";

/// What completion offers for a value or an operand.
enum class Completion { none, session_id, file, directory, agent, team, user, verb };

/// One option of a command, declared once for parser, help, completion and man page.
struct Option {
  std::string name = {};                      ///< without dashes: "ticket"
  char letter = '\0';                         ///< 'q' for -q; none when 0
  std::string value = {};                     ///< placeholder: "KEY"; empty for a flag
  std::string help = {};                      ///< one sentence without a final period
  bool repeatable = false;                    ///< may be given several times; each value counts
  std::vector<std::string> choices = {};      ///< the values allowed; empty: any
  std::vector<std::string> suggestions = {};  ///< what completion offers where any value is allowed
  Completion completion = Completion::none;
  bool value_optional = false;  ///< `--json` and `--json=a,b` alike
  bool required = false;
  bool hidden = false;  ///< understood, not shown: an older spelling
};

/// What stands on the line without dashes.
struct Operand {
  std::string name = {};  ///< placeholder: "FILE"
  std::string help = {};
  size_t minimum = 0;
  size_t maximum = 1;  ///< SIZE_MAX: any number
  Completion completion = Completion::none;
  std::vector<std::string> choices = {};  ///< the words allowed; empty: any
};

/// A parsed command line: only what was typed. Asking for a name that the command does not declare
/// is a bug and throws std::logic_error.
class Arguments {
 public:
  bool has(std::string_view option) const;
  /// The last value given; nullopt when the option was not.
  std::optional<std::string> value(std::string_view option) const;
  std::string value_or(std::string_view option, std::string_view fallback) const;
  /// Every value given, in order; a flag counts as an empty value each time.
  const std::vector<std::string>& values(std::string_view option) const;
  /// Values of the operand of that name, in order.
  const std::vector<std::string>& operands(std::string_view name) const;
  std::optional<std::string> operand(std::string_view name) const;
  bool declares_operand(std::string_view name) const { return operands_.contains(name); }

 private:
  friend class ArgumentParser;
  // Holds every declared name; a name that was not typed has no values.
  using Values = std::map<std::string, std::vector<std::string>, std::less<>>;
  Values options_;
  Values operands_;
};

/// What a command runs with.
struct Invocation {
  const Arguments& arguments;
  Console& console;
  const Environment& environment;
  std::string_view program;  ///< as people call it: "git session"
  std::string_view verb = {};

  bool wants_json() const { return arguments.has("json"); }
  /// The session that the command line names, by `--session ID` or by the operand `ID`.
  /// Throws Error(usage) when both are there and differ.
  std::optional<std::string> named_session() const;
};

struct Example {
  std::string command = {};  ///< "git session create --ticket PROJ-123 --team engineering"
  std::string explanation = {};
};

/// A verb, declared once. Every verb also understands the common options: `--session ID`, `--json`,
/// `-q`/`--quiet`, `-h`/`--help`.
struct Command {
  std::string name = {};
  std::string summary = {};      ///< one line for the overview
  std::string description = {};  ///< paragraphs for help and man page, separated by an empty line
  std::vector<Option> options = {};
  std::vector<Operand> operands = {};
  std::vector<Example> examples = {};
  std::vector<std::pair<int, std::string>> exit_codes = {};  ///< beyond the common ones
  /// The operand of this name takes the first word that is no option and all that follows it, or
  /// all behind `--`, untouched, options and all (`run -- CMD…`).
  std::string trailing_operand = {};
  bool takes_session = true;  ///< false: `--session` has no meaning here (`init`, `config`)
  int (*run)(Invocation&) = nullptr;
};

/// The operand `ID` of the verbs about one session; Invocation::named_session() reads it.
Operand session_operand(std::string help);

/// The options of the command, then the common ones.
std::vector<Option> all_options(const Command& command);

/// Parses the words after the verb: options before, between or after operands, `--name value`,
/// `--name=value`, `-n value`, `--` before words that are all operands; the last of several values
/// of a single-valued option wins. Throws Error(usage) that names the word and what to type.
/// With `-h` or `--help` among the options nothing is required: has("help") is then the answer.
Arguments parse_arguments(const Command& command, const std::vector<std::string>& words,
                          std::string_view program = "git session");

}  // namespace git_session
