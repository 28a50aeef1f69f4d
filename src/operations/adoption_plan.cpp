#include "operations/adoption_plan.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "base/content_id.h"
#include "base/error.h"
#include "base/text.h"
#include "core/git_path.h"
#include "core/session_names.h"
#include "operations/capture_output.h"
#include "operations/chat_session.h"
#include "operations/described_folder.h"
#include "operations/legacy_facts.h"
#include "operations/migration_plan.h"
#include "operations/nested_repository.h"
#include "operations/writable_session.h"
#include "store/metadata_editor.h"
#include "store/metadata_writer.h"
#include "store/output_files.h"
#include "yaml/document.h"

namespace git_session {
namespace {

std::string metadata_path(const SessionLocation& location) {
  return location.path + "/" + std::string(metadata_file_name);
}

LegacyFile file_at(const Directory& top, const std::string& path) {
  LegacyFile file;
  file.path = path;
  file.name = path.substr(path.rfind('/') + 1);  // npos + 1 is none
  if (auto status = top.status(path)) {
    file.bytes = status->size;
    file.time = Instant(std::chrono::seconds(status->modified));
  }
  return file;
}

MigratedFile described(LegacyFile file, const std::vector<std::string>& known_agents) {
  MigrationRules rules;
  rules.user = "unknown-user";  // one group
  rules.known_agents = known_agents;
  return group_legacy_files({std::move(file)}, rules).front().files.front();
}

Output output_of(const MigratedFile& one) {
  Output output;
  output.file = one.target;
  output.agent = one.agent;
  output.type = one.file.type;
  output.created_at = one.created_at;
  output.blob = one.file.blob;
  return output;
}

void plan_folder(const Workspace& workspace, const SessionLocation& location, AdoptionPlan& plan) {
  Session session = workspace.load(location);
  if (session.shape != Shape::none) {
    plan.unchanged.push_back(location.path);
    return;
  }
  // Metadata could not hold its id.
  if (!is_valid_utf8(location.path))
    return plan.left.push_back({location.path, LeftReason::name_not_utf8});
  LegacyScan scan;
  for (const Output& output : session.outputs) {
    if (scan.files.size() == SessionStore::max_outputs) break;
    const std::string path = location.path + "/" + output.file;
    if (!is_valid_utf8(output.file)) {
      scan.left.push_back({path, LeftReason::name_not_utf8});
      continue;
    }
    LegacyFile file = file_at(workspace.store().top_level(), path);
    file.name = output.file;
    scan.files.push_back(std::move(file));
  }
  complete_legacy_files(workspace, false, scan);
  AdoptedSession adopted{location, true, {}};
  for (LegacyFile& file : scan.files) {
    const std::string name = file.name;
    adopted.files.push_back(described(std::move(file), workspace.settings().agents()));
    adopted.files.back().target = name;
  }
  plan.left.insert(plan.left.end(), scan.left.begin(), scan.left.end());
  session = described_folder(workspace, std::move(session), adopted.files);
  session.outputs.clear();
  for (const MigratedFile& one : adopted.files) session.outputs.push_back(output_of(one));
  plan.steps.write(metadata_path(location), std::nullopt, new_metadata(session));
  plan.sessions.push_back(std::move(adopted));
}

void check_stray(const Workspace& workspace, const std::string& path) {
  const SessionLayout& layout = workspace.store().layout();
  const auto session = layout.parse(path);
  if (session && is_draft_name(name_in_session(*session, path))) return;
  for (const std::string& ours : {layout.sessions(), layout.archive(), layout.shared()}) {
    if (!path.starts_with(ours + "/")) continue;
    throw Error(ErrorKind::usage, "'" + escape_line(path) + "' belongs to " + ours + " already",
                "git session add lists what lies in a session");
  }
  const Directory& top = workspace.store().top_level();
  const auto status = path.empty() ? top.own_status() : top.status(path);
  if (status && status->type == FileType::directory)
    throw Error(ErrorKind::usage,
                "'" + escape_line(path.empty() ? top.path() : path) + "' is a folder",
                "name files; git session adopt DIR is for folders of sessions");
  if (is_git_path(path)) throw Error(ErrorKind::usage, "'" + escape_line(path) + "' is git's own");
  if (auto repository = repository_around(top, path))
    throw Error(ErrorKind::usage,
                "'" + escape_line(path) + "' belongs to '" + escape_line(*repository) +
                    "', a git repository of its own",
                "git session add copies it into a session");
}

/// Why a file cannot come; nullopt when it can.
std::optional<LeftReason> obstacle(const Workspace& workspace, const LegacyFile& file, bool large) {
  const Directory& top = workspace.store().top_level();
  auto status = top.status(file.path);
  if (status && status->type == FileType::symbolic_link) return LeftReason::symbolic_link;
  if (!status || status->type != FileType::regular) return LeftReason::not_a_file;
  if (!is_valid_utf8(file.path)) return LeftReason::name_not_utf8;
  if (escape_line(file.path) != file.path) return LeftReason::control_characters;
  if (file.name.starts_with('.')) return LeftReason::hidden;
  if (!large && file.bytes > workspace.settings().max_output_size()) return LeftReason::too_large;
  return std::nullopt;
}

LegacyScan stray_files(const Workspace& workspace, const std::vector<std::string>& paths,
                       const AdoptRequest& request) {
  LegacyScan scan;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    if (!seen.insert(path).second) continue;
    check_stray(workspace, path);
    LegacyFile file = file_at(workspace.store().top_level(), path);
    file.type = request.type;
    if (auto reason = obstacle(workspace, file, request.large)) {
      scan.left.push_back({path, *reason});
    } else {
      scan.files.push_back(std::move(file));
    }
  }
  complete_legacy_files(workspace, false, scan);
  // A file that was named is not passed over: nothing is done without it.
  for (const LeftFile& file : scan.left) {
    if (file.reason != LeftReason::unreadable) continue;
    throw Error(ErrorKind::unavailable, "'" + escape_line(file.path) + "' cannot be read",
                "make it readable, or leave it out");
  }
  return scan;
}

/// The metadata with the new entries; nothing is written.
std::string with_outputs(const std::string& before, const std::vector<Output>& outputs) {
  const yaml::Document document = yaml::Document::parse(before);
  MetadataEditor editor(document);
  for (const Output& output : outputs) editor.append_output(output);
  return yaml::apply(before, editor.edits());
}

void plan_files_into(const AdoptedSession& adopted, FilePlan& steps) {
  for (const MigratedFile& one : adopted.files) {
    const std::string target = adopted.location.path + "/" + one.target;
    if (one.file.is_tracked)
      steps.move(one.file.path, target, one.file.content);
    else
      steps.copy(one.file.path, target, one.file.content);
  }
  for (const MigratedFile& one : adopted.files) {
    if (one.file.is_tracked) continue;
    steps.remove_original(one.file.path, adopted.location.path + "/" + one.target,
                          one.file.content);
  }
}

}  // namespace

