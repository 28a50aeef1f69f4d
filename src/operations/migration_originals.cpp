#include <algorithm>
#include <mutex>
#include <set>

#include "base/error.h"
#include "git/file_history.h"
#include "operations/apply_plan.h"
#include "operations/migration_plan.h"
#include "operations/nested_repository.h"

namespace git_session {
namespace {

/// Where `output` says that it came from; nullptr when it does not.
const std::string* origin_of(const Output& output) {
  for (const auto& [key, value] : output.extra)
    if (key == migrated_from_key) return value.text();
  return nullptr;
}

/// Never a session's own file, whatever somebody's metadata claims.
bool may_be_an_original(const SessionLayout& layout, const std::string& path) {
  if (!stays_inside(path)) return false;  // git's own too
  return !path.starts_with(layout.sessions() + "/") && !path.starts_with(layout.archive() + "/") &&
         !path.starts_with(layout.shared() + "/");
}

/// Metadata comes with a pull, and could name any file that has an equal among the outputs.
bool lies_below(const std::string& path, const std::string& folder) {
  return folder.empty() || path.starts_with(folder + "/");
}

/// Their copies are ignored and they are not: what everybody has would be left to one.
std::set<std::string> originals_of_ignored_copies(const Workspace& workspace,
                                                  const RemovalPlan& plan) {
  std::vector<std::string> paths;
  for (const RemovalPlan::Original& original : plan.removed) {
    paths.push_back(original.path);
    paths.push_back(original.copy);
  }
  const Repository& repository = workspace.repository();
  const auto rules = ignore_rules(repository, paths);
  std::set<std::string> tracked;
  if (!rules.empty())
    for (const IndexEntry& entry : repository.index_entries("")) tracked.insert(entry.path);
  auto is_ignored = [&](const std::string& path) {
    return rules.contains(path) && !tracked.contains(path);
  };
  std::set<std::string> originals;
  for (const RemovalPlan::Original& original : plan.removed)
    if (is_ignored(original.copy) && !is_ignored(original.path)) originals.insert(original.path);
  return originals;
}

void leave_originals_of_ignored_copies(const Workspace& workspace, RemovalPlan& plan) {
  const std::set<std::string> kept = originals_of_ignored_copies(workspace, plan);
  std::erase_if(plan.removed, [&](const RemovalPlan::Original& original) {
    return kept.contains(original.path);
  });
  for (const std::string& path : kept) plan.left.push_back({path, LeftReason::copy_ignored});
}

}  // namespace

std::map<std::string, std::vector<std::string>> migrated_files(const Workspace& workspace,
                                                               std::vector<std::string>* closed) {
  std::map<std::string, std::vector<std::string>> migrated;
  const SessionLayout& layout = workspace.store().layout();
  PassedOver passed_over;
  const std::vector<SessionLocation> locations =
      workspace.locations(Scope::everything, &passed_over);
  if (closed)
    for (const Problem& folder : passed_over.unreadable) closed->push_back(folder.path + "/");
  std::mutex mutex;
  workspace.visit(locations, {.unknown_keys = true}, [&](size_t, Session&& session) {
    if (closed && !session.is_readable()) {
      const std::lock_guard guard(mutex);
      closed->push_back(session.path + "/");
    }
    for (const Output& output : session.outputs) {
      const std::string* origin = origin_of(output);
      const bool counts = origin != nullptr && output.exists && !output.outside && !session.sparse;
      if (!counts || !may_be_an_original(layout, *origin)) continue;
      const std::lock_guard guard(mutex);
      migrated[*origin].push_back(session.path + "/" + output.file);
    }
  });
  for (auto& [path, copies] : migrated) std::sort(copies.begin(), copies.end());
  return migrated;
}

RemovalPlan plan_removal_of_originals(const Workspace& workspace,
                                      const std::optional<std::string>& input) {
  workspace.require_certain_top_level();
  RemovalPlan plan;
  const Directory& top = workspace.store().top_level();
  // Whose copies lie there keep their originals, and that is said.
  std::vector<std::string> closed;
  const auto migrated = migrated_files(workspace, &closed);
  for (const std::string& path : closed) plan.left.push_back({path, LeftReason::unreadable});
  const std::string folder = input.value_or(workspace.store().layout().root());
  for (const auto& [path, copies] : migrated) {
    try {
      const auto content = content_id_of_file(top, path);
      if (!content) continue;  // gone already
      if (!lies_below(path, folder) || repository_around(top, path)) {
        plan.left.push_back({path, LeftReason::elsewhere});
        continue;
      }
      auto copy = std::find_if(copies.begin(), copies.end(), [&](const std::string& one) {
        return content_id_of_file(top, one) == content;
      });
      if (copy == copies.end()) {
        plan.changed.push_back(path);
        continue;
      }
      plan.removed.push_back({path, *copy, *content});
    } catch (const Error& error) {
      plan.left.push_back({path, error.reason() == "symbolic-link" ? LeftReason::symbolic_link
                                                                   : LeftReason::unreadable});
    }
  }
  leave_originals_of_ignored_copies(workspace, plan);
  for (const RemovalPlan::Original& original : plan.removed)
    plan.steps.remove_original(original.path, original.copy, original.content);
  return plan;
}

}  // namespace git_session
