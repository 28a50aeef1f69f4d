#include "cli/command_text.h"

#include <map>

#include "base/text.h"

namespace git_session {

std::string term_of(const Operand& operand) {
  const std::string name = operand.name + (operand.maximum > 1 ? "…" : "");
  return operand.minimum == 0 ? "[" + name + "]" : name;
}

std::string text_of(const Operand& operand) {
  if (operand.choices.empty()) return operand.help;
  return operand.help + " (" + join(operand.choices, ", ") + ")";
}

std::string usage_of(const Command& command, std::string_view program) {
  std::string usage(program);
  // Started as one of these there is no verb to type.
  if (program != promoting_program && program != migrating_program) usage += " " + command.name;
  usage += " [OPTION…]";
  for (const Option& option : command.options) {
    if (option.required) usage += " --" + option.name + " " + option.value;
  }
  for (const Operand& operand : command.operands) {
    if (operand.name == command.trailing_operand) usage += " --";
    usage += " " + term_of(operand);
  }
  return usage;
}

std::string term_of(const Option& option) {
  std::string term = option.letter == '\0' ? "" : "-" + std::string(1, option.letter) + ", ";
  term += "--" + option.name;
  if (option.value.empty()) return term;
  return term + (option.value_optional ? "[=" + option.value + "]" : " " + option.value);
}

std::string text_of(const Option& option) {
  std::string text = option.help;
  if (!option.choices.empty()) text += " (" + join(option.choices, ", ") + ")";
  if (option.repeatable) text += "; may be repeated";
  return text;
}

VisibleOptions visible_options_of(const Command& command) {
  VisibleOptions visible;
  const std::vector<Option> options = all_options(command);
  for (size_t i = 0; i < options.size(); ++i) {
    if (options[i].hidden) continue;
    (i < command.options.size() ? visible.own : visible.common).push_back(options[i]);
  }
  return visible;
}

std::vector<std::pair<int, std::string>> exit_codes_of(const Command& command) {
  std::map<int, std::string> codes(command.exit_codes.begin(), command.exit_codes.end());
  codes.emplace(0, "done");
  codes.emplace(1, "the operation failed, or something named was not found");
  codes.emplace(2, "the command line is wrong");
  if (command.takes_session) {
    codes.emplace(3, "no current session, or an ambiguous name");
    codes.emplace(5, "refused to protect something; the hint names the override");
  }
  return {codes.begin(), codes.end()};
}

}  // namespace git_session
