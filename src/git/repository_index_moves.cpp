#include <map>

#include "base/text.h"
#include "git/index_turn.h"
#include "git/repository.h"

namespace git_session {
namespace {

struct IndexEntry {
  std::string mode;
  std::string blob;
  std::string stage;
  std::string path;
};

/// "100644 <id> 0<TAB>path"
std::optional<IndexEntry> parse_entry(const std::string& record) {
  const size_t tab = record.find('\t');
  if (tab == std::string::npos) return std::nullopt;
  std::vector<std::string> fields = split(std::string_view(record).substr(0, tab), ' ');
  if (fields.size() != 3) return std::nullopt;
  return IndexEntry{fields[0], fields[1], fields[2], record.substr(tab + 1)};
}

/// Where `path` goes: by its own move, or by that of a folder it lies in.
std::optional<std::string> target_of(const std::map<std::string, std::string>& moves,
                                     const std::string& path) {
  if (auto own = moves.find(path); own != moves.end()) return own->second;
  for (size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0;
       slash = path.rfind('/', slash - 1)) {
    if (auto folder = moves.find(path.substr(0, slash)); folder != moves.end())
      return folder->second + path.substr(slash);
  }
  return std::nullopt;
}

}  // namespace

void Repository::move_in_index(
    const std::vector<std::pair<std::string, std::string>>& moves) const {
  if (moves.empty()) return;
  const std::map<std::string, std::string> targets(moves.begin(), moves.end());
  IndexTurn turn(layout_.git_directory);
  std::string input;
  for (const std::string& record : split_at_nul(run({"ls-files", "-s", "-z"}))) {
    auto entry = parse_entry(record);
    auto target = entry ? target_of(targets, entry->path) : std::nullopt;
    if (!target) continue;
    if (entry->stage != "0") {
      throw Error(ErrorKind::conflict, "'" + escape_line(entry->path) + "' is unmerged in git",
                  "resolve it and git add it first");
    }
    input += "0 " + entry->blob + "\t" + entry->path + '\0';
    input += entry->mode + " " + entry->blob + "\t" + *target + '\0';
  }
  if (input.empty()) return;
  run_writing_index({"update-index", "-z", "--index-info"}, input);
  // Else every reader of the index would have to look at the contents of what was moved.
  try_run({"update-index", "-q", "--refresh"});
}

}  // namespace git_session
