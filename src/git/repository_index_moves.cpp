#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "base/text.h"
#include "git/index_turn.h"
#include "git/repository.h"

namespace git_session {
namespace {

constexpr std::string_view empty_blob = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
constexpr std::string_view empty_blob_sha256 =
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813";
const std::string empty_tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const std::string empty_tree_sha256 =
    "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";

struct IndexEntry {
  bool is_assumed_unchanged = false;
  bool skips_work_tree = false;
  std::string mode;
  std::string blob;
  std::string stage;
  std::string path;
};

/// "H 100644 <id> 0<TAB>path"
std::optional<IndexEntry> parse_entry(const std::string& record) {
  const size_t tab = record.find('\t');
  if (tab == std::string::npos) return std::nullopt;
  std::vector<std::string> fields = split(std::string_view(record).substr(0, tab), ' ');
  if (fields.size() != 4 || fields[0].size() != 1) return std::nullopt;
  const auto tag = static_cast<unsigned char>(fields[0][0]);
  return IndexEntry{
      std::islower(tag) != 0, std::toupper(tag) == 'S', fields[1], fields[2], fields[3],
      record.substr(tab + 1)};
}

using Paths = std::map<std::string, std::string>;

/// Where `path` goes: by its own move, or by that of a folder it lies in.
std::optional<std::string> target_of(const Paths& moves, const std::string& path) {
  if (auto own = moves.find(path); own != moves.end()) return own->second;
  for (size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0;
       slash = path.rfind('/', slash - 1)) {
    if (auto folder = moves.find(path.substr(0, slash)); folder != moves.end())
      return folder->second + path.substr(slash);
  }
  return std::nullopt;
}

/// Where each thing goes in the end that moves one after the other take along.
Paths final_targets(const std::vector<std::pair<std::string, std::string>>& moves) {
  Paths origins;  // by where the thing is after the moves so far
  for (const auto& [from, to] : moves) {
    const std::string origin = target_of(origins, from).value_or(from);
    const std::string inside = from + "/";
    std::vector<Paths::node_type> moved;
    for (auto each = origins.lower_bound(inside);
         each != origins.end() && each->first.starts_with(inside);)
      moved.push_back(origins.extract(each++));
    for (Paths::node_type& node : moved) {
      node.key() = to + node.key().substr(from.size());
      origins.insert(std::move(node));
    }
    origins.erase(from);
    origins.insert_or_assign(to, origin);
  }
  Paths targets;
  for (const auto& [target, origin] : origins) targets.emplace(origin, target);
  return targets;
}

/// What git is to be told, each a list of paths that end in NUL.
struct IndexMoves {
  std::string added;  ///< entries, merged or not
  std::string removed;
  std::string skipping;
  std::string assumed_unchanged;
  std::string to_be_added;  ///< git add -N knows of them, and no more

  void add(const IndexEntry& entry, const std::string& target, bool is_to_be_added) {
    removed += "0 " + entry.blob + "\t" + entry.path + '\0';
    old_paths.insert(entry.path);
    new_paths.insert(target);
    if (is_to_be_added) {
      to_be_added += target + '\0';
      return;
    }
    added += entry.mode + " " + entry.blob + " " + entry.stage + "\t" + target + '\0';
    if (entry.skips_work_tree) skipping += target + '\0';
    if (entry.is_assumed_unchanged) assumed_unchanged += target + '\0';
  }

  /// A path that one thing leaves and another takes: removed afterwards, it would go altogether.
  bool are_in_a_row() const {
    return std::any_of(new_paths.begin(), new_paths.end(),
                       [this](const std::string& path) { return old_paths.contains(path); });
  }

  std::set<std::string> old_paths, new_paths;
};

bool may_be_to_be_added(const IndexEntry& entry) {
  return entry.blob == empty_blob || entry.blob == empty_blob_sha256;
}

/// The paths of the index that are more than announced by git add -N.
std::set<std::string> added_paths(const Repository& repository, size_t id_digits) {
  const std::string& nothing = id_digits == empty_tree.size() ? empty_tree : empty_tree_sha256;
  std::vector<std::string> paths = split_at_nul(
      repository.run({"diff", "--cached", "--name-only", "-z", "--no-renames", nothing}));
  return {paths.begin(), paths.end()};
}

}  // namespace

void Repository::move_in_index(
    const std::vector<std::pair<std::string, std::string>>& moves) const {
  if (moves.empty()) return;
  const Paths targets = final_targets(moves);
  IndexTurn turn(layout_.git_directory);
  IndexMoves wanted;
  std::optional<std::set<std::string>> added;
  for (const std::string& record : split_at_nul(run({"ls-files", "-s", "-v", "-z"}))) {
    auto entry = parse_entry(record);
    auto target = entry ? target_of(targets, entry->path) : std::nullopt;
    if (!target) continue;
    const bool may_be = may_be_to_be_added(*entry);
    if (may_be && !added) added = added_paths(*this, entry->blob.size());
    wanted.add(*entry, *target, may_be && !added->contains(entry->path));
  }
  if (wanted.removed.empty()) return;
  // What is repeated after a kill learns from the old entries what git knew of each file: they go
  // last.
  const bool at_once = wanted.are_in_a_row();
  const std::vector<std::string> change_entries = {"update-index", "-z", "--index-info"};
  run_writing_index(change_entries, at_once ? wanted.removed + wanted.added : wanted.added);
  if (!wanted.skipping.empty())
    run_writing_index({"update-index", "-z", "--skip-worktree", "--stdin"}, wanted.skipping);
  if (!wanted.assumed_unchanged.empty())
    run_writing_index({"update-index", "-z", "--assume-unchanged", "--stdin"},
                      wanted.assumed_unchanged);
  if (!wanted.to_be_added.empty())
    run_writing_index({"add", "-N", "-f", "--pathspec-from-file=-", "--pathspec-file-nul"},
                      wanted.to_be_added);
  if (!at_once) run_writing_index(change_entries, wanted.removed);
  // Else every reader of the index would have to look at the contents of what was moved.
  try_run({"update-index", "-q", "--refresh"});
}

}  // namespace git_session
