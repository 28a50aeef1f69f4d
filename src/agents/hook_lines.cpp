#include "agents/hook_lines.h"

#include <algorithm>

#include "agents/json_text.h"
#include "base/error.h"
#include "base/text.h"

namespace git_session::agents {
namespace {

using Pointer = JsonText::Pointer;

struct HookLine {
  const char* event;
  const char* matcher;  ///< of tools; empty: every time
  int timeout;          ///< seconds; a hook takes milliseconds, and waits for a lock at most
};

/// https://code.claude.com/docs/en/hooks
constexpr HookLine claude_lines[] = {
    {"SessionStart", "", 10}, {"PostToolUse", "Write|Edit|MultiEdit|NotebookEdit|Bash", 10},
    {"SubagentStop", "", 20}, {"Stop", "", 20},
    {"PreCompact", "", 10},   {"SessionEnd", "", 5}};
/// https://developers.openai.com/codex/hooks; every edit is a patch there, and SessionEnd has 3 s.
constexpr HookLine codex_lines[] = {
    {"SessionStart", "", 10}, {"PostToolUse", "apply_patch|Bash", 10},
    {"SubagentStop", "", 20}, {"Stop", "", 20},
    {"PreCompact", "", 10},   {"SessionEnd", "", 3}};
/// https://cursor.com/docs/hooks
constexpr HookLine cursor_lines[] = {
    {"sessionStart", "", 10}, {"afterFileEdit", "", 10}, {"afterShellExecution", "", 10},
    {"subagentStop", "", 20}, {"stop", "", 20},          {"preCompact", "", 10},
    {"sessionEnd", "", 5}};

std::vector<HookLine> lines_of(Agent agent) {
  switch (agent) {
    case Agent::claude:
      return {std::begin(claude_lines), std::end(claude_lines)};
    case Agent::codex:
      return {std::begin(codex_lines), std::end(codex_lines)};
    case Agent::cursor:
      return {std::begin(cursor_lines), std::end(cursor_lines)};
  }
  return {};
}

/// Cursor has commands under an event; the others have groups, each with a matcher and commands.
bool has_groups(Agent agent) { return agent != Agent::cursor; }

Json entry_of(Agent agent, const HookLine& line) {
  const std::string command = hook_command(agent);
  if (!has_groups(agent)) return {{"command", command}, {"timeout", line.timeout}};
  Json entry = Json::object();
  if (*line.matcher != '\0') entry["matcher"] = line.matcher;
  entry["hooks"] = {{{"type", "command"}, {"command", command}, {"timeout", line.timeout}}};
  return entry;
}

std::string command_of(const Json& handler) {
  if (!handler.is_object()) return {};
  const auto command = handler.find("command");
  const bool is_text = command != handler.end() && command->is_string();
  return is_text ? command->get<std::string>() : std::string();
}

/// What of an event is about us.
struct Found {
  std::vector<Pointer> ours;  ///< whole entries, or commands beside those of others
  bool by_hand = false;       ///< somebody calls us in other words, or changed what is around ours
};

bool calls_us(const Json& handler) {
  const std::string command = command_of(handler);
  return command.find("git-session hook") != command.npos ||
         command.find("git session hook") != command.npos;
}

bool has_commands(const Json& entry) {
  return entry.is_object() && entry.contains("hooks") && entry["hooks"].is_array();
}

/// A group as it would be with no command in it.
Json without_commands(Json group) {
  group["hooks"] = Json::array();
  return group;
}

void find_in_group(const Json& group, const Json& wanted, const Pointer& place, Found& found) {
  const bool has_our_head = is_same_json(without_commands(group), without_commands(wanted));
  const Json& commands = group["hooks"];
  std::vector<Pointer> ours;
  for (size_t i = 0; i < commands.size(); ++i) {
    const bool is_ours = has_our_head && is_same_json(commands[i], wanted["hooks"][0]);
    if (is_ours) ours.push_back(place / "hooks" / i);
    found.by_hand = found.by_hand || (!is_ours && calls_us(commands[i]));
  }
  if (!ours.empty() && ours.size() == commands.size()) ours = {place};
  found.ours.insert(found.ours.end(), ours.begin(), ours.end());
}

/// Ours is what says what we would write: an entry that somebody changed is theirs. What earlier
/// versions wrote otherwise would be compared here too; there is none.
Found find_in(const Json& entries, const Json& wanted, const Pointer& event, Agent agent) {
  Found found;
  for (size_t i = 0; i < entries.size(); ++i) {
    const Json& entry = entries[i];
    if (has_groups(agent)) {
      if (has_commands(entry)) find_in_group(entry, wanted, event / i, found);
    } else if (is_same_json(entry, wanted)) {
      found.ours.push_back(event / i);
    } else {
      found.by_hand = found.by_hand || calls_us(entry);
    }
  }
  return found;
}

void remove_all(JsonText& json, const std::vector<Pointer>& places) {
  std::for_each(places.rbegin(), places.rend(), [&](const Pointer& place) { json.remove(place); });
}

void require(bool is_so, const std::string& name, const std::string& what) {
  if (is_so) return;
  throw Error(ErrorKind::invalid_data, "'" + escape_line(name) + "': " + what,
              "write the hooks as the program's own documentation has them, and repeat");
}

void check_shape(const JsonText& json, const std::string& name) {
  const Json& root = json.value();
  require(root.is_object(), name, "is no JSON object");
  if (!root.contains("hooks")) return;
  require(root["hooks"].is_object(), name, "'hooks' is no object");
  for (const auto& [event, entries] : root["hooks"].items())
    require(entries.is_array(), name, "'hooks." + escape_line(event) + "' is no list");
}

const Pointer hooks("/hooks");

class HookFile {
 public:
  HookFile(Agent agent, const std::string& text, const std::string& name)
      : agent_(agent), name_(name), json_(text, name) {
    check_shape(json_, name_);
  }

