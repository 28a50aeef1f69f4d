#include "cli/man_page.h"

#include "base/text.h"
#include "cli/command_table.h"
#include "cli/command_text.h"
#include "cli/version.h"
#include "cli/wrap.h"

namespace git_session {
namespace {

std::string bold(std::string_view text) { return "\\fB" + escape_for_man(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + escape_for_man(text) + "\\fR"; }

std::string title(std::string_view name) {
  std::string upper;
  for (const char letter : name) {
    upper += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  // No date: the page is the same for everybody who generates it.
  return ".TH " + escape_for_man(upper) + " 1 \"\" \"git\\-session " +
         escape_for_man(program_version) + "\" \"git\\-session manual\"\n";
}

std::string section(const std::string& name) { return ".SH " + name + "\n"; }

std::string tagged(const std::string& term, std::string_view text) {
  // An empty line would end the list.
  return ".TP\n" + term + "\n" + (text.empty() ? "\\&" : escape_for_man(text)) + "\n";
}

std::string paragraphs(std::string_view text) {
  std::string out;
  for (const std::string& paragraph : paragraphs_of(text)) {
    out += ".PP\n" + escape_for_man(join(wrap_paragraph(paragraph, 100), "\n")) + "\n";
  }
  return out;
}

std::string in_sentence(const std::string& summary) {
  if (summary.empty()) return summary;
  return to_lower_ascii(summary.substr(0, 1)) + summary.substr(1);
}

std::string term_for_man(const Option& option) {
  std::string term = option.letter == '\0' ? "" : bold("-" + std::string(1, option.letter)) + ", ";
  term += bold("--" + option.name);
  if (option.value.empty()) return term;
  return option.value_optional ? term + "[=" + italic(option.value) + "]"
                               : term + " " + italic(option.value);
}

std::string options_section(const std::vector<Option>& options, const std::string& name) {
  if (options.empty()) return {};
  std::string out = section(name);
  for (const Option& option : options) out += tagged(term_for_man(option), text_of(option));
  return out;
}

std::string operands_section(const Command& command) {
  if (command.operands.empty()) return {};
  std::string out = section("OPERANDS");
  for (const Operand& operand : command.operands) {
    out += tagged(italic(term_of(operand)), text_of(operand));
  }
  return out;
}

std::string examples_section(const Command& command) {
  if (command.examples.empty()) return {};
  std::string out = section("EXAMPLES");
  for (const Example& example : command.examples) {
    out += tagged(bold(example.command), example.explanation);
  }
  return out;
}

std::string exit_status_section(const Command& command) {
  std::string out = section("EXIT STATUS");
  for (const auto& [code, text] : exit_codes_of(command)) {
    out += tagged(bold(std::to_string(code)), text);
  }
  return out;
}

std::string group_section(Group group) {
  std::string out;
  for (const CommandEntry& entry : command_table()) {
    if (entry.group != group) continue;
    if (out.empty()) out = ".SS " + escape_for_man(heading_of(group)) + "\n";
    const std::string page = "git-session-" + std::string(entry.name);
    out += tagged(bold(page) + "(1)", entry.declare().summary);
  }
  return out;
}

}  // namespace

std::string escape_for_man(std::string_view text) {
  std::string out;
  bool at_line_start = true;
  for (const char byte : text) {
    if (at_line_start && (byte == '.' || byte == '\'')) out += "\\&";
    at_line_start = byte == '\n';
    if (byte == '\\') {
      out += "\\e";
    } else if (byte == '-') {
      out += "\\-";
    } else if (byte == '\'') {
      out += "\\(aq";
    } else if (byte == '`') {
      out += "\\(ga";
    } else {
      out += byte;
    }
  }
  return out;
}

std::string overview_man_page() {
  std::string out = title("git-session");
  out += section("NAME") + "git\\-session \\- work sessions for the outputs of agents and people\n";
  out += section("SYNOPSIS") + bold("git session") + " [" + italic("VERB") + "] [" +
         italic("OPTION…") + "]\n";
  out += section("DESCRIPTION") +
         paragraphs(
             "Keeps what AI agents and people produce, such as reviews, analyses, plans and "
             "reports, in work sessions: folders with a metadata file that lie in the repository, "
             "next to the code they are about, and travel with its branches.\n\n"
             "Without a verb it shows the current session: " +
             std::string(default_verb) + ".");
  out += section("VERBS");
  for (const Group group :
       {Group::start, Group::work, Group::find, Group::share, Group::care, Group::other}) {
    out += group_section(group);
  }
  out += section("SEE ALSO") + bold("git") + "(1)\n";
  return out;
}

std::string command_man_page(const Command& command) {
  const std::string name = "git-session-" + command.name;
  const VisibleOptions options = visible_options_of(command);
  std::string out = title(name);
  out += section("NAME") + escape_for_man(name) + " \\- " +
         escape_for_man(in_sentence(command.summary)) + "\n";
  out += section("SYNOPSIS") + escape_for_man(usage_of(command, "git session")) + "\n";
  out += section("DESCRIPTION") + paragraphs(command.description);
  out += operands_section(command);
  out += options_section(options.own, "OPTIONS");
  out += options_section(options.common, "COMMON OPTIONS");
  out += examples_section(command);
  out += exit_status_section(command);
  out += section("SEE ALSO") + bold("git-session") + "(1)\n";
  return out;
}

}  // namespace git_session
