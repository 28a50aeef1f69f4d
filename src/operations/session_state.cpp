#include "operations/session_state.h"

#include <algorithm>

#include "base/text.h"
#include "operations/state_files.h"

namespace git_session {
namespace {

const std::string pointer_file = "current";
const std::string chats_folder = "chats";

}  // namespace

// One `key value` a line; a line break cannot be part of a value.
std::optional<SessionPointer> SessionState::pointer() const {
  auto text = StateFiles(directory_).read("", pointer_file);
  if (!text) return std::nullopt;
  SessionPointer pointer;
  for (const std::string& line : split(*text, '\n')) {
    size_t blank = line.find(' ');
    if (blank == line.npos) continue;
    std::string key = line.substr(0, blank);
    std::string value = line.substr(blank + 1);
    if (key == "session") pointer.session = value;
    if (key == "branch") pointer.branch = value;
    if (key == "session-directory") pointer.session_directory = value;
  }
  if (pointer.session.empty()) return std::nullopt;
  return pointer;
}

bool SessionState::set_pointer(const SessionPointer& pointer) const {
  // A folder's name may hold a line break; here it would forge a line.
  if (pointer.session.find('\n') != std::string::npos) return false;
  std::string text = "session " + pointer.session + "\nbranch " + pointer.branch + "\n";
  bool fits_a_line = pointer.session_directory.find('\n') == std::string::npos;
  if (!pointer.session_directory.empty() && fits_a_line) {
    text += "session-directory " + pointer.session_directory + "\n";
  }
  return StateFiles(directory_).write("", pointer_file, text);
}

bool SessionState::clear_pointer() const { return StateFiles(directory_).remove("", pointer_file); }

std::optional<std::string> SessionState::session_of_chat(std::string_view chat) const {
  if (!is_plain_chat_id(chat)) return std::nullopt;
  auto text = StateFiles(directory_).read(chats_folder, std::string(chat));
  if (!text) return std::nullopt;
  return std::string(trim(*text));
}

bool SessionState::bind_chat(std::string_view chat, const std::string& session) const {
  if (!is_plain_chat_id(chat) || session.find('\n') != std::string::npos) return false;
  return StateFiles(directory_).write(chats_folder, std::string(chat), session + "\n");
}

bool SessionState::unbind_chat(std::string_view chat) const {
  return !is_plain_chat_id(chat) || StateFiles(directory_).remove(chats_folder, std::string(chat));
}

// It becomes a file name.
bool is_plain_chat_id(std::string_view chat) {
  return !chat.empty() && chat.size() <= 128 && std::all_of(chat.begin(), chat.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  });
}

std::string qualified_name(const SessionLocation& location) {
  return location.user.empty() ? location.id : location.user + "/" + location.id;
}

}  // namespace git_session
