#include "cli/report_markdown.h"

#include <algorithm>

#include "base/text.h"
#include "cli/markdown_text.h"
#include "cli/session_table.h"
#include "core/superseded.h"

namespace git_session {
namespace {

/// `2025-11-22 08:00 UTC`: the same for every reader, wherever it is pasted.
std::string moment_text(Instant instant) {
  const std::string text = format_rfc3339(instant);
  return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

std::string joined(const std::vector<std::string>& parts) {
  std::vector<std::string> there;
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(there),
               [](const std::string& part) { return !part.empty(); });
  return join(there, ", ");
}

/// A list of `- **Name:** text` lines; what has no text has no line. Texts are Markdown already.
class Facts {
 public:
  void add(const char* name, const std::string& text) {
    if (!text.empty()) lines_ += "- **" + std::string(name) + ":** " + text + "\n";
  }
  const std::string& lines() const { return lines_; }

 private:
  std::string lines_;
};

std::string section(const std::string& title, const std::string& body, int level) {
  return body.empty() ? "" : "\n" + std::string(level, '#') + " " + title + "\n\n" + body;
}

std::string created_text(const Session& session) {
  if (session.created_at) return moment_text(*session.created_at);
  if (auto instant = effective_created_at(session)) {
    return format_rfc3339(*instant).substr(0, 10) + " (from its name)";
  }
  return {};
}

std::string status_text(const Session& session) {
  std::string text = name_of(session.status.current);
  std::optional<Instant> since = session.status.current == State::closed ? session.status.closed_at
                                 : session.status.current == State::archived
                                     ? session.status.archived_at
                                     : std::nullopt;
  return since ? text + " since " + moment_text(*since) : text;
}

std::string expiry_text(const Session& session, Date today) {
  const std::optional<Date>& day = session.retention.expires_at;
  if (!day) return {};
  const std::string text = "until " + format_date(*day);
  if (session.status.current == State::archived) return text;
  return text + " (" + describe_expiry(day, today) + ")";
}

std::string retention_text(const Session& session, Date today) {
  const std::string& reason = session.retention.reason;
  const std::string text =
      joined({markdown_text(session.retention.policy), expiry_text(session, today)});
  return text + (text.empty() || reason.empty() ? "" : ": ") + markdown_text(reason);
}

std::string person_text(const Session& session) {
  const Session::CreatedBy& person = session.created_by;
  const std::string email = person.email.empty() ? "" : " (" + markdown_text(person.email) + ")";
  const std::string team = person.team.empty() ? "" : "team " + markdown_text(person.team);
  return joined({markdown_text(person.user) + email, team});
}

/// Several lines: more than a fact can hold.
bool is_long(const std::string& text) { return trim(text).find('\n') != std::string_view::npos; }

/// `PROJ-123: Send invoices by mail (In Progress)`, as far as it is known.
std::string ticket_text(const SessionReport& report) {
  const std::string key = markdown_text(report.session.context.ticket);
  if (!report.ticket) return key;
  const std::string summary = markdown_text(report.ticket->summary);
  const std::string state = markdown_text(report.ticket->state);
  return key + (summary.empty() ? "" : ": " + summary) + (state.empty() ? "" : " (" + state + ")");
}

std::string facts_of(const SessionReport& report, Date today) {
  const Session& session = report.session;
  const Session::Context& context = session.context;
  Facts facts;
  facts.add("Project", markdown_text(context.project));
  facts.add("Ticket", ticket_text(report));
  facts.add("Sprint", markdown_text(context.sprint));
  facts.add("Epic", markdown_text(context.epic));
  facts.add("Release", markdown_text(context.release));
  if (!is_long(context.description)) facts.add("About", markdown_text(context.description));
  facts.add("Created by", person_text(session));
  facts.add("Created", created_text(session));
  facts.add("Branch", markdown_text(context.branch));
  if (session.shape != Shape::none || session.in_archive) {
    facts.add("Status", status_text(session));
  } else {
    facts.add("Status", "no metadata: what follows is what lies in the folder");
  }
  facts.add("Retention", retention_text(session, today));
  facts.add("Tags", markdown_text(join(session.tags, ", ")));
  facts.add("Folder", markdown_text(session.path + "/"));
  return facts.lines();
}

std::string remarks_of(const Session& session, const Output& output) {
  std::vector<std::string> remarks;
  if (output.outside) remarks.push_back("leads out of the session, not opened");
  if (is_missing(output)) remarks.push_back("**missing**");
  if (!output.listed) remarks.push_back("not listed in the metadata");
  if (!output.link.empty()) remarks.push_back("kept at " + markdown_address(output.link));
  if (output.promoted) {
    const std::string target = markdown_address(output.promoted_to);
    remarks.push_back("promoted" + (output.promoted_to.empty() ? "" : " to " + target));
  }
  if (output.draft) remarks.push_back("draft");
  if (output.exit_code.value_or(0) != 0) {
    remarks.push_back("its command failed with exit code " + std::to_string(*output.exit_code));
  }
  if (!output.supersedes.empty()) {
    remarks.push_back("replaces " + markdown_text(output.supersedes));
  }
  if (is_superseded(session, output)) remarks.push_back("replaced since");
  return joined(remarks);
}

std::string agent_of(const Output& output) {
  const std::string model = output.model.empty() ? "" : " (" + markdown_text(output.model) + ")";
  return markdown_text(output.agent) + model;
}

std::string title_of(const SessionReport& report, size_t index) {
  const Output& output = report.session.outputs[index];
  return markdown_text(output.title.empty() ? report.headings[index] : output.title);
}

std::string count_text(const Session& session) {
  const OutputCounts counts = count_outputs(session);
  const auto part = [](size_t count, const char* word) {
    return count == 0 ? std::string() : std::to_string(count) + " " + word;
  };
  return joined({count_of(counts.total, "output"), part(counts.promoted, "promoted"),
                 part(counts.missing, "missing"), part(counts.unlisted, "not listed")}) +
         ".\n";
}

std::string outputs_of(const SessionReport& report) {
  const Session& session = report.session;
  if (session.outputs.empty()) return "None.\n";
  MarkdownTable table(
      {"#", "Output", "Title", "Agent", "Type", "Created (UTC)", "Size", "Remarks"});
  for (size_t i = 0; i < session.outputs.size(); ++i) {
    const Output& output = session.outputs[i];
    const std::string file = output.file.empty() ? "(no name)" : markdown_text(output.file);
    const std::string created =
        output.created_at ? moment_text(*output.created_at).substr(0, 16) : std::string();
    table.add_row({std::to_string(i + 1), file, title_of(report, i), agent_of(output),
                   markdown_text(output.type), created,
                   output.bytes ? format_bytes(*output.bytes) : std::string(),
                   remarks_of(session, output)});
  }
  return count_text(session) + "\n" + table.text();
}

std::string stakeholders_of(const Session& session) {
  std::string lines;
  for (const Stakeholder& person : session.stakeholders) {
    const std::string text = joined(
        {markdown_text(person.name), markdown_text(person.role), markdown_text(person.email)});
    if (!text.empty()) lines += "- " + text + "\n";
  }
  return lines;
}

std::string links_of(const Session& session) {
  std::string lines;
  for (const auto& [name, target] : session.links) {
    if (!target.empty())
      lines += "- " + markdown_text(name) + ": " + markdown_address(target) + "\n";
  }
  return lines;
}

std::string problems_of(const Session& session) {
  std::string lines;
  for (const Problem& problem : session.problems) {
    const std::string line = problem.line > 0 ? ":" + std::to_string(problem.line) : "";
    lines += "- " + markdown_text(problem.path + line + ": " + problem.message) + "\n";
  }
  return lines;
}

std::string headline_of(const Session& session) {
  const std::string text =
      joined({markdown_text(session.context.ticket), markdown_text(session.context.project)});
  return text.empty() ? "Session" : text;
}

std::string changes_of(const ChangedSession& change) {
  MarkdownTable table({"Output", "Title", "Agent", "Type", "Size", "Change"});
  const Session& session = change.report.session;
  for (const FileChange& file : change.files) {
    auto output =
        std::find_if(session.outputs.begin(), session.outputs.end(),
                     [&](const Output& candidate) { return candidate.file == file.file; });
    if (output == session.outputs.end()) {
      table.add_row({markdown_text(file.file), "", "", "", "", name_of(file.change)});
      continue;
    }
    const auto index = static_cast<size_t>(output - session.outputs.begin());
    table.add_row({markdown_text(file.file), title_of(change.report, index), agent_of(*output),
                   markdown_text(output->type),
                   output->bytes ? format_bytes(*output->bytes) : std::string(),
                   name_of(file.change)});
  }
  return table.empty() ? "" : "\n" + table.text();
}

std::string change_markdown(const ChangedSession& change, Date today) {
  const Session& session = change.report.session;
  std::string status = session.is_readable() ? status_text(session) : "metadata cannot be read";
  if (session.shape == Shape::none) status = "no metadata";
  const std::string expiry = expiry_text(session, today);
  std::vector<std::string> facts = {person_text(session), status,
                                    expiry.empty() ? expiry : "kept " + expiry};
  if (change.report.ticket) facts.insert(facts.begin(), ticket_text(change.report));
  if (!change.moved_from.empty()) facts.push_back("moved from " + markdown_text(change.moved_from));
  if (change.metadata_changed && !change.is_new) facts.push_back("metadata changed");
  return "\n### " + headline_of(session) + (change.is_new ? " (new)" : "") + "\n\n" +
         markdown_text(session.id) + ": " + joined(facts) + "\n" + changes_of(change);
}

std::string totals_of(const BranchReport& report) {
  size_t counts[3] = {};
  for (const ChangedSession& session : report.sessions) {
    for (const FileChange& file : session.files) ++counts[static_cast<size_t>(file.change)];
  }
  std::vector<std::string> parts = {count_of(report.sessions.size(), "session")};
  for (Change change : {Change::added, Change::changed, Change::removed}) {
    const size_t count = counts[static_cast<size_t>(change)];
    if (count > 0) parts.push_back(count_of(count, "output") + " " + name_of(change));
  }
  return joined(parts);
}

}  // namespace

std::string report_markdown(const SessionReport& report, Date today, int level) {
  const Session& session = report.session;
  std::string text = std::string(level, '#') + " Session " + markdown_text(session.id) + "\n\n";
  text += facts_of(report, today);
  const std::string& about = session.context.description;
  text += section("About", is_long(about) ? markdown_quote(about) : "", level + 1);
  text += section("Outputs", outputs_of(report), level + 1);
  text += section("Stakeholders", stakeholders_of(session), level + 1);
  text += section("Links", links_of(session), level + 1);
  text += section("Notes", session.notes.empty() ? "" : markdown_quote(session.notes), level + 1);
  text += section("Problems", problems_of(session), level + 1);
  return text;
}

std::string branch_markdown(const BranchReport& report, Date today) {
  const std::string since = " since " + markdown_text(report.revision) + ".\n";
  std::string text = "## Sessions on this branch\n\n";
  if (report.sessions.empty() && report.removed.empty()) return text + "Nothing changed" + since;
  text += totals_of(report) + since;
  for (const ChangedSession& change : report.sessions) text += change_markdown(change, today);
  std::string removed;
  for (const std::string& path : report.removed) removed += "- " + markdown_text(path) + "\n";
  return text + section("No longer here", removed, 3);
}

}  // namespace git_session
