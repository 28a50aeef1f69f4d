#include "operations/workspace_status.h"

#include <algorithm>
#include <future>

#include "base/error.h"

namespace git_session {
namespace {

void find_current(const Workspace& workspace, const std::optional<std::string>& named,
                  WorkspaceStatus& status) {
  try {
    status.current = find_current_session(workspace, named);
    status.session = workspace.load(status.current->location, {});
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::no_session) throw;
    status.none_reason = error.what();
    status.none_hint = error.hint();
  }
}

bool is_near(const Session& session, Date last_day) {
  const auto& expires = session.retention.expires_at;
  return expires && *expires <= last_day && session.status.current != State::archived;
}

/// One reading of this user's sessions answers both what is open and what expires.
void read_sessions_of_user(const Workspace& workspace, WorkspaceStatus& status) {
  Date today = workspace.today();
  Date last_day = add_days(today, WorkspaceStatus::expiring_days);
  bool wants_open = !status.current;
  std::vector<SessionLocation> locations = workspace.store().locations_of(workspace.user());
  std::vector<std::optional<Session>> wanted(locations.size());
  workspace.store().visit(locations, {}, [&](size_t index, Session&& session) {
    if (session.shape == Shape::none || !session.is_readable()) return;
    if ((wants_open && session.is_open()) || is_near(session, last_day)) {
      wanted[index] = std::move(session);
    }
  });
  for (auto session = wanted.rbegin(); session != wanted.rend(); ++session) {
    if (!*session) continue;
    if (is_near(**session, last_day)) {
      status.expiring.push_back(
          {**session, days_between(today, *(*session)->retention.expires_at)});
    }
    if (wants_open && (*session)->is_open()) status.open.push_back(std::move(**session));
  }
  std::stable_sort(status.expiring.begin(), status.expiring.end(),
                   [](const auto& left, const auto& right) { return left.days < right.days; });
}

void read_git_state(const Workspace& workspace, WorkspaceStatus& status) {
  const Repository& repository = workspace.repository();
  if (workspace.looks_like_submodule()) status.superproject = repository.superproject();
  if (!status.current) return;
  std::string folder = status.current->location.path + "/";
  CommitPlan plan = plan_commit(workspace, status.current->location, status.session);
  for (auto& [path, letters] : plan.changes) {
    if (path.starts_with(folder)) {
      status.uncommitted.emplace(path.substr(folder.size()), letters);
    } else if (plan.pages.contains(path.substr(0, path.rfind('/')))) {
      status.uncommitted.emplace(path, letters);
    }
  }
  status.left_out = std::move(plan.left_out);
  bool git_sees_it = !status.uncommitted.empty() || !status.left_out.empty();
  if (git_sees_it || status.session.sparse) return;
  // git says nothing about what it ignores.
  if (!repository.tracked_files(status.current->location.path).empty()) return;
  status.ignore_rule = repository.ignore_rule(folder + std::string(metadata_file_name));
}

}  // namespace

bool is_unrecorded(const Session& session, const Output& output) {
  return session.is_readable() && !output.listed;
}

WorkspaceStatus read_status(const Workspace& workspace, const std::optional<std::string>& named) {
  WorkspaceStatus status;
  find_current(workspace, named, status);
  // git runs beside our own reading; each fills members of its own.
  std::future<void> git =
      std::async(std::launch::async, [&] { read_git_state(workspace, status); });
  read_sessions_of_user(workspace, status);
  git.get();
  return status;
}

}  // namespace git_session
