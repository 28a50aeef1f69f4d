#include "operations/report_session.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "git/git_program.h"
#include "markdown/heading.h"
#include "operations/output_content.h"
#include "operations/ticket_lookup.h"

namespace git_session {
namespace {

constexpr uint64_t bytes_for_a_heading = 64U * 1024U;

/// Text files have rules of `=` and `-` above their titles, which Markdown takes for text.
std::string without_rules(std::string heading, std::string_view file) {
  if (!to_lower_ascii(file).ends_with(".txt")) return heading;
  const size_t start = heading.find_first_not_of("=-*_# ");
  return start == heading.npos ? std::string() : heading.substr(start);
}

bool may_have_heading(std::string_view file) {
  const std::string name = to_lower_ascii(file);
  return name.ends_with(".md") || name.ends_with(".markdown") || name.ends_with(".txt");
}

std::string heading_of(const Workspace& workspace, const Session& session, const Output& output) {
  if (!output.exists || output.outside || !may_have_heading(output.file)) return {};
  try {
    auto text = read_content(workspace, session, output.file, bytes_for_a_heading);
    if (!text || kind_of(output.file, *text) == ContentKind::binary) return {};
    return without_rules(markdown::first_heading(*text).value_or(""), output.file);
  } catch (const Error&) {
    return {};  // exchanged for a link or a pipe meanwhile: there is nothing to read
  }
}

void add_headings(const Workspace& workspace, SessionReport& report) {
  for (const Output& output : report.session.outputs) {
    report.headings.push_back(heading_of(workspace, report.session, output));
  }
}

bool is_output_name(std::string_view name) {
  return !name.starts_with('.') && name.find("/.") == name.npos &&
         !name.starts_with(std::string(drafts_folder_name) + "/");
}

/// Paths and the blobs they had.
using Blobs = std::map<std::string, std::string>;

std::string merge_base(const Repository& repository, const std::string& revision) {
  const std::string commit = repository.resolve_revision(revision);
  const ProcessResult found = repository.try_run({"merge-base", commit, "HEAD"});
  if (found.ok()) return std::string(trim(found.output));
  if (found.exit_code != 1) throw git_error(found, "merge-base");
  throw Error(ErrorKind::not_found,
              "'" + escape_line(revision) + "' and this branch have no commit in common",
              "git fetch --unshallow brings the commits that a shallow clone lacks");
}

/// Every file under the session root in the merge base of `revision` and HEAD.
Blobs blobs_before(const Workspace& workspace, const std::string& revision) {
  const Repository& repository = workspace.repository();
  const std::string base = merge_base(repository, revision);
  const std::string list = repository.run(
      {"ls-tree", "-r", "-z", "--full-tree", base, "--", workspace.store().layout().root() + "/"});
  Blobs blobs;
  for (const std::string& entry : split(list, '\0')) {
    // mode, type and blob, parted by blanks; a tab; the path
    const size_t tab = entry.find('\t');
    if (tab == entry.npos) continue;
    const size_t blank = entry.rfind(' ', tab);
    blobs[entry.substr(tab + 1)] = entry.substr(blank + 1, tab - blank - 1);
  }
  return blobs;
}

bool has_any_below(const Blobs& blobs, const std::string& folder) {
  auto first = blobs.lower_bound(folder + "/");
  return first != blobs.end() && first->first.starts_with(folder + "/");
}

/// The files that changed, for each session they lie in.
struct ChangedFiles {
  SessionLocation location;
  std::vector<std::string> names;
};
std::map<std::string, ChangedFiles> changed_sessions(const Workspace& workspace,
                                                     const std::string& revision) {
  const SessionLayout& layout = workspace.store().layout();
  std::map<std::string, ChangedFiles> sessions;
  for (const std::string& path : workspace.repository().changed_since(revision, layout.root())) {
    auto location = layout.parse(path);
    if (!location || path.size() <= location->path.size() + 1) continue;
    ChangedFiles& files = sessions[location->path];
    files.names.push_back(path.substr(location->path.size() + 1));
    files.location = std::move(*location);
  }
  return sessions;
}

/// Whether the content of a file differs from what `old_path` had; git decides, filters applied.
bool has_changed(const Workspace& workspace, const std::string& path, const Blobs& before,
                 const std::string& old_path) {
  return path == old_path || workspace.repository().hash_object(path) != before.at(old_path);
}

/// `old_folder` is where the session was in the merge base.
ChangedSession change_of(const Workspace& workspace, Session session,
                         const std::vector<std::string>& names, const Blobs& before,
                         const std::string& old_folder) {
  ChangedSession change;
  change.is_new = !has_any_below(before, old_folder);
  if (old_folder != session.path) change.moved_from = old_folder;
  for (const std::string& name : names) {
    if (name == metadata_file_name) change.metadata_changed = true;
    if (!is_output_name(name)) continue;
    const std::string old_path = old_folder + "/" + name;
    const std::string path = session.path + "/" + name;
    const Output* output = session.find_output(name);
    if (!output || !output->exists) {
      change.files.push_back({name, Change::removed});
    } else if (!before.contains(old_path)) {
      change.files.push_back({name, Change::added});
    } else if (has_changed(workspace, path, before, old_path)) {
      change.files.push_back({name, Change::changed});
    }
  }
  change.report.session = std::move(session);
  add_headings(workspace, change.report);
  return change;
}

}  // namespace

const char* name_of(Change change) {
  switch (change) {
    case Change::added:
      return "added";
    case Change::changed:
      return "changed";
    case Change::removed:
      return "removed";
  }
  return "changed";
}

SessionReport report_session(const Workspace& workspace, const SessionLocation& location) {
  return report_session(workspace, workspace.load(location));
}

SessionReport report_session(const Workspace& workspace, Session session) {
  if (!session.is_readable()) throw unreadable_error(session);
  SessionReport report{std::move(session), {}};
  add_headings(workspace, report);
  return report;
}

void keep_promoted(SessionReport& report) {
  SessionReport kept{std::move(report.session), {}, std::move(report.ticket)};
  std::vector<Output> outputs = std::move(kept.session.outputs);
  kept.session.outputs.clear();
  for (size_t i = 0; i < outputs.size(); ++i) {
    if (!outputs[i].promoted) continue;
    kept.session.outputs.push_back(std::move(outputs[i]));
    kept.headings.push_back(std::move(report.headings[i]));
  }
  report = std::move(kept);
}

std::string add_tickets(const Workspace& workspace, const std::vector<SessionReport*>& reports) {
  std::vector<std::string> keys;
  for (const SessionReport* report : reports) keys.push_back(report->session.context.ticket);
  std::string failure;
  std::vector<std::optional<jira::Ticket>> tickets = look_up_tickets(workspace, keys, failure);
  for (size_t i = 0; i < reports.size(); ++i) reports[i]->ticket = std::move(tickets[i]);
  return failure;
}

void keep_promoted(ChangedSession& change) {
  keep_promoted(change.report);
  std::erase_if(change.files, [&](const FileChange& file) {
    return !change.report.session.find_output(file.file);
  });
}

BranchReport report_branch(const Workspace& workspace, const std::string& revision) {
  BranchReport report;
  report.revision = revision;
  const Blobs before = blobs_before(workspace, revision);
  const std::map<std::string, ChangedFiles> changed = changed_sessions(workspace, revision);
  std::map<std::string, std::string> gone;  // paths by id
  std::vector<Session> sessions;
  for (const auto& [path, files] : changed) {
    try {
      sessions.push_back(workspace.load(files.location));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::not_found) throw;
      gone[files.location.id] = path;
    }
  }
  for (Session& session : sessions) {
    if (!session.is_readable()) {
      std::copy(session.problems.begin(), session.problems.end(),
                std::back_inserter(report.unreadable));
    }
    std::string old_folder = session.path;
    if (auto moved = gone.find(session.id);
        moved != gone.end() && !has_any_below(before, session.path)) {
      old_folder = moved->second;
      gone.erase(moved);
    }
    const std::vector<std::string>& names = changed.at(session.path).names;
    report.sessions.push_back(change_of(workspace, std::move(session), names, before, old_folder));
  }
  for (const auto& [id, path] : gone) {
    if (has_any_below(before, path)) report.removed.push_back(path);
  }
  return report;
}

}  // namespace git_session