std::string adopted_path(const Workspace& workspace, const std::string& typed) {
  struct stat status {};
  if (lstat(typed.c_str(), &status) != 0)
    throw Error(ErrorKind::not_found, "there is no '" + escape_line(typed) + "'");
  if (S_ISLNK(status.st_mode))
    throw Error(ErrorKind::refused, "'" + escape_line(typed) + "' is a link",
                "name the file it points to")
        .with_reason("symbolic-link");
  if (auto path = workspace.relative_to_top_level(typed)) return *path;
  throw Error(ErrorKind::refused, "'" + escape_line(typed) + "' lies outside of the repository",
              "git session add copies it into a session")
      .with_reason("path-escapes");
}

AdoptionPlan plan_adoption_of_folders(const Workspace& workspace,
                                      const std::vector<std::string>& folders) {
  workspace.require_certain_top_level();
  AdoptionPlan plan;
  for (const std::string& path : folders) {
    const auto location = workspace.store().layout().parse(path);
    if (!location || location->path != path || !workspace.store().top_level().open_directory(path))
      throw Error(ErrorKind::usage,
                  "'" + escape_line(path) + "' is not the folder of a session, like " +
                      workspace.store().layout().sessions() + "/USER/NAME",
                  "git session adopt --into ID FILE takes files from elsewhere");
    plan_folder(workspace, *location, plan);
  }
  return plan;
}

AdoptionPlan plan_adoption_into(const Workspace& workspace, const SessionLocation& location,
                                const std::vector<std::string>& files,
                                const AdoptRequest& request) {
  workspace.require_certain_top_level();
  require_not_archived(location);
  LegacyScan scan = stray_files(workspace, files, request);
  AdoptionPlan plan;
  plan.left = std::move(scan.left);
  if (scan.files.empty()) return plan;
  const LockedSession locked = lock_for_planning(workspace, location);
  const auto before = locked.folder().read_file(metadata_file_name, yaml::max_bytes);
  std::optional<Session> begun;
  if (!before) begun = session_of_place(workspace, location);
  const Session& session = begun ? *begun : locked.session();
  require_open(session);
  SessionNames names(workspace.settings().agents());
  for (const Output& output : locked.session().outputs) names.take(output.file);
  AdoptedSession adopted{location, false, {}};
  std::vector<Output> outputs;
  for (LegacyFile& file : scan.files) {
    MigratedFile one = described(std::move(file), workspace.settings().agents());
    one.target = names.add(one.file.name, "adopted");
    if (!request.agent.empty()) one.agent = request.agent;
    outputs.push_back(output_of(one));
    outputs.back().extra.emplace_back(migrated_from_key, Value(one.file.path));
    if (request.complete) request.complete(one.file.path, outputs.back());
    adopted.files.push_back(std::move(one));
  }
  if (locked.room_for(outputs) < outputs.size())
    require_room(locked, SessionStore::max_outputs + 1);
  const std::string text = before ? *before : new_metadata(session);
  plan.steps.write(metadata_path(location), before, with_outputs(text, outputs));
  plan_files_into(adopted, plan.steps);
  plan.sessions.push_back(std::move(adopted));
  return plan;
}

}  // namespace git_session
