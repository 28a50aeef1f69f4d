#include "core/git_path.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace git_session {
namespace {

/// HFS+ does not see them in a name.
bool is_ignored_by_hfs(char32_t code) {
  return (code >= 0x200c && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) ||
         (code >= 0x206a && code <= 0x206f) || code == 0xfeff;
}

bool is_git_part(std::string_view part) {
  part = part.substr(0, part.find(':'));  // NTFS: what follows names a stream of the same file
  std::string name;
  for (size_t at = 0; at < part.size();) {
    const size_t start = at;
    const auto code = next_code_point(part, at);
    if (!code || !is_ignored_by_hfs(*code)) name += part.substr(start, at - start);
  }
  name.erase(name.find_last_not_of(". ") + 1);  // Windows drops them; npos + 1 is the start
  return equals_ignoring_case(name, ".git") || equals_ignoring_case(name, "git~1");
}

}  // namespace

bool is_git_path(std::string_view path) {
  for (size_t start = 0; start <= path.size();) {
    const size_t end = std::min(path.find_first_of("/\\", start), path.size());
    if (is_git_part(path.substr(start, end - start))) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace git_session
