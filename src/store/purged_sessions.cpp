#include "store/purged_sessions.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{16} * 1024 * 1024;
constexpr std::string_view nothing = "-";
constexpr size_t shortest_hex = 3;
constexpr std::string_view first_lines =
    "# Sessions that git session gc --purge removed. Their ids stay reserved: keep this file.\n"
    "# id, user, when, the last commit that held it, path; git checkout COMMIT -- PATH\n";

std::string or_nothing(const std::string& text) {
  return text.empty() ? std::string(nothing) : text;
}

bool is_commit(std::string_view text) {
  return text.size() >= 40 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::set<std::string> lines_of(std::string_view text) {
  const std::vector<std::string> lines = split(text, '\n');
  return {lines.begin(), lines.end()};
}

std::optional<PurgedSession> parse_line(std::string_view line, const SessionLayout& layout) {
  const std::vector<std::string> fields = split(line, '\t');
  if (fields.size() != 5 || line.starts_with('#')) return std::nullopt;
  // The names go into a command that people copy: they must be what a session could have.
  const auto location = layout.parse(fields[4]);
  if (!location || location->id != fields[0] || location->path != fields[4]) return std::nullopt;
  if (or_nothing(location->user) != fields[1]) return std::nullopt;
  if (fields[3] != nothing && !is_commit(fields[3])) return std::nullopt;
  return PurgedSession{fields[0], location->user, parse_rfc3339(fields[2]),
                       fields[3] == nothing ? std::string() : fields[3], fields[4]};
}

bool means(std::string_view name, const PurgedSession& session) {
  if (session.id.starts_with(name)) return true;
  const auto hex = hex_of_session_id(session.id);
  return name.size() >= shortest_hex && hex && hex->starts_with(name);
}

}  // namespace

std::string purged_sessions_path(const SessionLayout& layout) {
  return layout.archive() + "/.purged";
}

std::vector<PurgedSession> parse_purged_sessions(std::string_view text,
                                                 const SessionLayout& layout) {
  std::vector<PurgedSession> sessions;
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);  // git may have made them
    if (auto session = parse_line(line, layout)) sessions.push_back(*std::move(session));
  }
  return sessions;
}

std::string with_purged_sessions(std::string_view text, const std::vector<PurgedSession>& added) {
  std::string all(text.empty() ? first_lines : text);
  if (!all.ends_with('\n')) all += '\n';
  for (const PurgedSession& session : added) {
    const std::string when = session.purged_at ? format_rfc3339(*session.purged_at) : "";
    all += session.id + "\t" + or_nothing(session.user) + "\t" + or_nothing(when) + "\t" +
           or_nothing(session.commit) + "\t" + session.path + "\n";
  }
  return all;
}

std::string with_purged_lines_changed(std::string_view text, std::string_view from,
                                      std::string_view to) {
  const std::set<std::string> old_lines = lines_of(from);
  const std::set<std::string> new_lines = lines_of(to);
  std::set<std::string> present;
  std::string changed;
  auto add = [&](const std::string& line) {
    if (present.insert(line).second) changed += line + "\n";
  };
  for (const std::string& line : split(text, '\n')) {
    const bool goes = old_lines.contains(line) && !new_lines.contains(line);
    if (!line.empty() && (!goes || line.starts_with('#'))) add(line);
  }
  for (const std::string& line : split(to, '\n')) {
    if (!line.empty() && !old_lines.contains(line)) add(line);
  }
  return changed;
}

std::optional<std::string> read_purged_text(const Directory& top_level,
                                            const SessionLayout& layout) {
  return top_level.read_file(purged_sessions_path(layout), most_bytes);
}

std::vector<PurgedSession> find_purged(const Directory& top_level, const SessionLayout& layout,
                                       std::string_view name) {
  std::vector<PurgedSession> found;
  if (name.empty()) return found;
  std::optional<std::string> text;
  try {
    text = read_purged_text(top_level, layout);
  } catch (const Error&) {
    return found;  // a link, or no file: doctor tells of it
  }
  if (!text) return found;
  for (PurgedSession& session : parse_purged_sessions(*text, layout)) {
    if (session.id == name) return {std::move(session)};
    if (means(name, session)) found.push_back(std::move(session));
  }
  return found;
}

}  // namespace git_session
