#include "cli/markdown_page.h"

#include "base/text.h"
#include "cli/command.h"
#include "cli/command_table.h"
#include "cli/command_text.h"
#include "cli/wrap.h"

namespace git_session {
namespace {

constexpr std::string_view special = "\\*_<>[]|#";

std::string escape_for_markdown(std::string_view text) {
  std::string out;
  bool in_code = false;
  for (const char byte : text) {
    if (byte == '`') in_code = !in_code;
    if (!in_code && special.find(byte) != std::string_view::npos) out += '\\';
    out += byte;
  }
  return out;
}

std::string item(const std::string& term, const std::string& text) {
  return "- `" + term + "`" + (text.empty() ? "" : ": " + escape_for_markdown(text)) + "\n";
}

std::string options_list(const std::string& heading, const std::vector<Option>& options) {
  if (options.empty()) return {};
  std::string out = "\n" + heading + ":\n\n";
  for (const Option& option : options) out += item(term_of(option), text_of(option));
  return out;
}

std::string command_section(const Command& command) {
  std::string out = "\n### git session " + command.name + "\n\n";
  out += escape_for_markdown(command.summary) + ".\n\n";
  out += "```\n" + usage_of(command, "git session") + "\n```\n";
  for (const std::string& paragraph : paragraphs_of(command.description)) {
    out += "\n" + escape_for_markdown(join(wrap_paragraph(paragraph, 100), "\n")) + "\n";
  }
  if (!command.operands.empty()) out += "\nOperands:\n\n";
  for (const Operand& operand : command.operands) out += item(term_of(operand), text_of(operand));
  out += options_list("Options", visible_options_of(command).own);
  if (!command.examples.empty()) out += "\nExamples:\n\n";
  for (const Example& example : command.examples) out += item(example.command, example.explanation);
  out += "\nExit codes:\n\n";
  for (const auto& [code, text] : exit_codes_of(command)) out += item(std::to_string(code), text);
  return out;
}

std::string group_section(Group group) {
  std::string out;
  for (const CommandEntry& entry : command_table()) {
    if (entry.group != group) continue;
    if (out.empty()) out = "\n## " + std::string(heading_of(group)) + "\n";
    out += command_section(entry.declare());
  }
  return out;
}

}  // namespace

std::string commands_page() {
  std::string out =
      "# Commands\n\n"
      "Generated from the declarations in src/cli/commands; `cmake --build --preset dev --target\n"
      "documents` writes it anew. `git session` alone is `git session " +
      std::string(default_verb) + "`.\n";
  out += options_list("Every verb takes", visible_options_of(Command{.name = "any"}).common);
  out += "\n`--session` is missing where a verb is not about one session.\n";
  for (const Group group :
       {Group::start, Group::work, Group::find, Group::share, Group::care, Group::other}) {
    out += group_section(group);
  }
  return out;
}

}  // namespace git_session
