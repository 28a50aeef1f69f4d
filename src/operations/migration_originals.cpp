#include <algorithm>
#include <mutex>

#include "base/content_id.h"
#include "base/error.h"
#include "operations/migration_plan.h"

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
  if (!stays_inside(path) || path.starts_with(".git/")) return false;
  return !path.starts_with(layout.sessions() + "/") && !path.starts_with(layout.archive() + "/") &&
         !path.starts_with(layout.shared() + "/");
}

/// nullopt when nothing is there.
std::optional<std::string> content_of(const Directory& top, const std::string& path) {
  auto opened = top.open_file(path);
  if (!opened) return std::nullopt;
  return content_id(*opened, path);
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

RemovalPlan plan_removal_of_originals(const Workspace& workspace) {
  workspace.require_certain_top_level();
  RemovalPlan plan;
  const Directory& top = workspace.store().top_level();
  // Whose copies lie there keep their originals, and that is said.
  std::vector<std::string> closed;
  const auto migrated = migrated_files(workspace, &closed);
  for (const std::string& path : closed) plan.left.push_back({path, LeftReason::unreadable});
  for (const auto& [path, copies] : migrated) {
    try {
      const auto content = content_of(top, path);
      if (!content) continue;  // gone already
      auto copy = std::find_if(copies.begin(), copies.end(), [&](const std::string& one) {
        return content_of(top, one) == content;
      });
      if (copy == copies.end()) {
        plan.changed.push_back(path);
        continue;
      }
      plan.removed.push_back({path, *copy});
      plan.steps.remove_original(path, *copy, *content);
    } catch (const Error& error) {
      plan.left.push_back({path, error.reason() == "symbolic-link" ? LeftReason::symbolic_link
                                                                   : LeftReason::unreadable});
    }
  }
  return plan;
}

}  // namespace git_session
