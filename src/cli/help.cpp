#include "cli/help.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/command_table.h"
#include "cli/command_text.h"
#include "cli/wrap.h"

namespace git_session {
namespace {

constexpr size_t widest_text = 100;
constexpr size_t narrowest_text = 40;
constexpr size_t widest_term_column = 28;
constexpr std::string_view indentation = "  ";

using Terms = std::vector<std::pair<std::string, std::string>>;

void add_heading(Styled& out, const std::string& heading) {
  out.add("\n").add(heading, Style::bold).add("\n");
}

/// Terms on the left, their texts on the right, under a heading; nothing when there are none.
void add_terms(Styled& out, const std::string& heading, const Terms& terms, size_t width) {
  if (terms.empty()) return;
  add_heading(out, heading);
  size_t column = 0;
  for (const auto& [term, text] : terms) column = std::max(column, display_width(term));
  column = std::min(column, widest_term_column) + 2 * indentation.size();
  const std::string margin(column, ' ');
  for (const auto& [term, text] : terms) {
    const size_t used = display_width(term) + indentation.size();
    out.add(std::string(indentation)).add(term, Style::cyan);
    // A term wider than its column gets a line of its own.
    out.add(used + indentation.size() <= column ? std::string(column - used, ' ') : "\n" + margin);
    bool is_first = true;
    for (const std::string& line : wrap_paragraph(text, width - column)) {
      out.add((std::exchange(is_first, false) ? "" : margin) + line + "\n");
    }
  }
}

Terms terms_of(const std::vector<Option>& options) {
  Terms terms;
  for (const Option& option : options) terms.emplace_back(term_of(option), text_of(option));
  return terms;
}

Terms terms_of(const std::vector<Operand>& operands) {
  Terms terms;
  for (const Operand& operand : operands) terms.emplace_back(term_of(operand), text_of(operand));
  return terms;
}

Terms exit_code_terms_of(const Command& command) {
  Terms terms;
  for (const auto& [code, text] : exit_codes_of(command)) {
    terms.emplace_back(std::to_string(code), text);
  }
  return terms;
}

void add_examples(Styled& out, const Command& command, size_t width) {
  if (command.examples.empty()) return;
  add_heading(out, "Examples");
  for (const Example& example : command.examples) {
    out.add(std::string(indentation)).add(example.command, Style::cyan).add("\n");
    if (example.explanation.empty()) continue;
    for (const std::string& line : wrap_paragraph(example.explanation, width - 6)) {
      out.add("      " + line + "\n");
    }
  }
}

/// The longest name of a verb that people see, and a gap.
constexpr size_t name_column = 15;

void add_group(Styled& out, Group group) {
  bool has_heading = false;
  for (const CommandEntry& entry : command_table()) {
    if (entry.group != group) continue;
    if (!std::exchange(has_heading, true)) add_heading(out, heading_of(group));
    std::string name(entry.name);
    name.resize(std::max(name.size(), name_column), ' ');
    out.add(std::string(indentation)).add(name, Style::cyan).add(entry.declare().summary + "\n");
  }
}

}  // namespace

Styled overview_help(std::string_view program, bool all) {
  const std::string name(program);
  Styled out;
  out.add("usage: ", Style::bold).add(name + " [VERB] [OPTION…]\n\n");
  out.add("Keeps what agents and people produce in work sessions next to the code.\n");
  for (const Group group : {Group::start, Group::work, Group::find, Group::share, Group::care}) {
    add_group(out, group);
  }
  if (all) add_group(out, Group::other);
  out.add("\nWithout a verb: " + std::string(default_verb) + ". A verb in detail: " + name +
          " VERB -h.");
  if (!all) out.add("\nEvery verb: " + name + " help --all.");
  return out.add("\n");
}

Styled command_help(const Command& command, std::string_view program, size_t width) {
  const size_t columns = std::clamp(width, narrowest_text, widest_text);
  Styled out;
  out.add("usage: ", Style::bold).add(usage_of(command, program) + "\n");
  for (const std::string& paragraph : paragraphs_of(command.description)) {
    out.add("\n");
    for (const std::string& line : wrap_paragraph(paragraph, columns)) out.add(line + "\n");
  }
  const VisibleOptions options = visible_options_of(command);
  add_terms(out, "Operands", terms_of(command.operands), columns);
  add_terms(out, "Options", terms_of(options.own), columns);
  add_terms(out, "Common options", terms_of(options.common), columns);
  add_examples(out, command, columns);
  add_terms(out, "Exit codes", exit_code_terms_of(command), columns);
  return out;
}

}  // namespace git_session
