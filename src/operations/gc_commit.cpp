#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "operations/gc_execute.h"
#include "store/purged_sessions.h"

namespace git_session {
namespace {

/// What operations did, as their steps tell.
struct Traces {
  std::set<std::string> folders;  ///< of sessions: where they lay, and where they lie
  std::set<std::string> archived;
  std::set<std::string> purged;
};

void add_traces(Traces& traces, const Operation& operation, const SessionLayout& layout) {
  for (const FileStep& step : operation.steps) {
    for (const std::string& path : {step.path, step.source}) {
      if (auto location = layout.parse(path)) traces.folders.insert(location->path);
    }
    const auto location = layout.parse(step.path);
    if (!location) continue;
    if (step.kind == FileStep::Kind::move_folder) traces.archived.insert(location->id);
    const bool is_metadata = step.path == location->path + "/" + std::string(metadata_file_name);
    if (step.kind == FileStep::Kind::remove && is_metadata) traces.purged.insert(location->id);
  }
}

std::string one_line(const std::string& id) { return escape_line(id); }

std::string message_of(const Traces& traces) {
  std::vector<std::string> parts;
  if (!traces.archived.empty()) {
    parts.push_back("archive " + count_of(traces.archived.size(), "expired session"));
  }
  if (!traces.purged.empty()) {
    parts.push_back("purge " + count_of(traces.purged.size(), "archived session"));
  }
  std::string text = "chore(session): " + join(parts, ", ") + "\n\n";
  std::string trailers;
  for (const auto& [word, ids] :
       {std::pair("Archived: ", &traces.archived), std::pair("Purged: ", &traces.purged)}) {
    for (const std::string& id : *ids) {
      text += "- " + (word + one_line(id)) + "\n";
      trailers += "Git-Session: " + one_line(id) + "\n";
    }
  }
  return text + "\n" + trailers;
}

/// Forgets what was committed since: only what git still sees come or go is left.
void keep_uncommitted(Traces& traces, const std::map<std::string, std::string>& changed,
                      const SessionLayout& layout) {
  std::set<std::string> ids;
  for (const auto& [path, letters] : changed) {
    const auto location = layout.parse(path);
    const bool comes_or_goes = letters.find_first_of("AD") != letters.npos;
    if (location && comes_or_goes && traces.folders.contains(location->path)) {
      ids.insert(location->id);
    }
  }
  auto is_committed = [&](const std::string& id) { return !ids.contains(id); };
  std::erase_if(traces.archived, is_committed);
  std::erase_if(traces.purged, is_committed);
}

/// What git tracks of those sessions, and the list of reserved ids.
std::vector<std::string> paths_to_commit(const Traces& traces,
                                         const std::map<std::string, std::string>& changed,
                                         const SessionLayout& layout) {
  const std::string reserved = purged_sessions_path(layout);
  std::vector<std::string> paths;
  for (const auto& [path, letters] : changed) {
    const auto location = layout.parse(path);
    const bool is_known =
        location && traces.folders.contains(location->path) &&
        (traces.archived.contains(location->id) || traces.purged.contains(location->id));
    const bool is_list = path == reserved && !traces.purged.empty();
    if ((is_known && letters != "??") || is_list) paths.push_back(path);
  }
  return paths;
}

}  // namespace

GcCommit commit_gc(const Workspace& workspace, const std::vector<int>& numbers) {
  GcCommit report;
  const SessionLayout& layout = workspace.store().layout();
  const auto changed = workspace.repository().changed_files(layout.root());
  Traces traces;
  for (const int number : numbers) {
    if (auto operation = workspace.operation_log().find(number))
      add_traces(traces, *operation, layout);
  }
  keep_uncommitted(traces, changed, layout);
  const std::vector<std::string> paths = paths_to_commit(traces, changed, layout);
  if (paths.empty()) return report;
  const std::string message = message_of(traces);
  report.subject = message.substr(0, message.find('\n'));
  report.files = paths.size();
  report.commit = workspace.repository().commit_only(paths, message);
  return report;
}

}  // namespace git_session
