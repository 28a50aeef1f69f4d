#include "json/agent_event_json.h"

#include <array>
#include <charconv>
#include <map>

#include "base/text.h"
#include "operations/session_state.h"

namespace git_session {
namespace {

using Kind = AgentEvent::Kind;

constexpr size_t most_levels = 1000;
/// A patch may be long; nothing else that we look at is.
constexpr size_t most_text = size_t{8} << 20;
constexpr size_t most_values = 10000;
/// Of a wanted text, lists counted too.
constexpr size_t most_wanted_levels = 4;

/// The texts of an event by their path, `tool_input.file_path`; those of a list under one path.
using Texts = std::map<std::string, std::vector<std::string>, std::less<>>;

constexpr std::array wanted = {"session_id",
                               "conversation_id",
                               "hook_event_name",
                               "cwd",
                               "workspace_roots",
                               "transcript_path",
                               "agent_transcript_path",
                               "agent_id",
                               "agent_type",
                               "subagent_id",
                               "subagent_type",
                               "model",
                               "tool_name",
                               "source",
                               "background_tasks",
                               "file_path",
                               "modified_files",
                               "command",
                               "edits.old_string",
                               "tool_input.file_path",
                               "tool_input.notebook_path",
                               "tool_input.command",
                               "tool_response.type"};

/// Keeps the wanted texts as they go by, and builds nothing of the rest.
class EventReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  const Texts& texts() const { return texts_; }