  WithOurPart with_ours() {
    note_empty(Pointer(), is_void());
    if (agent_ == Agent::cursor) add_version();
    if (!json_.value().contains("hooks")) {
      Json all = Json::object();
      for (const HookLine& line : lines_of(agent_))
        all[line.event] = Json::array({entry_of(agent_, line)});
      json_.add(Pointer(), "hooks", all);
    }
    note_empty(hooks, json_.value().at(hooks).empty());
    for (const HookLine& line : lines_of(agent_)) add(line);
    part_.text = json_.text();
    return std::move(part_);
  }

  WithoutOurPart without_ours(const EmptyPlaces& empty) {
    bool changes = false;
    for (const HookLine& line : lines_of(agent_)) changes = remove(line, empty) || changes;
    if (!changes) return json_.text();
    remove_if_empty(hooks, empty);
    if (!is_void()) return json_.text();
    if (!empty.contains("")) return std::nullopt;
    const bool has_our_version = json_.value().contains("version") && !empty.contains("/version");
    if (has_our_version) json_.remove(Pointer("/version"));
    return json_.text();
  }

 private:
  /// Nothing is in it but what every file has.
  bool is_void() const {
    const bool has_version = agent_ == Agent::cursor && json_.value() == Json{{"version", 1}};
    return json_.value().empty() || has_version;
  }

  void note_empty(const Pointer& place, bool is_empty) {
    if (is_empty) part_.empty.insert(place.to_string());
  }

  void add_version() {
    const Json& root = json_.value();
    if (root.empty()) return json_.add(Pointer(), "version", 1);
    if (is_void()) part_.empty.insert("/version");
    require(root.contains("version"), name_, "has no \"version\": 1, without which it is not read");
  }

  void add(const HookLine& line) {
    const Pointer event = hooks / line.event;
    const Json wanted = entry_of(agent_, line);
    if (!json_.value().contains(event)) return json_.add(hooks, line.event, Json::array({wanted}));
    note_empty(event, json_.value().at(event).empty());
    Found found = find_in(json_.value().at(event), wanted, event, agent_);
    if (!found.ours.empty()) {
      found.ours.erase(found.ours.begin());  // one is enough
      remove_all(json_, found.ours);
    } else if (found.by_hand) {
      part_.by_hand.push_back("hooks." + std::string(line.event));
    } else {
      json_.append(event, wanted);
    }
  }

  bool remove(const HookLine& line, const EmptyPlaces& empty) {
    const Pointer event = hooks / line.event;
    if (!json_.value().contains(event)) return false;
    const Json& entries = json_.value().at(event);
    const std::vector<Pointer> ours = find_in(entries, entry_of(agent_, line), event, agent_).ours;
    remove_all(json_, ours);
    if (!ours.empty()) remove_if_empty(event, empty);
    return !ours.empty();
  }

  void remove_if_empty(const Pointer& place, const EmptyPlaces& empty) {
    if (json_.value().at(place).empty() && !empty.contains(place.to_string())) json_.remove(place);
  }

  Agent agent_;
  std::string name_;
  JsonText json_;
  WithOurPart part_;
};

}  // namespace

std::string hook_command(Agent agent) {
  return "! command -v git-session >/dev/null 2>&1 || git-session hook " + name_of(agent);
}

WithOurPart with_hooks(Agent agent, const std::optional<std::string>& text,
                       const std::string& name) {
  WithOurPart part = HookFile(agent, text.value_or("{}\n"), name).with_ours();
  if (!text) part.empty.clear();
  return part;
}

WithoutOurPart without_hooks(Agent agent, const std::string& text, const std::string& name,
                             const EmptyPlaces& empty) {
  return HookFile(agent, text, name).without_ours(empty);
}

}  // namespace git_session::agents
