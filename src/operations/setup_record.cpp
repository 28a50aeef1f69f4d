#include "operations/setup_record.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

namespace git_session {
namespace {

const std::string file_name = "setup";
constexpr uint64_t most_bytes = uint64_t{64} * 1024;
/// How the file as a whole is written, which has the empty pointer.
const std::string whole_file = ".";

std::string read_text(const std::string& state_directory) {
  try {
    const auto folder = Directory::open(state_directory);
    const auto text = folder ? folder->read_file(file_name, most_bytes) : std::nullopt;
    return text.value_or("");
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

// A word, and what it is about: `layout PATH`, `empty POINTER PATH`, `asked`.
SetupRecord read_setup_record(const std::string& state_directory) {
  SetupRecord record;
  for (const std::string& line : split(read_text(state_directory), '\n')) {
    const size_t blank = std::min(line.find(' '), line.size());
    const std::string word = line.substr(0, blank);
    const std::string rest = blank < line.size() ? line.substr(blank + 1) : std::string();
    if (word == "asked") record.was_asked = true;
    if (word == "layout" && !rest.empty()) record.layout.insert(rest);
    const size_t end = rest.find(' ');
    if (word != "empty" || end == rest.npos) continue;
    const std::string pointer = rest.substr(0, end);
    record.empty[rest.substr(end + 1)].insert(pointer == whole_file ? "" : pointer);
  }
  return record;
}

void write_setup_record(const std::string& state_directory, const SetupRecord& record) {
  std::string text = record.was_asked ? "asked\n" : "";
  for (const std::string& path : record.layout) text += "layout " + path + "\n";
  for (const auto& [path, pointers] : record.empty)
    for (const std::string& pointer : pointers)
      text += "empty " + (pointer.empty() ? whole_file : pointer) + " " + path + "\n";
  if (text == read_text(state_directory)) return;
  try {
    const size_t slash = state_directory.rfind('/');
    const auto parent = Directory::open(state_directory.substr(0, slash));
    if (!parent) return;
    const Directory folder = parent->make_directories(state_directory.substr(slash + 1));
    if (!text.empty()) return folder.replace_file(file_name, text);
    folder.remove_file(file_name);
    folder.sync();
  } catch (const Error&) {
    // A help, and done without.
  }
}

}  // namespace git_session
