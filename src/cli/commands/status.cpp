#include <algorithm>

#include "base/text.h"
#include "cli/session_command.h"
#include "json/status_json.h"
#include "operations/workspace_status.h"

namespace git_session {
namespace {

/// The answer is to fit on one screen.
constexpr size_t most_lines = 6;

struct Line {
  std::string label;
  std::string text;
};

/// A heading and its lines, aligned; nothing when there are none. `more` says where the rest is.
void print_section(Console& console, const std::string& heading, const std::string& next,
                   const std::vector<Line>& lines, const std::string& more) {
  if (lines.empty()) return;
  console.print_line();
  Styled title(heading, Style::bold);
  if (!next.empty()) title.add("  " + next, Style::dim);
  console.print_line(title);
  size_t width = 0;
  for (const Line& line : lines) width = std::max(width, display_width(escape_line(line.label)));
  for (size_t i = 0; i < lines.size() && i < most_lines; ++i) {
    std::string label = escape_line(lines[i].label);
    std::string gap(lines[i].text.empty() ? 0 : width - display_width(label) + 2, ' ');
    console.print_line("  " + label + gap + escape_line(lines[i].text));
  }
  if (lines.size() > most_lines) {
    console.print_line("  … and " + std::to_string(lines.size() - most_lines) + " more" +
                       (more.empty() ? "" : ": " + more));
  }
}

std::string context_of(const Session& session) {
  std::vector<std::string> parts;
  for (const std::string& part :
       {session.context.ticket, session.context.project, session.created_by.team}) {
    if (!part.empty()) parts.push_back(part);
  }
  return escape_line(join(parts, ", "));
}

std::string retention_of(const Session& session, Date today) {
  const auto& retention = session.retention;
  std::string policy = retention.policy.empty() ? "" : " (" + retention.policy + ")";
  if (!retention.expires_at) return "Kept without a date" + escape_line(policy);
  std::string verb = *retention.expires_at < today ? "Expired " : "Expires ";
  return verb + format_date(*retention.expires_at) + ", " +
         describe_day(*retention.expires_at, today) + escape_line(policy);
}

std::string outputs_of(const Session& session) {
  OutputCounts counts = count_outputs(session);
  std::string text = count_of(counts.total, "output");
  if (counts.promoted > 0) text += ", " + std::to_string(counts.promoted) + " promoted";
  return text;
}

void print_current(Console& console, const Workspace& workspace, const WorkspaceStatus& status) {
  const Session& session = status.session;
  console.print_line(Styled("Session ")
                         .add(escape_line(session.id), Style::bold)
                         .add(session.is_readable()
                                  ? std::string(" (") + name_of(session.status.current) + ")"
                                  : ""));
  std::vector<std::string> lines = {context_of(session),
                                    "Found: " + describe(status.current->source, workspace),
                                    "Folder: " + folder_label(session.path)};
  if (session.is_readable()) lines.push_back(retention_of(session, workspace.today()));
  lines.push_back(outputs_of(session));
  for (const std::string& line : lines) {
    if (!line.empty()) console.print_line("  " + escape_line(line));
  }
  if (!session.problems.empty()) {
    const Problem& first = session.problems.front();
    std::string place = first.line > 0 ? "line " + std::to_string(first.line) + ": " : "";
    console.print_line("  " + count_of(session.problems.size(), "problem") + ", " + place +
                       escape_line(first.message) + " (git session doctor)");
  }
}

void print_none(Console& console, const WorkspaceStatus& status) {
  std::string reason = status.none_reason;
  reason.front() = 'N';  // of "no current session"
  console.print_line(escape_line(reason));
  console.print_line("  " + escape_line(status.none_hint));
  std::vector<Line> lines;
  for (const Session& session : status.open) {
    lines.push_back({session.id, context_of(session)});
  }
  print_section(console, "Open sessions of yours", "git session use ID", lines,
                "git session list --status active");
}

std::string describe_change(const std::string& letters) {
  if (letters == "??") return "new";
  if (is_unmerged(letters)) return "in conflict";
  if (letters.find('D') != letters.npos) return "deleted";
  return letters[1] == ' ' ? "staged" : "changed";
}

void print_files(Console& console, const WorkspaceStatus& status) {
  std::vector<Line> unrecorded;
  std::vector<Line> missing;
  std::vector<Line> uncommitted;
  std::vector<Line> left_out;
  for (const Output& output : status.session.outputs) {
    if (is_unrecorded(status.session, output)) unrecorded.push_back({output.file, ""});
    if (is_missing(output)) missing.push_back({output.file, ""});
  }
  bool is_in_conflict = false;
  for (const auto& [file, letters] : status.uncommitted) {
    uncommitted.push_back({describe_change(letters), file});
    is_in_conflict = is_in_conflict || is_unmerged(letters);
  }
  print_section(console, "Not recorded", "git session add FILE", unrecorded, "git session report");
  for (const LeftOut& left : status.left_out) {
    left_out.push_back({left.file, describe(left.reason)});
  }
  print_section(console, "Missing", "listed, but not there", missing, "git session report");
  print_section(console, "Not committed",
                is_in_conflict ? "git session doctor --fix" : "git session commit", uncommitted,
                "git status");
  print_section(console, "Left out of commits", "", left_out, "git session status --json");
}

void print_expiring(Console& console, const WorkspaceStatus& status, Date today) {
  std::vector<Line> lines;
  for (const ExpiringSession& expiring : status.expiring) {
    Date date = *expiring.session.retention.expires_at;
    lines.push_back({expiring.session.id,
                     (expiring.days < 0 ? "expired " : "expires ") + describe_day(date, today)});
  }
  std::string days = std::to_string(WorkspaceStatus::expiring_days);
  print_section(console, "Near their date", "git session update ID --expires DATE", lines,
                "git session search --expiring-within " + days);
}

void print_status(Console& console, const Workspace& workspace, const WorkspaceStatus& status) {
  if (status.current) {
    print_current(console, workspace, status);
  } else {
    print_none(console, status);
  }
  if (status.superproject) {
    console.print_line("  Sessions here belong to this submodule of " +
                       escape_line(*status.superproject));
  }
  if (status.ignore_rule) {
    console.print_line("  git ignores this session (" + escape_line(*status.ignore_rule) +
                       "): it cannot be committed");
  }
  print_files(console, status);
  print_expiring(console, status, workspace.today());
}

int run_status(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  WorkspaceStatus status = read_status(workspace, invocation.named_session());
  if (status.current) {
    for (const std::string& note : status.current->notes) invocation.console.note(note);
  }
  if (invocation.wants_json()) {
    invocation.console.print_json(status_root(status, workspace));
  } else {
    print_status(invocation.console, workspace, status);
  }
  return 0;
}

}  // namespace

Command declare_status() {
  return {.name = "status",
          .summary = "Show the current session and what is left to do",
          .description =
              "Shows, on one screen, the current session and how it was found, which files in it "
              "are not recorded in its metadata, missing, or not committed, and which of your "
              "sessions expire within 14 days or have expired. Without a current session it lists "
              "your open ones; that is no error here. `git session` alone does the same.\n\n"
              "It only reads.",
          .operands = {session_operand("another session to look at")},
          .examples = {{"git session", "where am I, and what is left to do"},
                       {"git session status --json", "the same for programs"}},
          .run = run_status};
}

}  // namespace git_session
