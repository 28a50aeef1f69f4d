#include "operations/check_sessions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "operations/repository_checks.h"
#include "operations/session_checks.h"
#include "store/promotion_ledger.h"
#include "store/session_files.h"

namespace git_session {
namespace {

std::vector<Problem> check_one(const Workspace& workspace, const Session& session,
                               const std::set<std::string>& underway) {
  std::vector<Problem> problems = check_metadata(session, workspace.settings().teams());
  if (underway.contains(session.path + "/" + std::string(metadata_file_name))) {
    std::erase_if(problems, [](const Problem& each) { return each.code == "no-metadata"; });
  }
  for (Problem& problem : check_outputs(session, underway)) problems.push_back(std::move(problem));
  for (Problem& problem : check_habits(session, workspace.today()))
    problems.push_back(std::move(problem));
  if (session.sparse) return problems;
  try {
    auto folder = workspace.store().top_level().open_directory(session.path);
    if (!folder) return problems;
    std::vector<Problem> in_folder = check_folder(*folder, session.path);
    // Those that loading told of are among those found now, which may be hidden ones as well.
    std::erase_if(problems, [](const Problem& each) { return each.code == "unreadable-folder"; });
    std::move(in_folder.begin(), in_folder.end(), std::back_inserter(problems));
  } catch (const Error&) {
    // Closed to us, or gone: loading has said so.
  }
  return problems;
}

/// The same id under two users, or in the archive as well: a name that can never be full enough.
void check_duplicate_ids(const std::vector<SessionLocation>& locations,
                         std::vector<Problem>& problems) {
  std::map<std::string_view, const SessionLocation*> first;
  for (const SessionLocation& location : locations) {
    auto [known, is_new] = first.emplace(location.id, &location);
    if (is_new) continue;
    problems.push_back({"duplicate-id", location.path, 0,
                        "'" + known->second->path + "' has the same id",
                        "compare the two folders; rename or remove one"});
  }
}

void report_link(const std::string& path, std::vector<Problem>& problems) {
  problems.push_back(
      {"symbolic-link", path, 0, "a link is never followed", "put a folder in its place"});
}

void report_no_folder(const std::string& path, std::vector<Problem>& problems) {
  problems.push_back(
      {"not-a-directory", path, 0, "a folder belongs here", "put a folder in its place"});
}

/// Whether something that is no folder lies in the place of one; we would never look behind it.
bool is_blocked(const Workspace& workspace, const std::string& path,
                std::vector<Problem>& problems) {
  auto status = workspace.store().top_level().status(path);
  if (!status || status->type == FileType::directory) return false;
  if (status->type == FileType::symbolic_link) {
    report_link(path, problems);
  } else {
    report_no_folder(path, problems);
  }
  return true;
}

/// Whether a file of this name stands where a user's folder or a session would; a README does not.
bool takes_place_of_folder(const DirectoryEntry& entry) {
  if (entry.type == FileType::other) return true;
  bool is_name = user_folder(entry.name) == entry.name || date_of_session_id(entry.name);
  return entry.type == FileType::regular && is_name;
}

/// The users below sessions/ or archive/, and what lies where their sessions would.
void check_places(const Directory& folder, const std::string& path, int levels,
                  std::vector<Problem>& problems) {
  for (const DirectoryEntry& entry : folder.entries()) {
    std::string entry_path = path + "/" + entry.name;
    if (entry.type == FileType::symbolic_link) report_link(entry_path, problems);
    if (takes_place_of_folder(entry)) report_no_folder(entry_path, problems);
    if (entry.type != FileType::directory || levels == 1 || date_of_session_id(entry.name))
      continue;
    try {
      auto inner = folder.open_directory(entry.name);
      bool is_session = inner && inner->status(metadata_file_name);
      if (inner && !is_session) check_places(*inner, entry_path, levels - 1, problems);
    } catch (const Error& error) {
      problems.push_back(unreadable_folder(entry_path, error));
    }
  }
}

void check_ignored_root(const Workspace& workspace, std::vector<Problem>& problems) {
  const SessionLayout& layout = workspace.store().layout();
  std::string probe = layout.sessions() + "/user/session/" + std::string(metadata_file_name);
  auto rule = workspace.repository().ignore_rule(probe);
  if (!rule) return;
  problems.push_back({"ignored-root", layout.sessions(), 0,
                      "git ignores sessions by the rule " + *rule,
                      "take that rule out, or add '!" + layout.root() + "/'"});
}

/// Checks the folders that hold all sessions; says which of them can be read, nullopt when none.
std::optional<Scope> check_layout(const Workspace& workspace, std::vector<Problem>& problems) {
  const SessionLayout& layout = workspace.store().layout();
  if (is_blocked(workspace, layout.root(), problems)) return std::nullopt;
  std::vector<Scope> readable;
  for (Scope scope : {Scope::sessions, Scope::archive}) {
    std::string path = scope == Scope::sessions ? layout.sessions() : layout.archive();
    if (is_blocked(workspace, path, problems)) continue;
    readable.push_back(scope);
    try {
      auto folder = workspace.store().top_level().open_directory(path);
      if (folder) check_places(*folder, path, 2, problems);
    } catch (const Error& error) {
      problems.push_back(unreadable_folder(path, error));
    }
    // Behind a link git would refuse to answer.
    if (scope == Scope::sessions) check_ignored_root(workspace, problems);
  }
  if (readable.empty()) return std::nullopt;
  return readable.size() == 2 ? Scope::everything : readable.front();
}

void check_ledgers(const Workspace& workspace, std::vector<Problem>& problems) {
  const SessionLayout& layout = workspace.store().layout();
  if (is_blocked(workspace, layout.shared(), problems)) return;
  if (is_blocked(workspace, layout.promoted(), problems)) return;
  PromotionLedger(workspace.store().top_level(), layout).read_all(problems);
}

/// One session's findings, and what it says of its user.
struct CheckedSession {
  std::vector<Problem> problems;
  std::string user;
  std::string email;
};

UsersSeen users_of(const std::vector<CheckedSession>& sessions) {
  UsersSeen users;
  for (const CheckedSession& session : sessions) {
    if (session.user.empty()) continue;
    UserTraces& traces = users[session.user];
    ++traces.sessions;
    if (!session.email.empty()) traces.emails.insert(to_lower_ascii(session.email));
  }
  return users;
}

/// Folders that looking at the layout did not name already.
void add_unreadable(const PassedOver& passed_over, std::vector<Problem>& problems) {
  for (const Problem& unreadable : passed_over.unreadable) {
    const bool is_named =
        std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
          return problem.path == unreadable.path && problem.code == unreadable.code;
        });
    if (!is_named) problems.push_back(unreadable);
  }
}

