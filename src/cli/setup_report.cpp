#include "cli/setup_report.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t widest_action = 8;

std::string padded(std::string word) {
  word.resize(std::max(word.size(), widest_action), ' ');
  return word;
}

Styled file_line(const SetupChange& change) {
  Styled line(padded(action_of(change)));
  line.add(escape_line(change.path), Style::bold);
  if (change.is_whole && change.after && !change.after->empty()) {
    const auto lines = std::count(change.after->begin(), change.after->end(), '\n');
    line.add(", " + count_of(static_cast<size_t>(lines), "line"), Style::dim);
  }
  return line;
}

/// Without the names of the files, which stand above.
void print_lines_of(Console& console, const std::string& diff) {
  const std::vector<std::string> lines = split(diff, '\n');
  for (size_t i = 2; i < lines.size(); ++i) {
    // The places of hunks, and what git says of a missing final newline, are no lines of the file.
    if (lines[i].empty() || lines[i][0] == '@' || lines[i][0] == '\\') continue;
    const char mark = lines[i][0];
    const Style style = mark == '+' ? Style::green : mark == '-' ? Style::red : Style::plain;
    console.print_line(Styled("    " + escape_line(lines[i]), style));
  }
}

}  // namespace

void print_setup_plan(Console& console, const SetupPlan& plan,
                      const std::vector<std::string>& diffs) {
  for (size_t i = 0; i < plan.changes.size(); ++i) {
    console.print_line(file_line(plan.changes[i]));
    if (!plan.changes[i].is_whole) print_lines_of(console, diffs[i]);
  }
  print_merge_driver(console, plan.merge_driver, "");
}

bool has_setup_faults(const SetupPlan& plan) {
  const bool lacks_some = std::any_of(plan.changes.begin(), plan.changes.end(),
                                      [](const SetupChange& one) { return !one.is_optional; });
  return lacks_some || !plan.left.empty();
}

void print_setup_faults(Console& console, const SetupPlan& plan) {
  for (const SetupChange& change : plan.changes) {
    if (change.is_optional) continue;
    Styled line(padded(state_of(change)));
    console.print_line(line.add(escape_line(change.path), Style::bold));
  }
  for (const SetupLeft& left : plan.left) {
    console.print_line(padded("left") + escape_line(left.reason));
  }
}

void tell_setup_notes(Console& console, const SetupPlan& plan) {
  for (const SetupLeft& left : plan.left) console.warn("left as it is: " + left.reason);
  for (const std::string& note : plan.notes) console.note(note);
}

void print_merge_driver(Console& console, const std::vector<MergeDriverChange>& changes,
                        const std::string& lead) {
  std::string file;
  for (const MergeDriverChange& change : changes) {
    if (change.file != file) console.print_line(change.file + ":");
    file = change.file;
    console.print_line("  " + lead + change.action + ": " + change.text);
  }
}

}  // namespace git_session
