#include "cli/session_table.h"

#include <algorithm>

#include "base/text.h"
#include "json/session_json.h"

namespace git_session {
namespace {

constexpr int days_that_are_near = 14;
constexpr int exit_some_unreadable = 4;

Style style_of_status(const SessionRow& row) {
  if (row.shape == Shape::unreadable) return Style::red;
  if (row.shape == Shape::none) return Style::yellow;
  return row.state == State::active ? Style::green : Style::dim;
}

Cell expiry_cell(const SessionRow& row, Date today) {
  if (!row.expires_at) return "";
  const std::string exact = format_date(*row.expires_at);
  if (row.state == State::archived) return {exact, exact, Style::dim};
  const int days = days_between(today, *row.expires_at);
  Style style = days < 0 ? Style::red : days <= days_that_are_near ? Style::yellow : Style::plain;
  return {describe_expiry(row.expires_at, today), exact, style};
}

std::vector<Cell> cells_of(const SessionRow& row, Date today) {
  return {{row.id, Style::bold},
          row.user,
          {status_word(row), style_of_status(row)},
          row.team,
          row.ticket,
          row.sprint,
          row.project,
          std::to_string(row.outputs.total),
          expiry_cell(row, today)};
}

std::string padded(const std::string& text, size_t width) {
  const size_t used = display_width(text);
  return text + std::string(width > used ? width - used : 0, ' ');
}

Styled headline_of(const SessionRow& row) {
  Styled line(escape_line(row.id), Style::bold);
  line.add("  " + escape_line(row.user) + "  ");
  line.add(status_word(row), style_of_status(row));
  for (const std::string* text : {&row.ticket, &row.project}) {
    if (!text->empty()) line.add("  " + escape_line(*text));
  }
  return line;
}

void print_output_rows(Console& console, std::vector<OutputRow> outputs, Instant now) {
  // What a later version has replaced is folded away.
  const size_t folded =
      std::erase_if(outputs, [](const OutputRow& output) { return output.is_superseded; });
  std::vector<std::string> files, agents, types;
  size_t file_width = 0, agent_width = 0, type_width = 0;
  for (const OutputRow& output : outputs) {
    files.push_back(escape_line(output.file));
    agents.push_back(escape_line(output.agent));
    types.push_back(escape_line(output.type));
    file_width = std::max(file_width, display_width(files.back()));
    agent_width = std::max(agent_width, display_width(agents.back()));
    type_width = std::max(type_width, display_width(types.back()));
  }
  for (size_t i = 0; i < outputs.size(); ++i) {
    Styled line("  " + padded(files[i], file_width) + "  " + padded(agents[i], agent_width) + "  " +
                padded(types[i], type_width));
    if (outputs[i].created_at) {
      line.add("  " + describe_age(*outputs[i].created_at, now), Style::dim);
    }
    if (outputs[i].promoted) line.add("  promoted", Style::green);
    console.print_line(line);
  }
  if (folded > 0)
    console.print_line({"  " + count_of(folded, "older version") + " not shown", Style::dim});
}

/// One JSON text, shifted `levels` to the right but for its first line.
std::string shifted(const std::string& text, size_t levels) {
  std::string out;
  for (char byte : text) {
    out += byte;
    if (byte == '\n') out.append(2 * levels, ' ');
  }
  return out;
}

/// An array as dump_json() would print it, member by member.
class JsonArray {
 public:
  JsonArray(Console& console, std::string_view name) : console_(console) {
    console_.print_raw(is_pretty() ? ",\n  \"" : ",\"");
    console_.print_raw(name);
    console_.print_raw(is_pretty() ? "\": [" : "\":[");
  }
  void add(const Json& value) { add_text(dump_json(value, is_pretty() ? 2 : -1)); }
  void add_text(const std::string& text) {
    if (!is_empty_) console_.print_raw(",");
    is_empty_ = false;
    console_.print_raw(is_pretty() ? "\n    " + shifted(text, 2) : text);
  }
  void end() { console_.print_raw(is_pretty() && !is_empty_ ? "\n  ]" : "]"); }

 private:
  bool is_pretty() const { return console_.is_output_terminal(); }
  Console& console_;
  bool is_empty_ = true;
};

}  // namespace

std::string describe_expiry(const std::optional<Date>& expires_at, Date today) {
  if (!expires_at) return {};
  const std::string day = describe_day(*expires_at, today);
  return days_between(today, *expires_at) < 0 ? "expired " + day : day;
}

Table session_table(const std::vector<SessionRow>& rows, Date today) {
  Table table({{.header = "ID"},
               {.header = "USER", .shrinkable = true, .priority = 2},
               {.header = "STATUS"},
               {.header = "TEAM", .shrinkable = true, .priority = 4},
               {.header = "TICKET", .shrinkable = true},
               {.header = "SPRINT", .shrinkable = true, .priority = 5},
               {.header = "PROJECT", .shrinkable = true, .priority = 1},
               {.header = "OUTPUTS", .alignment = Alignment::right, .priority = 3},
               {.header = "EXPIRES", .priority = 1}});
  for (const SessionRow& row : rows) table.add_row(cells_of(row, today));
  return table;
}

void print_with_outputs(Console& console, const std::vector<SessionRow>& rows, Instant now) {
  for (const SessionRow& row : rows) {
    if (&row != &rows.front()) console.print_line();
    console.print_line(headline_of(row));
    print_output_rows(console, row.matching_outputs, now);
  }
}

std::string json_of_session(const Session& session) { return dump_json(to_json(session)); }

void print_sessions_json(Console& console, const FoundSessions& found) {
  const bool is_pretty = console.is_output_terminal();
  console.print_raw(is_pretty ? "{\n  \"schema\": 1" : "{\"schema\":1");
  JsonArray sessions(console, "sessions");
  for (const SessionRow& row : found.rows) {
    sessions.add_text(is_pretty ? dump_json(Json::parse(row.kept), 2) : row.kept);
  }
  sessions.end();
  JsonArray problems(console, "problems");
  for (const SessionRow& row : found.rows) {
    if (row.shape == Shape::unreadable) continue;
    for (const Problem& problem : row.problems) problems.add(to_json(problem));
  }
  for (const Problem& problem : found.unreadable) problems.add(to_json(problem));
  for (const Problem& problem : found.links) problems.add(to_json(problem));
  problems.end();
  console.print_raw(is_pretty ? "\n}\n" : "}\n");
}

void tell_links(Console& console, const std::vector<Problem>& links) {
  for (const Problem& problem : links) console.warn(problem.path + ": " + problem.message);
}

int tell_unreadable(Console& console, const std::vector<Problem>& unreadable) {
  for (const Problem& problem : unreadable) {
    const std::string line = problem.line > 0 ? ":" + std::to_string(problem.line) : "";
    console.error(escape_line(problem.path + line + ": " + problem.message), problem.hint);
  }
  return unreadable.empty() ? 0 : exit_some_unreadable;
}

}  // namespace git_session
