#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "base/time.h"
#include "git/repository.h"
#include "git/settings.h"
#include "operations/session_state.h"
#include "store/change_recorder.h"
#include "store/operation_log.h"
#include "store/session_store.h"

namespace git_session {

/// Who we are, as written, and where that is written; both empty when nothing says it.
struct UserName {
  std::string text;
  std::string origin;  ///< "session.user", "user.name", "user.email", "LOGNAME", "USER"
};

/// One checkout with its repository, settings, sessions and private state: what every operation
/// works on.
class Workspace {
 public:
  /// Opens what the working directory lies in. Throws as Repository::open() and Settings::read()
  /// do.
  static Workspace open(const Environment& environment);

  const Environment& environment() const { return environment_; }
  const Repository& repository() const { return repository_; }
  const Settings& settings() const { return settings_; }
  const SessionStore& store() const { return store_; }
  const SessionState& state() const { return state_; }
  /// What verbs changed in this worktree, for undo.
  const OperationLog& operation_log() const { return operation_log_; }
  /// Notes the changes of this command there; the store tells it of its own.
  ChangeRecorder& recorder() const { return *recorder_; }
  Instant now() const { return now_; }
  Date today() const { return to_local(now_).date; }

  /// The branch, or `detached-<7 hex>`.
  const std::string& branch() const { return branch_; }
  /// The user folder of the present user.
  std::string user() const;
  /// What it is made from: the first of session.user, git's user.name, the local part of its
  /// user.email, the login.
  UserName user_name() const;
  /// Their e-mail address as git commits with it; empty when git has none.
  std::string email() const;

  /// Every session, also those that sparse checkout keeps out of the work tree.
  std::vector<SessionLocation> locations(Scope scope, PassedOver* passed_over = nullptr) const;
  Session load(const SessionLocation& location, LoadDetail detail = LoadDetail::full()) const;
  /// As SessionStore::visit(), sparse ones included.
  void visit(const std::vector<SessionLocation>& locations, LoadDetail detail,
             const std::function<void(size_t index, Session&& session)>& visit) const;

  /// The one session a name means: full id, user/id, path, prefix or hex. Throws `not_found`, or
  /// `ambiguous` with the candidates.
  SessionLocation resolve(std::string_view name, Scope scope = Scope::everything) const;
  /// Throws `refused` (reason "sparse-checkout") when the session is not in the work tree.
  void require_in_work_tree(const SessionLocation& location) const;
  /// Throws `refused` (reason "uncertain-top-level") where GIT_DIR makes any directory look like a
  /// top level and nothing of ours is there: nothing new should be made in it.
  void require_certain_top_level() const;

  /// Judged by where the git directory lies, without asking git.
  bool looks_like_submodule() const;

  std::string absolute_path(const SessionLocation& location) const {
    return repository_.top_level() + "/" + location.path;
  }
  /// The same seen from the working directory: `../output/…`; `.` when we stand in it.
  std::string path_from_here(const SessionLocation& location) const;
  /// `path` as typed in the working directory, relative to the top level; nullopt when it lies
  /// outside.
  std::optional<std::string> relative_to_top_level(const std::string& path) const;

 private:
  Workspace(const Environment& environment, Repository repository, Settings settings);
  struct SparseSession {
    std::optional<std::string> metadata_blob;
    std::vector<std::string> files;
  };
  /// Read once, when first asked for; empty without sparse checkout.
  const std::map<std::string, SparseSession>& sparse_sessions() const;

  Environment environment_;
  Repository repository_;
  Settings settings_;
  SessionStore store_;
  SessionState state_;
  OperationLog operation_log_;
  std::shared_ptr<ChangeRecorder> recorder_;
  Instant now_;
  std::string branch_;
  mutable std::optional<std::map<std::string, SparseSession>> sparse_sessions_;
};

/// The clock, or GIT_SESSION_TEST_NOW (RFC 3339) where tests pin it.
Instant now_from(const Environment& environment);

}  // namespace git_session
