#include "agents/server_entry.h"

#include <array>

#include "agents/block_file.h"
#include "agents/json_text.h"
#include "base/error.h"
#include "base/text.h"
#include "core/marked_block.h"

namespace git_session::agents {
namespace {

using Pointer = JsonText::Pointer;

const std::string list_name = "mcpServers";
const std::string server_name = "git-session";
const Pointer list("/mcpServers");
const Pointer server("/mcpServers/git-session");

Json server_value() { return {{"command", "git-session"}, {"args", {"mcp"}}}; }

const std::string server_table =
    "[mcp_servers.git-session]\ncommand = \"git-session\"\nargs = [\"mcp\"]\n";

void check_shape(const JsonText& json, const std::string& name) {
  const Json& root = json.value();
  const bool is_object = root.is_object();
  if (is_object && (!root.contains(list_name) || root[list_name].is_object())) return;
  throw Error(ErrorKind::invalid_data,
              "'" + escape_line(name) +
                  "': " + (is_object ? "'" + list_name + "' is no object" : "is no JSON object"),
              "write it as {\"mcpServers\": {…}}, and repeat");
}

/// The first words of a line of TOML: what a table or a key is named, without blanks and quotes.
std::string name_on(std::string_view line) {
  std::string name;
  for (char c : line.substr(0, line.find_first_of("=#")))
    if (c != ' ' && c != '\t' && c != '"' && c != '\'' && c != '\r') name += c;
  return name;
}

enum class OtherServers { none, ours_by_hand, as_one_value };

/// What the file says of servers outside of our block. A line within a string of several lines may
/// look like it: then we do less than we could.
OtherServers other_servers(const std::string& text) {
  for (const std::string& line : split(text, '\n')) {
    const std::string name = name_on(line);
    if (name == "[mcp_servers.git-session]" || name.starts_with("mcp_servers.git-session"))
      return OtherServers::ours_by_hand;
    const bool is_key = name == "mcp_servers" || name.starts_with("mcp_servers.");
    if (is_key && line.find('=') != line.npos) return OtherServers::as_one_value;
  }
  return OtherServers::none;
}

}  // namespace

WithOurPart with_server(const std::optional<std::string>& text, const std::string& name) {
  JsonText json(text.value_or("{}\n"), name);
  check_shape(json, name);
  WithOurPart part;
  const Json& root = json.value();
  if (text && root.empty()) part.empty.insert("");
  if (!root.contains(list_name)) {
    json.add(Pointer(), list_name, Json{{server_name, server_value()}});
  } else if (!root.contains(server)) {
    if (root.at(list).empty()) part.empty.insert(list.to_string());
    json.add(list, server_name, server_value());
  } else if (!is_same_json(root.at(server), server_value())) {
    part.by_hand.push_back(list_name + "." + server_name);
  }
  part.text = json.text();
  return part;
}

WithoutOurPart without_server(const std::string& text, const std::string& name,
                              const EmptyPlaces& empty) {
  JsonText json(text, name);
  check_shape(json, name);
  const Json& root = json.value();
  if (!root.contains(server) || !is_same_json(root.at(server), server_value())) return text;
  json.remove(server);
  if (root.at(list).empty() && !empty.contains(list.to_string())) json.remove(list);
  if (json.value().empty() && !empty.contains("")) return std::nullopt;
  return json.text();
}

WithOurPart with_server_table(const std::optional<std::string>& text, const std::string& name) {
  switch (other_servers(without_marked_block(text.value_or(""), name))) {
    case OtherServers::none:
      return with_block(text, server_table, name);
    case OtherServers::ours_by_hand:
      return {*text, {}, {"mcp_servers.git-session"}};
    case OtherServers::as_one_value:
      throw Error(ErrorKind::invalid_data,
                  "'" + escape_line(name) + "' has mcp_servers as one value, not as tables",
                  "write each server as a table [mcp_servers.NAME], and repeat");
  }
  return {};
}

WithoutOurPart without_server_table(const std::string& text, const std::string& name,
                                    const EmptyPlaces& empty) {
  return without_block(text, server_table, name, empty);
}

}  // namespace git_session::agents
