#include "support/tree_snapshot.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace git_session {

std::map<std::string, std::string> files_of_tree(const std::string& top_level) {
  namespace fs = std::filesystem;
  std::map<std::string, std::string> files;
  for (auto each = fs::recursive_directory_iterator(top_level); each != fs::end(each); ++each) {
    const std::string path = fs::relative(each->path(), top_level).string();
    if (path == ".git") {
      each.disable_recursion_pending();
      continue;
    }
    if (!each->is_regular_file()) continue;
    std::ostringstream text;
    text << std::oct << static_cast<unsigned>(each->status().permissions()) << ' '
         << std::ifstream(each->path(), std::ios::binary).rdbuf();
    files[path] = text.str();
  }
  return files;
}

}  // namespace git_session
