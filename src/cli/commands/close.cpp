#include "base/error.h"
#include "base/text.h"
#include "cli/output_options.h"
#include "cli/progress.h"
#include "cli/session_command.h"
#include "json/session_json.h"
#include "operations/close_session.h"

namespace git_session {
namespace {

Json report_to_json(const CloseReport& report) {
  Json root = session_root(report.session);
  root["added"] = files_to_json(report.listed);
  std::vector<std::string> not_listed;
  for (const NotListed& left : report.not_listed) not_listed.push_back(left.file);
  root["not_listed"] = files_to_json(not_listed);
  return root;
}

std::string totals_of(const Session& session) {
  OutputCounts counts = count_outputs(session);
  std::string text =
      count_of(counts.total, "output") + ", " + std::to_string(counts.promoted) + " promoted";
  if (counts.missing > 0) text += ", " + std::to_string(counts.missing) + " missing";
  return text;
}

std::string reason_of(const NotListed& left, const std::string& id) {
  switch (left.reason) {
    case NotListedReason::name_not_utf8:
      return "its name is not UTF-8";
    case NotListedReason::no_room:
      return "the metadata is full";
    case NotListedReason::too_large:
      break;
  }
  return "it is over session.maxOutputSize; move it out, or: git session reopen " +
         quote_for_shell(id) + " && git session add --large --session " + quote_for_shell(id) +
         " " + quote_for_shell(left.file);
}

void print_report(Console& console, const CloseReport& report) {
  for (const std::string& file : report.listed) console.print_line("Added: " + escape_line(file));
  console.print_line((report.was_closed ? "Closed already: " : "Closed: ") +
                     escape_line(report.session.id));
  console.print_line(totals_of(report.session));
  // It is no longer the current session, so commit has to be told which.
  if (!report.was_closed) {
    console.note("git session commit " + quote_for_shell(report.session.id) + " commits it");
  }
}

int run_close(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  SessionLocation location = session_of(invocation, workspace).location;
  Console& console = invocation.console;
  CloseReport report = [&] {
    Progress progress(console, "Closing " + location.id);
    return close_session(workspace, location);
  }();
  if (invocation.wants_json()) {
    console.print_json(report_to_json(report));
  } else if (!console.is_quiet()) {
    print_report(console, report);
  }
  for (const NotListed& left : report.not_listed) {
    console.warn("'" + escape_line(left.file) +
                 "' was not listed: " + reason_of(left, location.id));
  }
  return 0;
}

}  // namespace

Command declare_close() {
  return {.name = "close",
          .summary = "End a session",
          .description =
              "Lists the outputs that nobody added, marks the session closed with the time, and "
              "prints how many outputs it has and how many of them were promoted. It is no longer "
              "the current session then, takes no new outputs, and stays listed and searchable. "
              "Safe to repeat for the same ID; without one, and with no session left to close, the "
              "exit status is 3 and the one closed last is named.\n\n"
              "Nothing is committed: git session commit does that.",
          .operands = {session_operand("the session; the current one unless given")},
          .examples = {{"git session close", "end the current session"},
                       {"git session close a3f42c && git session commit a3f42c",
                        "end one and commit it"}},
          .run = run_close};
}

}  // namespace git_session
