#include <stdexcept>

#include "base/error.h"
#include "cli/command.h"

namespace git_session {
namespace {

using Values = std::map<std::string, std::vector<std::string>, std::less<>>;

const std::vector<std::string>& values_of(const Values& all, std::string_view name) {
  const auto found = all.find(name);
  if (found == all.end()) {
    throw std::logic_error("the command does not declare '" + std::string(name) + "'");
  }
  return found->second;
}

std::optional<std::string> last_of(const std::vector<std::string>& values) {
  if (values.empty()) return std::nullopt;
  return values.back();
}

constexpr std::string_view session_operand_name = "ID";

}  // namespace

bool Arguments::has(std::string_view option) const { return !values(option).empty(); }

std::optional<std::string> Arguments::value(std::string_view option) const {
  return last_of(values(option));
}

std::string Arguments::value_or(std::string_view option, std::string_view fallback) const {
  return value(option).value_or(std::string(fallback));
}

const std::vector<std::string>& Arguments::values(std::string_view option) const {
  return values_of(options_, option);
}

const std::vector<std::string>& Arguments::operands(std::string_view name) const {
  return values_of(operands_, name);
}

std::optional<std::string> Arguments::operand(std::string_view name) const {
  return last_of(operands(name));
}

std::optional<std::string> Invocation::named_session() const {
  const std::optional<std::string> option = arguments.value("session");
  if (!arguments.declares_operand(session_operand_name)) return option;
  const std::optional<std::string> operand = arguments.operand(session_operand_name);
  if (option && operand && *option != *operand) {
    throw Error(ErrorKind::usage,
                "two different sessions are named, '" + *option + "' and '" + *operand + "'",
                "name one of them");
  }
  return operand ? operand : option;
}

Operand session_operand(std::string help) {
  return {.name = std::string(session_operand_name),
          .help = std::move(help),
          .completion = Completion::session_id};
}

std::vector<Option> all_options(const Command& command) {
  std::vector<Option> options = command.options;
  if (command.takes_session) {
    options.push_back({.name = "session",
                       .value = "ID",
                       .help = "the session meant, by its id, the start of it, or its hex digits",
                       .completion = Completion::session_id});
  }
  options.push_back({.name = "json", .help = "print the result as JSON"});
  options.push_back({.name = "quiet", .letter = 'q', .help = "say nothing but results and errors"});
  options.push_back({.name = "help", .letter = 'h', .help = "show this help"});
  return options;
}

}  // namespace git_session
