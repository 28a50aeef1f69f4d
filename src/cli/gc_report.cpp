#include "cli/gc_report.h"

#include <algorithm>

#include "base/text.h"
#include "cli/markdown_table.h"
#include "cli/markdown_text.h"
#include "cli/table.h"

namespace git_session {
namespace {

constexpr size_t most_named_files = 5;
const std::string drafts_word = "drafts";

Style style_of(GcVerdict verdict) {
  switch (verdict) {
    case GcVerdict::archive:
      return Style::yellow;
    case GcVerdict::purge:
      return Style::red;
    case GcVerdict::near:
      return Style::plain;
    case GcVerdict::stays:
      break;
  }
  return Style::dim;
}

std::string describe(GcReason reason, const GcSession& found, const GcSurvey& survey, Date today) {
  const Date date = found.decision.date.value_or(today);
  const std::string day = describe_day(date, today);
  const std::string length = survey.purge_after ? git_session::describe(*survey.purge_after) : "";
  const std::string& why = found.session.retention.reason;
  switch (reason) {
    case GcReason::expired:
      return "expired " + day;
    case GcReason::expires_soon:
      return "expires " + day;
    case GcReason::long_archived:
      return "in the archive longer than " + length;
    case GcReason::long_archived_soon:
      return "in the archive for " + length + " " + day;
    case GcReason::held:
      return why.empty() ? "held" : "held: " + why;
    case GcReason::permanent:
      return "its policy is permanent";
    case GcReason::no_archive_date:
      return "nobody noted when it was archived";
    case GcReason::promoted_changed:
      return "changed since it was promoted";
    case GcReason::uncommitted:
      return "not committed";
    case GcReason::unpushed:
      return "not pushed";
    case GcReason::foreign_content:
      return "a link, a repository or no file lies in it";
    case GcReason::target_exists:
      return "'" + found.detail + "' exists already";
    case GcReason::target_ignored:
      return "git ignores its place in the archive (" + found.detail + ")";
    case GcReason::sparse_checkout:
      return "kept out of the work tree by sparse checkout";
    case GcReason::newer_schema:
      return "its metadata needs a newer git-session";
    case GcReason::cannot_edit:
      break;
  }
  return found.detail;
}

std::string size_of(uint64_t bytes, size_t files) {
  return count_of(files, "file") + ", " + format_bytes(bytes);
}

size_t count_files(const GcSession& found) {
  if (!found.files.empty()) return found.files.size();
  return static_cast<size_t>(std::count_if(found.session.outputs.begin(),
                                           found.session.outputs.end(),
                                           [](const Output& output) { return output.exists; }));
}

std::string describe_drafts(const GcDrafts& drafts) {
  return count_of(drafts.files.size(), "draft") + " older than " +
         std::to_string(GcSurvey::draft_days) + " days";
}

void name_files(std::string& text, const char* what, const std::vector<std::string>& files) {
  if (files.empty()) return;
  std::vector<std::string> names;
  for (const std::string& file : files) {
    if (names.size() == most_named_files) break;
    names.push_back(markdown_text(file));
  }
  if (files.size() > names.size()) {
    names.push_back("and " + std::to_string(files.size() - names.size()) + " more");
  }
  text += "  - " + std::string(what) + ": " + join(names, ", ") + "\n";
}

/// Below the table: which outputs would be lost with a session.
std::string risks_markdown(const GcSurvey& survey) {
  std::string text;
  for (const GcSession& found : survey.sessions) {
    std::string names;
    name_files(names, "not committed", found.uncommitted);
    if (survey.has_remote) name_files(names, "not pushed", found.unpushed);
    name_files(names, "changed since it was promoted", found.promoted_changed);
    name_files(names, "never promoted", found.unpromoted);
    if (!names.empty()) text += "- " + markdown_text(found.session.id) + "\n" + names;
  }
  return text;
}

}  // namespace

std::string describe_reasons(const GcSession& found, const GcSurvey& survey, Date today) {
  std::vector<std::string> parts;
  for (GcReason reason : found.decision.reasons) {
    parts.push_back(describe(reason, found, survey, today));
  }
  return join(parts, ", ");
}

std::string describe_risks(const GcSession& found) {
  std::vector<std::string> parts;
  auto add = [&](const std::vector<std::string>& files, const char* what) {
    if (!files.empty()) parts.push_back(std::to_string(files.size()) + " " + what);
  };
  add(found.uncommitted, "not committed");
  add(found.unpushed, "not pushed");
  add(found.promoted_changed, "changed since promoted");
  add(found.unpromoted, "never promoted");
  return join(parts, ", ");
}

void print_survey(Console& console, const GcSurvey& survey, Date today) {
  Table table({{"SESSION"},
               {"USER", Alignment::left, true, 1},
               {"WHAT"},
               {.header = "WHY", .is_below = true},
               {"SIZE", Alignment::left, false, 2},
               {.header = "ONLY HERE", .is_below = true}});
  for (const GcSession& found : survey.sessions) {
    const GcVerdict verdict = found.decision.verdict;
    table.add_row({{found.session.id, Style::bold},
                   found.session.user,
                   {name_of(verdict), style_of(verdict)},
                   describe_reasons(found, survey, today),
                   size_of(found.bytes, count_files(found)),
                   describe_risks(found)});
  }
  for (const GcDrafts& drafts : survey.drafts) {
    table.add_row({{drafts.location.id, Style::bold},
                   drafts.location.user,
                   drafts_word,
                   describe_drafts(drafts),
                   size_of(drafts.bytes, drafts.files.size()),
                   ""});
  }
  if (!table.empty()) table.print(console);
}

std::string survey_markdown(const GcSurvey& survey, Date today) {
  std::string text = "## Sessions past their date, or near it\n\n";
  MarkdownTable table({"Session", "User", "What", "Why", "Size"});
  for (const GcSession& found : survey.sessions) {
    table.add_row({markdown_text(found.session.id), markdown_text(found.session.user),
                   name_of(found.decision.verdict),
                   markdown_text(describe_reasons(found, survey, today)),
                   size_of(found.bytes, count_files(found))});
  }
  for (const GcDrafts& drafts : survey.drafts) {
    table.add_row({markdown_text(drafts.location.id), markdown_text(drafts.location.user),
                   drafts_word, describe_drafts(drafts),
                   size_of(drafts.bytes, drafts.files.size())});
  }
  if (table.empty()) return text + "None.\n";
  text += table.text();
  const std::string risks = risks_markdown(survey);
  if (!risks.empty()) text += "\n### What is only here\n\n" + risks;
  if (!survey.has_remote) text += "\nThere is no remote: nothing is pushed.\n";
  return text + "\nArchiving moves a session and does not make a clone smaller.\n";
}

}  // namespace git_session
