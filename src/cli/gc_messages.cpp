#include "cli/gc_messages.h"

#include "base/text.h"
#include "cli/gc_report.h"
#include "cli/session_command.h"

namespace git_session {
namespace {

constexpr int exit_refused = 5;

std::string or_forced(const std::string& name) {
  return "or git session gc --execute --purge --force " + name;
}

std::string and_more(const std::vector<std::string>& files) {
  return files.size() == 1 ? "" : " and " + std::to_string(files.size() - 1) + " more";
}

/// Of several reasons the first: whoever has mended that is told of the next.
std::string way_out(const GcSession& found) {
  const GcReason reason = found.decision.reasons.front();
  const std::string name = quote_for_shell(found.session.id);
  switch (reason) {
    case GcReason::held:
      return "git session update " + name + " --release-hold";
    case GcReason::permanent:
      return "git session update " + name + " --retention project";
    case GcReason::no_archive_date:
      return "git session archive " + name + " notes the time from which it counts";
    case GcReason::promoted_changed:
      return "promote it, " + or_forced(name);
    case GcReason::uncommitted:
      return "commit " + escape_line(found.uncommitted.front()) + and_more(found.uncommitted) +
             ", " + or_forced(name);
    case GcReason::unpushed:
      return "push it, " + or_forced(name);
    case GcReason::target_ignored:
      return "change that rule, or git session archive --force " + name;
    case GcReason::sparse_checkout:
      return "git sparse-checkout add its folder";
    default:
      return "look into it: git session show " + name;
  }
}

/// What was to go and stays. Held sessions that were not archived yet are only listed.
bool is_refused(const GcSession& found, bool with_purge, Date today) {
  if (found.decision.verdict != GcVerdict::stays) return false;
  if (found.decision.date && *found.decision.date >= today) return false;
  if (found.session.in_archive) return with_purge;
  return found.decision.reasons.front() != GcReason::held;
}

}  // namespace

int tell_refused(Console& console, const GcSurvey& survey, bool with_purge, Date today) {
  int exit_code = 0;
  for (const GcSession& found : survey.sessions) {
    if (!is_refused(found, with_purge, today)) continue;
    exit_code = exit_refused;
    const std::string verb = found.session.in_archive ? " is not purged: " : " is not archived: ";
    console.warn(found.session.id + verb + describe_reasons(found, survey, today) + "; " +
                 way_out(found));
  }
  return exit_code;
}

std::string describe_work(const GcWork& work) {
  std::vector<std::string> parts;
  if (!work.archived.empty()) {
    parts.push_back("archive " + count_of(work.archived.size(), "session"));
  }
  if (!work.purged.empty()) parts.push_back("purge " + count_of(work.purged.size(), "session"));
  size_t drafts = 0;
  for (const GcDrafts* found : work.drafts) drafts += found->files.size();
  if (drafts > 0) parts.push_back("remove " + count_of(drafts, "draft"));
  return join(parts, ", ");
}

void tell_about_clones(Console& console) {
  console.note(
      "Archiving moves a session and does not make a clone smaller: git keeps what was committed");
}

void tell_preview(Console& console, const GcSurvey& survey, const GcWork& work, int within) {
  if (survey.sessions.empty() && survey.drafts.empty()) {
    console.note("Nothing is past its date, or within " + count_of(within, "day") + " of it");
  }
  if (survey.undated > 0) {
    console.note(count_of(survey.undated, "session") +
                 " without a date: git session update ID --retention project gives it one");
  }
  if (!survey.has_remote && !survey.sessions.empty()) {
    console.note("There is no remote: nothing is pushed");
  }
  const bool has_purge = !work.purged.empty();
  const std::string what = describe_work(work);
  if (what.empty()) return;
  console.note("git session gc --execute" + std::string(has_purge ? " --purge" : "") + " would " +
               what);
  if (!work.archived.empty()) tell_about_clones(console);
}

void print_done(Console& console, const Workspace& workspace, const GcWork& work,
                const GcSurvey& survey, const Arguments& arguments) {
  for (const GcSession* found : work.archived) {
    std::string line = "Archived: " + folder_label(found->location.path) + " -> " +
                       folder_label(archive_place(workspace, found->location).path);
    if (found->purge_on) line += ", may be purged after " + format_date(*found->purge_on);
    console.print_line(line);
  }
  for (const GcSession* found : work.purged) {
    console.print_line("Purged: " + folder_label(found->location.path));
  }
  for (const GcDrafts* drafts : work.drafts) {
    console.print_line("Removed: " + count_of(drafts->files.size(), "draft") + " of " +
                       escape_line(drafts->location.id));
  }
  if (arguments.has("purge") && !survey.purge_after) {
    console.note("Nothing of the archive is ever purged: session.purgeAfter is never");
  }
  if (!work.purged.empty() && !arguments.has("commit")) {
    console.note("Commit " + escape_line(reserved_ids_path(workspace)) +
                 " too: it keeps the ids reserved");
  }
}

}  // namespace git_session
