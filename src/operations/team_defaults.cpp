#include "operations/team_defaults.h"

#include "agents/block_file.h"
#include "base/error.h"
#include "base/text.h"
#include "core/marked_block.h"
#include "git/configuration_text.h"

namespace git_session {
namespace {

bool is_line_of_text(const std::string& value) {
  return is_valid_utf8(value) && escape_line(value) == value;
}

/// As git reads it back, whatever is in it.
std::string quoted(const std::string& value) {
  if (!is_line_of_text(value))
    throw Error(ErrorKind::usage, "'" + escape_line(value) + "' is not a line of text");
  std::string text = "\"";
  for (char c : value) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + "\"";
}

TeamDefaults defaults_in(const std::string& lines) {
  TeamDefaults defaults;
  const auto entries = parse_configuration_text(lines, "committed", defaults_file);
  if (!entries) return defaults;
  for (const ConfigurationEntry& entry : *entries) {
    if (!is_line_of_text(entry.value)) continue;  // we wrote no such thing
    if (entry.key == "session.team") defaults.team = entry.value;
    if (entry.key == "session.project") defaults.project = entry.value;
  }
  return defaults;
}

std::string lines_of(const TeamDefaults& defaults) {
  std::string lines = "[session]\n";
  if (!defaults.team.empty()) lines += "\tteam = " + quoted(defaults.team) + "\n";
  if (!defaults.project.empty()) lines += "\tproject = " + quoted(defaults.project) + "\n";
  return lines;
}

TeamDefaults defaults_of(const std::string& text) {
  return defaults_in(marked_block_lines(text, defaults_file).value_or(""));
}

}  // namespace

agents::WithOurPart with_defaults(const std::optional<std::string>& text,
                                  const TeamDefaults& defaults) {
  TeamDefaults all = defaults_of(text.value_or(""));
  agents::require_own_block(text.value_or(""), lines_of(all), defaults_file);
  if (!defaults.team.empty()) all.team = defaults.team;
  if (!defaults.project.empty()) all.project = defaults.project;
  agents::WithOurPart part;
  if (text && text->empty()) part.empty.insert("");
  part.text = with_marked_block(text.value_or(""), lines_of(all), defaults_file);
  return part;
}

agents::WithoutOurPart without_defaults(const std::string& text, const agents::EmptyPlaces& empty) {
  return agents::without_block(text, lines_of(defaults_of(text)), defaults_file, empty);
}

}  // namespace git_session
