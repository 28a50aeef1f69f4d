#include "operations/session_state.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr uint64_t max_state_bytes = 16 * 1024;
const std::string pointer_file = "current";
const std::string chats_folder = "chats";

std::optional<std::string> read_state(const std::string& directory, const std::string& name) {
  try {
    auto folder = Directory::open(directory);
    return folder ? folder->read_file(name, max_state_bytes) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;  // state is a convenience: what cannot be read is not there
  }
}

bool write_state(const std::string& directory, const std::string& subfolder,
                 const std::string& name, const std::string& text) {
  try {
    size_t slash = directory.rfind('/');
    auto parent = Directory::open(directory.substr(0, slash));
    if (!parent) return false;
    std::string path = directory.substr(slash + 1);
    if (!subfolder.empty()) path += "/" + subfolder;
    Directory folder = parent->make_directories(path);
    // replace_file() wants one writer; agents start several at once.
    DirectoryLock lock = DirectoryLock::acquire(folder);
    folder.replace_file(name, text);
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool remove_state(const std::string& directory, const std::string& name) {
  try {
    auto folder = Directory::open(directory);
    if (folder) folder->remove_file(name);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

// One `key value` a line; a line break cannot be part of a value.
std::optional<SessionPointer> SessionState::pointer() const {
  auto text = read_state(directory_, pointer_file);
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
  return write_state(directory_, "", pointer_file, text);
}

bool SessionState::clear_pointer() const { return remove_state(directory_, pointer_file); }

std::optional<std::string> SessionState::session_of_chat(std::string_view chat) const {
  if (!is_plain_chat_id(chat)) return std::nullopt;
  auto text = read_state(directory_ + "/" + chats_folder, std::string(chat));
  if (!text) return std::nullopt;
  return std::string(trim(*text));
}

bool SessionState::bind_chat(std::string_view chat, const std::string& session) const {
  if (!is_plain_chat_id(chat) || session.find('\n') != std::string::npos) return false;
  return write_state(directory_, chats_folder, std::string(chat), session + "\n");
}

bool SessionState::unbind_chat(std::string_view chat) const {
  return !is_plain_chat_id(chat) ||
         remove_state(directory_ + "/" + chats_folder, std::string(chat));
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
