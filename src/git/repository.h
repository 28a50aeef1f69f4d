#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/process.h"
#include "git/configuration.h"
#include "git/git_program.h"
#include "git/history_log.h"
#include "git/layout.h"

namespace git_session {

struct Identity {
  std::string name;   ///< may be empty
  std::string email;  ///< may be empty
};

/// Whether the two letters of changed_files() say that a merge left the file in conflict.
bool is_unmerged(std::string_view letters);

/// A file that sparse checkout keeps out of the work tree.
struct SparseEntry {
  std::string path;  ///< relative to the top level
  std::string blob;
};

/// One entry of git's index; an unmerged path has several.
struct IndexEntry {
  std::string path;  ///< relative to the top level
  std::string mode;  ///< "100644"
  std::string blob;
  bool is_unmerged = false;
};

/// The checkout this process was started in: what we ask of git, in our words. Runs the `git`
/// program from the top level (no shell, literal pathspecs, no fsmonitor, bare repositories only
/// when named) and keeps the caller's GIT_*. Paths given and returned are relative to the top
/// level.
class Repository {
 public:
  /// Starts no git in an everyday checkout with everyday configuration, one `git config --list`
  /// where the configuration is not, and `git rev-parse` beside it where the checkout is not.
  /// Throws `not_found` outside a repository, `refused` (reason "bare-repository") in a bare one,
  /// `unavailable` with git's own words otherwise (safe.directory).
  static Repository open(const std::string& start_directory);

  const std::string& top_level() const { return layout_.top_level; }  ///< absolute
  /// The start directory seen from the top level: empty, or ending in a slash.
  const std::string& prefix() const { return layout_.prefix; }
  const std::string& git_directory() const { return layout_.git_directory; }
  const std::string& common_directory() const { return layout_.common_directory; }
  /// Private state of this worktree: `<git-path>/session`.
  const std::string& state_directory() const { return layout_.state_directory; }
  const Configuration& configuration() const { return configuration_; }
  bool is_linked_worktree() const { return layout_.git_directory != layout_.common_directory; }
  /// False when git took the start directory for the top level only because GIT_DIR is set without
  /// GIT_WORK_TREE, and no `.git` lies there: nothing new should be made in it.
  bool top_level_is_certain() const { return top_level_is_certain_; }

  /// The branch's short name, also when unborn; nullopt when HEAD is detached. Read from HEAD, or
  /// asked where HEAD does not tell (reftable).
  const std::optional<std::string>& branch() const { return branch_; }
  /// The commit HEAD is at; nullopt when unborn. Runs git.
  std::optional<std::string> head_commit() const;
  /// Superproject's top level when this is a submodule. Runs git.
  std::optional<std::string> superproject() const;

