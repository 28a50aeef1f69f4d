#include "cli/migration_text.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace git_session {
namespace {

/// Of one list, on a terminal.
constexpr size_t most_lines = 10;

/// Prints as many of `count` lines as people want to see.
template <typename PrintOne>
void print_list(Console& console, size_t count, ListLength length, const PrintOne& print_one) {
  const bool is_short = length.everything || !console.is_output_terminal() || count <= most_lines;
  const size_t shown = is_short ? count : most_lines - 1;
  for (size_t i = 0; i < shown; ++i) print_one(i);
  if (shown == count) return;
  console.print_line(
      Styled("  and " + std::to_string(count - shown) + " more; --all shows them", Style::dim));
}

void print_session(Console& console, const PlannedSession& planned, bool keep, ListLength length) {
  const Session& session = planned.session;
  uint64_t bytes = 0;
  for (const MigratedFile& one : planned.files) bytes += one.file.bytes;
  Styled heading(escape_line(session.path) + "/", Style::bold);
  heading.add("  " + count_of(planned.files.size(), "file") + ", " + format_bytes(bytes),
              Style::dim);
  console.print_line(heading);
  print_list(console, planned.files.size(), length, [&](size_t i) {
    const MigratedFile& one = planned.files[i];
    const std::string name = one.file.path.substr(one.file.path.rfind('/') + 1);
    console.print_line(std::string(keep ? "  copy  " : "  move  ") + escape_line(one.file.path) +
                       (name == one.target ? "" : " -> " + escape_line(one.target)));
  });
}

}  // namespace

const char* describe(LeftReason reason) {
  switch (reason) {
    case LeftReason::hidden:
      return "hidden";
    case LeftReason::readme:
      return "README.md";
    case LeftReason::other_folder:
      return "folders of another kind";
    case LeftReason::migrated:
      return "in a session already";
    case LeftReason::symbolic_link:
      return "a link, which is never followed";
    case LeftReason::repository:
      return "a git repository of its own";
    case LeftReason::not_a_file:
      return "neither a file nor a folder";
    case LeftReason::too_deep:
      return "too many folders deep";
    case LeftReason::too_large:
      return "larger than session.maxOutputSize; --large takes it all the same";
    case LeftReason::name_not_utf8:
      return "its name is not UTF-8: rename it first";
    case LeftReason::control_characters:
      return "control characters in its name: rename it first";
    case LeftReason::unreadable:
      return "cannot be read";
    case LeftReason::unmerged:
      return "in the middle of a merge";
    case LeftReason::sparse_checkout:
      return "kept out of the work tree by sparse checkout";
    case LeftReason::elsewhere:
      return "not among the old outputs; --input with its folder takes it";
    case LeftReason::copy_ignored:
      return "git ignores its copy, so nobody else would get it";
  }
  return "";
}

void tell_left(Console& console, const std::vector<LeftFile>& left, ListLength length) {
  std::map<LeftReason, std::vector<std::string>> quiet;
  std::vector<const LeftFile*> loud;
  for (const LeftFile& file : left) {
    if (is_left_out(file.reason)) {
      loud.push_back(&file);
    } else {
      quiet[file.reason].push_back(file.path);
    }
  }
  const bool is_short =
      length.everything || !console.is_output_terminal() || loud.size() <= most_lines;
  const size_t shown = is_short ? loud.size() : most_lines - 1;
  for (size_t i = 0; i < shown; ++i)
    console.warn(escape_line(loud[i]->path) + " stays: " + describe(loud[i]->reason));
  if (shown < loud.size())
    console.warn(std::to_string(loud.size() - shown) + " more stay; --all names them");
  for (const auto& [reason, paths] : quiet) {
    constexpr size_t most_names = 3;
    std::string names;
    for (size_t i = 0; i < paths.size() && i < most_names; ++i)
      names += (i > 0 ? ", " : "") + escape_line(paths[i]);
    if (paths.size() > most_names) names += ", …";
    console.note("Left, " + std::string(describe(reason)) + ": " + names +
                 (paths.size() > most_names ? " (" + std::to_string(paths.size()) + ")" : ""));
  }
}

std::string size_of_migration(const MigrationPlan& plan) {
  return count_of(plan.file_count(), "file") + " into " + count_of(plan.sessions.size(), "session");
}

void print_migration_plan(Console& console, const MigrationPlan& plan, bool keep,
                          ListLength length) {
  for (const PlannedSession& planned : plan.sessions) print_session(console, planned, keep, length);
  if (plan.mended_ignore_file)
    console.print_line("change: " + escape_line(*plan.mended_ignore_file) +
                       ", which ignores sessions: lines at its end make git track them");
}

void print_removal_plan(Console& console, const RemovalPlan& plan, ListLength length) {
  print_list(console, plan.removed.size(), length, [&](size_t i) {
    console.print_line("remove: " + escape_line(plan.removed[i].path) + ", the same as " +
                       escape_line(plan.removed[i].copy));
  });
  for (const std::string& path : plan.changed)
    console.warn(escape_line(path) + " stays: no session holds what is in it");
  tell_left(console, plan.left, length);
}

}  // namespace git_session