  bool null() override { return true; }
  bool boolean(bool value) override { return keep(value ? "true" : "false"); }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t& value) override { return keep(value); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(); }
  bool key(string_t& name) override {
    keys_.back() = name;
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  bool open() {
    keep("{");  // that something is there
    keys_.emplace_back();
    return keys_.size() <= most_levels;
  }
  bool close() {
    keys_.pop_back();
    return true;
  }
  bool keep(std::string_view text) {
    if (keys_.size() > most_wanted_levels) return true;
    std::string path;
    for (const std::string& key : keys_) {
      if (!key.empty()) path += (path.empty() ? "" : ".") + key;
    }
    for (const char* name : wanted) {
      if (path != name || text.size() > most_text || ++count_ > most_values) continue;
      texts_[path].emplace_back(text);
    }
    return true;
  }
  std::vector<std::string> keys_;
  Texts texts_;
  size_t count_ = 0;
};

std::vector<std::string> all(const Texts& texts, std::string_view path) {
  auto found = texts.find(path);
  std::vector<std::string> values =
      found == texts.end() ? std::vector<std::string>() : found->second;
  std::erase(values, "{");
  return values;
}

std::string first(const Texts& texts, std::string_view path) {
  const std::vector<std::string> values = all(texts, path);
  return values.empty() ? std::string() : values.front();
}

/// Whether a list of the event has anything in it.
bool has_items(const Texts& texts, std::string_view path) {
  auto found = texts.find(path);
  return found != texts.end() && found->second.size() > 1;
}

void read_tool_use(const Texts& texts, AgentEvent& event) {
  const std::string tool = first(texts, "tool_name");
  if (tool == "Write" || tool == "Edit" || tool == "MultiEdit" || tool == "NotebookEdit") {
    event.kind = Kind::file_written;
    event.files = all(texts, "tool_input.file_path");
    if (event.files.empty()) event.files = all(texts, "tool_input.notebook_path");
    event.files_are_new = first(texts, "tool_response.type") == "create";
  } else if (tool == "apply_patch") {
    event.kind = Kind::file_written;
    event.files = files_in_patch(first(texts, "tool_input.command"), event.files_are_new);
  } else if (tool == "Bash" || tool == "shell" || tool == "exec_command") {
    event.kind = Kind::command_ran;
    event.command = join(all(texts, "tool_input.command"), " ");
  }
}

/// Claude Code's events; those of Codex have its names and shapes.
void read_claude_event(const Texts& texts, AgentEvent& event) {
  event.chat = first(texts, "session_id");
  event.agent = first(texts, "agent_type");
  event.agent_id = first(texts, "agent_id");
  const std::map<std::string_view, Kind> kinds = {{"SessionStart", Kind::chat_started},
                                                  {"SubagentStop", Kind::subagent_stopped},
                                                  {"Stop", Kind::turn_ended},
                                                  {"PreCompact", Kind::context_shrinks},
                                                  {"SessionEnd", Kind::chat_ended}};
  if (auto kind = kinds.find(event.name); kind != kinds.end()) event.kind = kind->second;
  if (event.name == "PostToolUse") read_tool_use(texts, event);
}

void read_cursor_event(const Texts& texts, AgentEvent& event) {
  event.chat = first(texts, "conversation_id");
  if (event.chat.empty()) event.chat = first(texts, "session_id");
  event.agent = first(texts, "subagent_type");
  event.agent_id = first(texts, "subagent_id");
  const std::map<std::string_view, Kind> kinds = {{"sessionStart", Kind::chat_started},
                                                  {"afterFileEdit", Kind::file_written},
                                                  {"afterShellExecution", Kind::command_ran},
                                                  {"subagentStop", Kind::subagent_stopped},
                                                  {"stop", Kind::turn_ended},
                                                  {"preCompact", Kind::context_shrinks},
                                                  {"sessionEnd", Kind::chat_ended}};
  if (auto kind = kinds.find(event.name); kind != kinds.end()) event.kind = kind->second;
  event.files = all(texts, "file_path");
  if (event.kind == Kind::subagent_stopped) event.files = all(texts, "modified_files");
  event.command = first(texts, "command");
  // An edit that replaces nothing, and is the only one, made the file.
  const std::vector<std::string> replaced = all(texts, "edits.old_string");
  event.files_are_new = replaced.size() == 1 && replaced.front().empty();
}

std::string_view after(std::string_view line, std::string_view lead) {
  return line.starts_with(lead) ? trim(line.substr(lead.size())) : std::string_view();
}

/// The text of a member; empty where there is no such text.
std::string text_of(const nlohmann::json& object, const char* name) {
  if (!object.is_object()) return {};
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The model of an assistant's line; empty for others.
std::string model_in_line(const std::string& line, bool is_of_subagent) {
  if (line.find("\"model\"") == line.npos) return {};
  const nlohmann::json value = nlohmann::json::parse(line, nullptr, false);
  if (text_of(value, "type") != "assistant") return {};
  const auto aside = value.find("isSidechain");
  if (!is_of_subagent && aside != value.end() && *aside == true) return {};
  const auto message = value.find("message");
  const std::string model = message == value.end() ? "" : text_of(*message, "model");
  // `<synthetic>` is what the client says itself.
  return model.starts_with('<') ? std::string() : model;
}

/// Some clients cut texts within a character: half of a pair of escapes, `\\ud83d`, and bytes that
/// are no UTF-8 become the replacement character, so that the rest can be read.
std::string with_whole_characters(std::string_view json) {
  std::string text = replace_invalid_utf8(json);
  const auto escape_at = [&](size_t place) -> std::optional<int> {
    if (place + 6 > text.size() || text[place] != '\\' || text[place + 1] != 'u') return {};
    int value = 0;
    const char* end = text.data() + place + 6;
    const auto [stop, fault] = std::from_chars(text.data() + place + 2, end, value, 16);
    return fault == std::errc() && stop == end ? std::optional(value) : std::nullopt;
  };
  for (size_t i = text.find('\\'); i < text.size(); i = text.find('\\', i)) {
    const auto code = escape_at(i);
    const bool is_first = code && *code >= 0xd800 && *code < 0xdc00;
    const auto next = is_first ? escape_at(i + 6) : std::nullopt;
    const bool is_pair = next && *next >= 0xdc00 && *next < 0xe000;
    if (code && *code >= 0xd800 && *code < 0xe000 && !is_pair) text.replace(i, 6, "\\ufffd");
    i += code ? (is_pair ? 12 : 6) : 2;
  }
  return text;
}

}  // namespace

AgentEvent parse_agent_event(AgentClient client, std::string_view json) {
  AgentEvent event;
  event.client = client;
  EventReader reader;
  if (!nlohmann::json::sax_parse(with_whole_characters(json), &reader)) return event;
  const Texts& texts = reader.texts();
  event.name = first(texts, "hook_event_name");
  event.working_directory = first(texts, "cwd");
  if (event.working_directory.empty()) event.working_directory = first(texts, "workspace_roots");
  event.model = first(texts, "model");
  event.transcript = first(texts, "transcript_path");
  event.agent_transcript = first(texts, "agent_transcript_path");
  event.goes_on = first(texts, "source") == "compact";
  event.has_background_work = has_items(texts, "background_tasks");
  if (client == AgentClient::cursor) {
    read_cursor_event(texts, event);
  } else {
    read_claude_event(texts, event);
  }
  if (!is_plain_chat_id(event.chat)) event.chat.clear();
  if (!is_plain_chat_id(event.agent_id)) event.agent_id.clear();
  return event;
}

std::vector<std::string> files_in_patch(std::string_view patch, bool& all_new) {
  std::vector<std::string> files;
  all_new = true;
  for (const std::string& line : split(patch, '\n')) {
    if (const auto added = after(line, "*** Add File: "); !added.empty()) files.emplace_back(added);
    for (const char* lead : {"*** Update File: ", "*** Move to: "}) {
      const auto changed = after(line, lead);
      if (changed.empty()) continue;
      files.emplace_back(changed);
      all_new = false;
    }
  }
  all_new = all_new && !files.empty();
  return files;
}

std::string model_in_transcript(std::string_view transcript, bool is_of_subagent) {
  constexpr size_t most_lines = 400;
  for (size_t count = 0; count < most_lines && !transcript.empty(); ++count) {
    if (transcript.ends_with('\n')) transcript.remove_suffix(1);
    const size_t start = transcript.rfind('\n') + 1;  // npos + 1 is the beginning
    const std::string line(transcript.substr(start));
    if (std::string model = model_in_line(line, is_of_subagent); !model.empty()) return model;
    transcript = transcript.substr(0, start);
  }
  return {};
}

}  // namespace git_session
