#include "operations/check_sessions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "base/error.h"
#include "core/session_id.h"
#include "operations/session_checks.h"
#include "store/promotion_ledger.h"
#include "store/session_files.h"

namespace git_session {
namespace {

std::vector<Problem> check_one(const Workspace& workspace, const Session& session) {
  std::vector<Problem> problems = check_metadata(session, workspace.settings().teams());
  for (Problem& problem : check_outputs(session)) problems.push_back(std::move(problem));
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
void check_duplicate_ids(const std::vector<SessionLocation>& locations, CheckReport& report) {
  std::map<std::string_view, const SessionLocation*> first;
  for (const SessionLocation& location : locations) {
    auto [known, is_new] = first.emplace(location.id, &location);
    if (is_new) continue;
    report.problems.push_back({"duplicate-id", location.path, 0,
                               "'" + known->second->path + "' has the same id",
                               "compare the two folders; rename or remove one"});
  }
}

void report_link(const std::string& path, CheckReport& report) {
  report.problems.push_back(
      {"symbolic-link", path, 0, "a link is never followed", "put a folder in its place"});
}

void report_no_folder(const std::string& path, CheckReport& report) {
  report.problems.push_back(
      {"not-a-directory", path, 0, "a folder belongs here", "put a folder in its place"});
}

/// Whether something that is no folder lies in the place of one; we would never look behind it.
bool is_blocked(const Workspace& workspace, const std::string& path, CheckReport& report) {
  auto status = workspace.store().top_level().status(path);
  if (!status || status->type == FileType::directory) return false;
  if (status->type == FileType::symbolic_link) {
    report_link(path, report);
  } else {
    report_no_folder(path, report);
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
                  CheckReport& report) {
  for (const DirectoryEntry& entry : folder.entries()) {
    std::string entry_path = path + "/" + entry.name;
    if (entry.type == FileType::symbolic_link) report_link(entry_path, report);
    if (takes_place_of_folder(entry)) report_no_folder(entry_path, report);
    if (entry.type != FileType::directory || levels == 1 || date_of_session_id(entry.name))
      continue;
    try {
      auto inner = folder.open_directory(entry.name);
      bool is_session = inner && inner->status(metadata_file_name);
      if (inner && !is_session) check_places(*inner, entry_path, levels - 1, report);
    } catch (const Error& error) {
      report.problems.push_back(unreadable_folder(entry_path, error));
    }
  }
}

void check_ignored_root(const Workspace& workspace, CheckReport& report) {
  const SessionLayout& layout = workspace.store().layout();
  std::string probe = layout.sessions() + "/user/session/" + std::string(metadata_file_name);
  auto rule = workspace.repository().ignore_rule(probe);
  if (!rule) return;
  report.problems.push_back({"ignored-root", layout.sessions(), 0,
                             "git ignores sessions by the rule " + *rule,
                             "take that rule out, or add '!" + layout.root() + "/'"});
}

/// Checks the folders that hold all sessions; says which of them can be read, nullopt when none.
std::optional<Scope> check_layout(const Workspace& workspace, CheckReport& report) {
  const SessionLayout& layout = workspace.store().layout();
  if (is_blocked(workspace, layout.root(), report)) return std::nullopt;
  std::vector<Scope> readable;
  for (Scope scope : {Scope::sessions, Scope::archive}) {
    std::string path = scope == Scope::sessions ? layout.sessions() : layout.archive();
    if (is_blocked(workspace, path, report)) continue;
    readable.push_back(scope);
    try {
      auto folder = workspace.store().top_level().open_directory(path);
      if (folder) check_places(*folder, path, 2, report);
    } catch (const Error& error) {
      report.problems.push_back(unreadable_folder(path, error));
    }
    // Behind a link git would refuse to answer.
    if (scope == Scope::sessions) check_ignored_root(workspace, report);
  }
  if (readable.empty()) return std::nullopt;
  return readable.size() == 2 ? Scope::everything : readable.front();
}

void check_ledgers(const Workspace& workspace, CheckReport& report) {
  const SessionLayout& layout = workspace.store().layout();
  if (is_blocked(workspace, layout.shared(), report)) return;
  if (is_blocked(workspace, layout.promoted(), report)) return;
  PromotionLedger(workspace.store().top_level(), layout).read_all(report.problems);
}

}  // namespace

CheckReport check_sessions(const Workspace& workspace, const std::optional<SessionLocation>& only) {
  CheckReport report;
  std::optional<Scope> scope = only ? Scope::everything : check_layout(workspace, report);
  if (!scope) return report;
  std::vector<SessionLocation> locations = only ? std::vector{*only} : workspace.locations(*scope);
  if (!only) {
    check_duplicate_ids(locations, report);
    check_ledgers(workspace, report);
  }
  std::vector<std::vector<Problem>> found(locations.size());
  LoadDetail detail{.sizes_and_times = false, .unknown_keys = false};
  workspace.visit(locations, detail, [&](size_t index, Session&& session) {
    found[index] = check_one(workspace, session);
  });
  report.checked = locations.size();
  for (std::vector<Problem>& problems : found) {
    if (!problems.empty()) ++report.affected;
    for (Problem& problem : problems) report.problems.push_back(std::move(problem));
  }
  std::stable_sort(report.problems.begin(), report.problems.end(),
                   [](const Problem& a, const Problem& b) {
                     return std::tie(a.path, a.line) < std::tie(b.path, b.line);
                   });
  return report;
}

}  // namespace git_session
