#include "cli/session_card.h"

#include <algorithm>

#include "base/text.h"
#include "cli/session_table.h"
#include "cli/table.h"
#include "core/superseded.h"

namespace git_session {
namespace {

constexpr size_t label_width = 13;

void print_fact(Console& console, const std::string& label, Styled text) {
  if (text.text().empty()) return;
  Styled line(label + std::string(label_width - std::min(label.size(), label_width - 1), ' '),
              Style::dim);
  console.print_line(line.append(text));
}

std::string joined(std::vector<std::string> parts) {
  std::erase(parts, "");
  return escape_line(join(parts, ", "));
}

std::string first_line_of(const std::string& text) {
  const std::vector<std::string> lines = split(trim(text), '\n');
  return escape_line(trim(lines.front())) + (lines.size() > 1 ? " …" : "");
}

std::string in_parentheses(const std::string& text) {
  return text.empty() ? std::string() : " (" + text + ")";
}

Styled status_of(const Session& session, Instant now) {
  if (session.shape == Shape::unreadable) return {"metadata cannot be read", Style::red};
  if (session.shape == Shape::none && !session.in_archive) return {"no metadata", Style::yellow};
  const Session::Status& status = session.status;
  const std::string word = name_of(status.current);
  const auto since = status.current == State::closed ? status.closed_at : status.archived_at;
  if (status.current == State::active) return {word, Style::green};
  return since ? word + " " + describe_age(*since, now) : word;
}

std::string creation_of(const Session& session, Instant now) {
  const Session::CreatedBy& person = session.created_by;
  const auto created = effective_created_at(session);
  const std::string when =
      created ? format_rfc3339(*created) + " (" + describe_age(*created, now) + ")" : "";
  return joined({when, person.user + in_parentheses(person.email),
                 person.team.empty() ? "" : "team " + person.team});
}

Styled retention_of(const Session& session, Date today) {
  const Session::Retention& retention = session.retention;
  Styled text(escape_line(retention.policy));
  if (retention.expires_at) {
    const std::string separator = retention.policy.empty() ? "" : ", ";
    text.add(separator + "until " + format_date(*retention.expires_at));
    if (session.status.current != State::archived) {
      const bool is_over = days_between(today, *retention.expires_at) < 0;
      text.add(" (" + describe_expiry(retention.expires_at, today) + ")",
               is_over ? Style::red : Style::plain);
    }
  }
  if (!retention.reason.empty()) text.add(": " + escape_line(retention.reason));
  return text;
}

Cell state_of(const Output& output) {
  if (output.outside) return {"outside", Style::dim};
  if (is_missing(output)) return {"missing", Style::red};
  if (output.exit_code.value_or(0) != 0) return {"failed", Style::red};
  if (output.promoted) return {"promoted", Style::green};
  if (!output.listed) return {"not listed", Style::yellow};
  if (!output.link.empty()) return "linked";
  return output.draft ? "draft" : "";
}

void print_outputs(Console& console, const Session& session, Instant now, bool with_replaced) {
  console.print_line();
  if (session.outputs.empty()) return console.print_line("no outputs yet");
  Table table({{.header = "OUTPUT"},
               {.header = "AGENT", .shrinkable = true, .priority = 1},
               {.header = "TYPE", .shrinkable = true, .priority = 2},
               {.header = "CREATED", .priority = 3},
               {.header = "SIZE", .alignment = Alignment::right, .priority = 4},
               {.header = "STATE"}});
  size_t folded = 0;
  for (const Output& output : session.outputs) {
    if (!with_replaced && is_superseded(session, output)) {
      ++folded;
      continue;
    }
    table.add_row({output.file, output.agent, output.type,
                   output.created_at ? describe_age(*output.created_at, now) : std::string(),
                   output.bytes ? format_bytes(*output.bytes) : std::string(), state_of(output)});
  }
  table.print(console, TableFormat::table);
  if (folded > 0)
    console.print_line(
        {count_of(folded, "older version") + " not shown; --all shows them", Style::dim});
}

void print_notes(Console& console, const Session& session) {
  if (session.notes.empty()) return;
  console.print_line();
  for (const std::string& line : split(trim(session.notes), '\n')) {
    const std::string text = escape_line(line.ends_with('\r') ? trim(line) : line);
    console.print_line(text.empty() ? text : "  " + text);
  }
}

}  // namespace

void print_session_card(Console& console, const Session& session, Instant now, bool with_replaced) {
  const Session::Context& context = session.context;
  const Date today = to_local(now).date;
  console.print_line(Styled(escape_line(session.id), Style::bold));
  print_fact(console, "Project", escape_line(context.project));
  print_fact(console, "Ticket", escape_line(context.ticket));
  print_fact(console, "Sprint", escape_line(context.sprint));
  print_fact(console, "Epic", escape_line(context.epic));
  print_fact(console, "Release", escape_line(context.release));
  print_fact(console, "About", first_line_of(context.description));
  print_fact(console, "Status", status_of(session, now));
  print_fact(console, "Created", creation_of(session, now));
  print_fact(console, "Branch", escape_line(context.branch));
  print_fact(console, "Retention", retention_of(session, today));
  print_fact(console, "Tags", joined(session.tags));
  for (const auto& [name, target] : session.links) {
    if (!target.empty()) print_fact(console, "Link", escape_line(name + ": " + target));
  }
  for (const Stakeholder& person : session.stakeholders) {
    print_fact(console, "Stakeholder", joined({person.name, person.role, person.email}));
  }
  print_fact(console, "Folder", escape_line(session.path + "/"));
  for (const Problem& problem : session.problems) {
    const std::string line = problem.line > 0 ? ":" + std::to_string(problem.line) : "";
    print_fact(console, "Problem",
               {escape_line(problem.path + line + ": " + problem.message), Style::yellow});
  }
  print_outputs(console, session, now, with_replaced);
  print_notes(console, session);
}

}  // namespace git_session
