#include "operations/move_session.h"

#include "base/error.h"
#include "operations/archive_note.h"
#include "operations/current_session.h"
#include "operations/submodules.h"

namespace git_session {
namespace {

struct SplitPath {
  std::string parent;
  std::string name;
};

SplitPath split_path(const std::string& path) {
  size_t slash = path.rfind('/');
  return {path.substr(0, slash), path.substr(slash + 1)};
}

void require_free_target(const Workspace& workspace, const SessionLocation& target) {
  if (!workspace.store().top_level().status(target.path)) return;
  throw Error(ErrorKind::conflict, "'" + target.path + "' exists already",
              "look at both folders and rename one of them");
}

void require_tracked_target(const Workspace& workspace, const SessionLocation& target) {
  std::string file = target.path + "/" + std::string(metadata_file_name);
  auto rule = workspace.repository().ignore_rule(file);
  if (!rule) return;
  throw Error(ErrorKind::refused, "git ignores '" + target.path + "' (" + *rule + ")",
              "change that rule, or move it all the same with --force")
      .with_reason("target-ignored");
}

/// One rename takes along what git does not know as well; git's index follows. (`git mv` loses
/// untracked files where the target lies outside of a sparse checkout.)
void move_folder(const Workspace& workspace, const SessionLocation& from,
                 const SessionLocation& to) {
  const Directory& top = workspace.store().top_level();
  SplitPath source = split_path(from.path);
  SplitPath target = split_path(to.path);
  Directory target_parent = top.make_directories(target.parent);
  workspace.recorder().will_move_folder(from.path, to.path);
  auto source_parent = top.open_directory(source.parent);
  if (!source_parent) {
    throw Error(ErrorKind::not_found, "'" + source.parent + "' is gone", "repeat the command");
  }
  source_parent->rename(source.name, target_parent, target.name);
  workspace.repository().move_in_index({{from.path, to.path}});
}

/// A move that was killed before the index had followed is finished by its repetition.
void finish_move(const Workspace& workspace, const SessionLocation& from,
                 const SessionLocation& to) {
  if (workspace.store().top_level().status(from.path)) return;  // another session of that id
  workspace.repository().move_in_index({{from.path, to.path}});
}

void note_archived(const Workspace& workspace, LockedSession& locked) {
  if (is_noted_as_archived(locked.session()) || locked.session().shape == Shape::none) return;
  workspace.store().edit(locked, [&](const Session& session, MetadataEditor& editor) {
    note_archived(session, editor, workspace.now());
  });
}

void clear_archived(const Workspace& workspace, LockedSession& locked) {
  const Session& session = locked.session();
  bool is_noted = session.status.archived_at || session.status.word == "archived";
  if (!is_noted || session.shape == Shape::none) return;
  workspace.store().edit(locked, [](const Session& before, MetadataEditor& editor) {
    if (before.status.word == "archived") {
      editor.set("status.current", Value(before.status.closed_at ? "closed" : "active"));
    }
    editor.clear("status.archived_at");
  });
}

}  // namespace

MoveReport archive_session(const Workspace& workspace, const SessionLocation& location,
                           const MoveOptions& options) {
  workspace.require_in_work_tree(location);
  SessionLocation target = workspace.store().layout().archived(location.user, location.id);
  MoveReport report{{}, location.path, target.path, !location.in_archive, false};
  if (report.moved) {
    require_free_target(workspace, target);
    report.tracked = require_no_submodules(workspace, {location.path});
    if (!options.force) require_tracked_target(workspace, target);
  }
  if (options.dry_run) {
    report.session = workspace.load(location);
    return report;
  }
  LockedSession locked = workspace.store().lock(location);
  if (report.moved) {
    move_folder(workspace, location, target);
    locked.moved_to(target);
    drop_current_session(workspace, location);
  } else {
    finish_move(workspace, workspace.store().layout().session(location.user, location.id),
                location);
  }
  note_archived(workspace, locked);
  report.session = workspace.load(target);
  return report;
}

MoveReport restore_session(const Workspace& workspace, const SessionLocation& location,
                           const MoveOptions& options) {
  workspace.require_in_work_tree(location);
  SessionLocation target = workspace.store().layout().session(location.user, location.id);
  MoveReport report{{}, location.path, target.path, location.in_archive, false};
  if (report.moved) {
    require_free_target(workspace, target);
    report.tracked = require_no_submodules(workspace, {location.path});
    if (!options.force) require_tracked_target(workspace, target);
  }
  if (options.dry_run) {
    report.session = workspace.load(location);
    return report;
  }
  // Lying in the archive means archived, so a crash after this edit leaves it archived.
  LockedSession locked = workspace.store().lock(location);
  clear_archived(workspace, locked);
  if (report.moved) {
    move_folder(workspace, location, target);
    locked.moved_to(target);
  } else {
    finish_move(workspace, workspace.store().layout().archived(location.user, location.id),
                location);
  }
  report.session = workspace.load(target);
  return report;
}

}  // namespace git_session