void take(std::vector<Problem> problems, CheckReport& report) {
  for (Problem& problem : problems) report.findings.push_back(to_finding(std::move(problem)));
}

bool counts(const Problem& problem) { return severity_of(problem.code) != Severity::note; }

}  // namespace

size_t CheckReport::count(Severity severity) const {
  return static_cast<size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

CheckReport check_sessions(const Workspace& workspace, const std::optional<SessionLocation>& only) {
  CheckReport report;
  std::vector<Problem> around;
  std::optional<Scope> scope = only ? Scope::everything : check_layout(workspace, around);
  std::vector<SessionLocation> locations;
  if (only) locations.push_back(*only);
  if (!only && scope) {
    PassedOver passed_over;
    locations = workspace.locations(*scope, &passed_over);
    add_unreadable(passed_over, around);
    check_duplicate_ids(locations, around);
    check_ledgers(workspace, around);
    for (Problem& problem : check_surroundings(workspace)) around.push_back(std::move(problem));
  }
  std::vector<CheckedSession> checked(locations.size());
  // The finding of the operation says it for all of them.
  const std::set<std::string> underway = only ? std::set<std::string>() : files_underway(workspace);
  LoadDetail detail{.sizes_and_times = false, .unknown_keys = false};
  workspace.visit(locations, detail, [&](size_t index, Session&& session) {
    checked[index] = {check_one(workspace, session, underway), session.user,
                      session.created_by.email};
  });
  if (!only) {
    const UsersSeen users = users_of(checked);
    take(check_users(workspace, users), report);
    take(check_merge_driver(workspace, users), report);
    report.folders_to_join = folders_to_join(workspace, users);
  }
  take(std::move(around), report);
  report.checked = locations.size();
  for (CheckedSession& session : checked) {
    if (std::any_of(session.problems.begin(), session.problems.end(), counts)) ++report.affected;
    take(std::move(session.problems), report);
  }
  sort_findings(report.findings);
  return report;
}

}  // namespace git_session