  /// Name and e-mail as git would commit with them; empty parts where git has none (never throws
  /// for that). Runs git when the configuration does not tell.
  Identity identity() const;
  /// The id git would store for the bytes of a file at `path`, filters applied.
  std::string hash_object(const std::string& path) const;
  /// The id git would store for `bytes` at `path`, filters applied; as they are without a path.
  std::string hash_bytes(const std::string& bytes, const std::string& path = {}) const;
  /// Ids for many paths, one process.
  std::vector<std::string> hash_objects(const std::vector<std::string>& paths) const;
  /// "file:line:pattern" of the rule that ignores `path`; nullopt when none does.
  std::optional<std::string> ignore_rule(const std::string& path) const;
  /// Paths of tracked files under `directory`.
  std::vector<std::string> tracked_files(const std::string& directory) const;
  /// Porcelain v2 state of everything under `directory`: path -> two letters ("??" untracked, " M",
  /// "A ", ...); a rename is a deletion and an addition.
  std::map<std::string, std::string> changed_files(const std::string& directory) const;
  bool has_sparse_checkout() const;
  /// Tracked regular files under `directory` that sparse checkout leaves out.
  std::vector<SparseEntry> sparse_files(const std::string& directory) const;
  /// Contents of blobs; nullopt for an absent one or one over `limit` bytes.
  std::vector<std::optional<std::string>> read_blobs(const std::vector<std::string>& blobs,
                                                     uint64_t limit) const;
  /// Moves what the index holds at the first path of each pair, or beneath it, to the second, as it
  /// is there: staged, unmerged, announced by `git add -N`, kept out of the work tree. What the
  /// index does not hold is passed over, so it may be repeated; a kill loses none of that, but
  /// where one of the moves takes the place that another leaves.
  void move_in_index(const std::vector<std::pair<std::string, std::string>>& moves) const;
  /// Commits exactly `paths` (literal; additions, changes and deletions), leaving the rest of the
  /// index as it is. stdout and stderr of hooks go to our stderr. Returns the new commit id. Throws
  /// `refused` with reason "nothing-to-commit" when there is nothing to commit, "merge-in-progress"
  /// before anything is staged while git would only commit everything at once.
  std::string commit_only(const std::vector<std::string>& paths, const std::string& message) const;
  /// `message` with a trailer line at its end. A line break in `value` becomes a blank.
  std::string add_trailer(const std::string& message, const std::string& name,
                          const std::string& value) const;
  /// Full id of the commit that a revision names; `not_found` when it is none.
  std::string resolve_revision(const std::string& revision) const;
  /// Paths under `directory` that differ between the merge base of `revision` and HEAD, and the
  /// work tree, untracked ones included.
  std::vector<std::string> changed_since(const std::string& revision,
                                         const std::string& directory) const;

  /// The last commit that both `revision` and HEAD come from; `not_found` when there is none.
  std::string merge_base(const std::string& revision) const;
  /// Which commits brought the files at or below `paths`, one `git log` for all of them, and one
  /// more where files were renamed from elsewhere.
  HistoryLog history_of(const std::vector<std::string>& paths) const;
  /// The same for the commits of HEAD that are not of `base`; nothing before them is followed.
  HistoryLog history_since(const std::string& base, const std::vector<std::string>& paths) const;
  /// The branch each commit came by, as far as merge commits tell: see branches_of_commits().
  std::map<std::string, std::string> merged_branches() const;
  /// Where a shallow clone ends: commits that seem to add everything. Empty in a whole one.
  std::set<std::string> shallow_commits() const;
  std::vector<IndexEntry> index_entries(const std::string& directory) const;

  /// Any other git command from the top level; throws `unavailable` with git's own words unless it
  /// exits 0.
  std::string run(const std::vector<std::string>& arguments, std::string input = {}) const;
  ProcessResult try_run(const std::vector<std::string>& arguments, std::string input = {}) const;
  ProcessResult try_run(const std::vector<std::string>& arguments, ProcessOptions options) const;

 private:
  HistoryLog read_history(const std::string& revisions, const std::set<std::string>& paths) const;
  explicit Repository(GitProgram git) : git_(std::move(git)) {}
  bool open_everyday(const std::string& start_directory);
  void open_any(const std::string& start_directory);
  void settle_environment();
  void read_head();
  /// For commands that write the index: waits up to 5 s for another git to let go of it.
  std::string run_writing_index(const std::vector<std::string>& arguments,
                                const std::string& input = {}) const;
  /// Which of `paths` (and what lies below them) the index holds differently from HEAD.
  std::vector<std::string> staged_files(const std::vector<std::string>& paths) const;
  /// Adds `paths` and returns staged_files() of them; `refused` when that is nothing.
  std::vector<std::string> stage(const std::vector<std::string>& paths) const;
  ProcessResult run_commit(const std::vector<std::string>& paths,
                           const std::string& message_file) const;

  GitProgram git_;
  Layout layout_;
  bool top_level_is_certain_ = true;
  std::optional<std::string> branch_;
  Configuration configuration_;
};

}  // namespace git_session
