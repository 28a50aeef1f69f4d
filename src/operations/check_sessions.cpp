#include "operations/check_sessions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "operations/session_checks.h"

namespace git_session {
namespace {

std::vector<Problem> check_one(const Workspace& workspace, const Session& session) {
  std::vector<Problem> problems = check_metadata(session, workspace.settings().teams());
  for (Problem& problem : check_outputs(session)) problems.push_back(std::move(problem));
  if (session.sparse) return problems;
  if (auto folder = workspace.store().top_level().open_directory(session.path)) {
    for (Problem& problem : check_folder(*folder, session.path)) {
      problems.push_back(std::move(problem));
    }
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

/// Links in the place of folders that we would otherwise never look behind.
void check_link_in_place(const Workspace& workspace, const std::string& path, CheckReport& report) {
  auto status = workspace.store().top_level().status(path);
  if (status && status->type == FileType::symbolic_link) {
    report.problems.push_back(
        {"symbolic-link", path, 0, "a link is never followed", "put a folder in its place"});
  }
}

void check_layout(const Workspace& workspace, CheckReport& report) {
  const SessionLayout& layout = workspace.store().layout();
  check_link_in_place(workspace, layout.root(), report);
  if (!report.problems.empty()) return;
  for (const std::string& path : {layout.sessions(), layout.archive()}) {
    check_link_in_place(workspace, path, report);
    auto folder =
        report.problems.empty() ? workspace.store().top_level().open_directory(path) : std::nullopt;
    if (!folder) continue;
    for (const DirectoryEntry& entry : folder->entries()) {
      if (entry.type == FileType::symbolic_link) {
        check_link_in_place(workspace, path + "/" + entry.name, report);
      }
    }
  }
  std::string probe = layout.sessions() + "/user/session/" + std::string(metadata_file_name);
  if (auto rule = workspace.repository().ignore_rule(probe)) {
    report.problems.push_back({"ignored-root", layout.sessions(), 0,
                               "git ignores sessions by the rule " + *rule,
                               "take that rule out, or add '!" + layout.root() + "/'"});
  }
}

}  // namespace

CheckReport check_sessions(const Workspace& workspace, const std::optional<SessionLocation>& only) {
  CheckReport report;
  if (!only) check_layout(workspace, report);
  // Behind a link in place of the root there is nothing that we would read.
  bool root_is_link = !report.problems.empty() && report.problems.front().code == "symbolic-link" &&
                      report.problems.front().path == workspace.store().layout().root();
  if (root_is_link) return report;
  std::vector<SessionLocation> locations =
      only ? std::vector{*only} : workspace.locations(Scope::everything);
  if (!only) check_duplicate_ids(locations, report);
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
