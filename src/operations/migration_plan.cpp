#include "operations/migration_plan.h"

#include <algorithm>

#include "base/content_id.h"
#include "base/error.h"
#include "base/text.h"
#include "core/marked_block.h"
#include "core/retention.h"
#include "core/session_id.h"
#include "git/file_history.h"
#include "operations/checked_team.h"
#include "operations/layout_files.h"
#include "operations/legacy_facts.h"
#include "operations/migration_report.h"
#include "operations/session_hex.h"
#include "store/metadata_writer.h"

namespace git_session {
namespace {

constexpr const char* id_word = "migration-legacy-outputs";
constexpr const char* branch_word = "migration";
constexpr const char* policy = "temporary";
constexpr uint64_t no_limit = UINT64_MAX;
constexpr uint64_t largest_ignore_file = uint64_t{1024} * 1024;

constexpr const char* notes_text =
    "Outputs from before there were sessions. MIGRATION_REPORT.md says where each came from.\n"
    "\n"
    "1. Look at them: which are still of use?\n"
    "2. Set ticket and project where they are known.\n"
    "3. Promote what others need.\n"
    "4. Let the rest expire, or keep it: git session update ";

MigrationRules rules_of(const Workspace& workspace, const MigrationRequest& request) {
  return {.user = request.user,
          .own_user = workspace.user(),
          .own_email = workspace.email(),
          .split = request.split,
          .known_agents = workspace.settings().agents()};
}

Output output_of(const MigratedFile& one) {
  Output output;
  output.file = one.target;
  output.agent = one.agent;
  output.type = one.file.type;
  output.created_at = one.created_at;
  output.blob = one.file.blob;
  output.extra.emplace_back(migrated_from_key, Value(one.file.path));
  return output;
}

/// Makes the sessions of one plan.
class SessionPlanner {
 public:
  SessionPlanner(const Workspace& workspace, const MigrationRequest& request)
      : workspace_(workspace), request_(request) {
    if (!request.team.empty()) team_ = checked_team(workspace.settings(), request.team);
  }

  PlannedSession plan(MigrationGroup group) {
    Session session = describe(group);
    for (const MigratedFile& one : group.files) session.outputs.push_back(output_of(one));
    return {std::move(session), std::move(group.files)};
  }

 private:
  Session describe(const MigrationGroup& group) {
    Session session;
    session.shape = Shape::version_1;
    session.user = group.user;
    session.id = new_id(group);
    session.listed_id = session.id;
    session.path = workspace_.store().layout().session(group.user, session.id).path;
    session.created_at = group.day ? group.files.front().created_at : workspace_.now();
    const bool is_own = group.user == workspace_.user();
    session.created_by = {group.user, group.email,
                          is_own && team_.empty() ? workspace_.settings().team() : team_};
    if (session.created_by.team.empty()) session.created_by.team = unknown_team;
    session.context.branch = group.branch.empty() ? branch_word : group.branch;
    session.context.ticket = ticket_in_branch(group.branch).value_or(request_.ticket);
    session.context.project = request_.project;
    session.status.current = State::closed;
    session.status.word = name_of(State::closed);
    session.status.closed_at = workspace_.now();
    session.retention = {
        policy, expiry_date(policy, workspace_.today(), workspace_.settings().retention_lengths()),
        "Legacy outputs migration: review them, then update this"};
    session.tags = {"migration", "legacy-outputs"};
    session.notes = notes_text + session.id + " --retention permanent\n";
    return session;
  }

  std::string new_id(const MigrationGroup& group) {
    const Date day = group.day.value_or(workspace_.today());
    for (;;) {
      std::string hex = new_session_hex(workspace_, hexes_);
      hexes_.insert(hex);
      std::string id = make_session_id(day, id_word, hex);
      const SessionLayout& layout = workspace_.store().layout();
      const bool is_taken = workspace_.store().exists(layout.session(group.user, id)) ||
                            workspace_.store().exists(layout.archived(group.user, id));
      if (!is_taken) return id;
    }
  }

  const Workspace& workspace_;
  const MigrationRequest& request_;
  std::string team_;
  std::set<std::string> hexes_;
};

std::string metadata_path(const Session& session) {
  return session.path + "/" + std::string(metadata_file_name);
}

/// What is in a session already stays where it is, as long as it is the same.
void leave_migrated(const Workspace& workspace, LegacyScan& scan) {
  const auto migrated = migrated_files(workspace);
  if (migrated.empty()) return;
  const Directory& top = workspace.store().top_level();
  std::erase_if(scan.files, [&](const LegacyFile& file) {
    auto copies = migrated.find(file.path);
    if (copies == migrated.end()) return false;
    const bool is_there =
        std::any_of(copies->second.begin(), copies->second.end(), [&](const std::string& copy) {
          auto opened = top.open_file(copy);
          return opened && content_id(*opened, copy) == file.content;
        });
    if (is_there) scan.left.push_back({file.path, LeftReason::migrated});
    return is_there;
  });
}

void leave_sparse(const Workspace& workspace, const std::optional<std::string>& input,
                  LegacyScan& scan) {
  if (!workspace.repository().has_sparse_checkout()) return;
  const SessionLayout& layout = workspace.store().layout();
  const std::string folder = input.value_or(layout.root());
  for (const SparseEntry& entry : workspace.repository().sparse_files(folder)) {
    const bool is_ours = entry.path.starts_with(layout.sessions() + "/") ||
                         entry.path.starts_with(layout.archive() + "/") ||
                         entry.path.starts_with(layout.shared() + "/");
    const bool is_wanted =
        input || is_legacy_path(std::string_view(entry.path).substr(folder.size() + 1));
    if (!is_ours && is_wanted) scan.left.push_back({entry.path, LeftReason::sparse_checkout});
  }
}

void sort_left(std::vector<LeftFile>& left) {
  std::sort(left.begin(), left.end(),
            [](const LeftFile& a, const LeftFile& b) { return a.path < b.path; });
}

/// Whether git ignores what is to come, and what can be done about that.
void plan_ignoring(const Workspace& workspace, MigrationPlan& plan) {
  if (plan.sessions.empty()) return;
  const std::string ignore_file = workspace.store().layout().root() + "/.gitignore";
  const std::string first = metadata_path(plan.sessions.front().session);
  std::vector<std::string> paths = {first};
  for (const PlannedSession& planned : plan.sessions)
    for (const MigratedFile& one : planned.files)
      if (!one.file.is_tracked) paths.push_back(planned.session.path + "/" + one.target);
  const auto rules = ignore_rules(workspace.repository(), paths);
  auto is_ours_to_mend = [&](const std::string& rule) {
    return rule.starts_with(ignore_file + ":");
  };
  for (const auto& [path, rule] : rules)
    if (path != first && !is_ours_to_mend(rule)) ++plan.ignored_files;
  auto rule = rules.find(first);
  if (rule == rules.end()) return;
  if (!is_ours_to_mend(rule->second)) {
    plan.ignore_rule = rule->second;
    return;
  }
  const std::string before = workspace.store()
                                 .top_level()
                                 .read_file(ignore_file, largest_ignore_file)
                                 .value_or(std::string());
  plan.steps.write(
      ignore_file, before,
      with_marked_block(before, tracking_lines(workspace.store().layout().root(), false),
                        ignore_file));
  plan.mended_ignore_file = ignore_file;
}

void plan_session(const Workspace& workspace, PlannedSession& planned, bool keep, FilePlan& steps) {
  Session& session = planned.session;
  const std::string report = migration_report(session, planned.files, keep);
  const std::string report_path = session.path + "/" + migration_report_name;
  Output output;
  output.file = migration_report_name;
  output.type = "reports";
  output.created_at = workspace.now();
  output.title = "Migration report";
  output.blob = workspace.repository().hash_bytes(report, report_path);
  session.outputs.push_back(std::move(output));
  steps.write(metadata_path(session), std::nullopt, new_metadata(session));
  steps.write(report_path, std::nullopt, report);
}

void plan_files(MigrationPlan& plan, bool keep) {
  // Every copy is made, and looked at, before the first original goes.
  for (const PlannedSession& planned : plan.sessions) {
    for (const MigratedFile& one : planned.files) {
      const std::string target = planned.session.path + "/" + one.target;
      if (one.file.is_tracked && !keep)
        plan.steps.move(one.file.path, target, one.file.content);
      else
        plan.steps.copy(one.file.path, target, one.file.content);
    }
  }
  if (keep) return;
  for (const PlannedSession& planned : plan.sessions) {
    for (const MigratedFile& one : planned.files) {
      if (one.file.is_tracked) continue;
      plan.steps.remove_original(one.file.path, planned.session.path + "/" + one.target,
                                 one.file.content);
    }
  }
}

}  // namespace

size_t MigrationPlan::file_count() const {
  size_t count = 0;
  for (const PlannedSession& planned : sessions) count += planned.files.size();
  return count;
}

MigrationPlan plan_migration(const Workspace& workspace, const MigrationRequest& request) {
  workspace.require_certain_top_level();
  SessionPlanner planner(workspace, request);
  LegacyScan scan = find_legacy_files(
      workspace, request.input, request.large ? no_limit : workspace.settings().max_output_size());
  MigrationPlan plan;
  plan.shallow_files =
      complete_legacy_files(workspace, request.split == MigrationSplit::branch, scan);
  leave_migrated(workspace, scan);
  leave_sparse(workspace, request.input, scan);
  plan.left = std::move(scan.left);
  sort_left(plan.left);
  for (MigrationGroup& group :
       group_legacy_files(std::move(scan.files), rules_of(workspace, request)))
    plan.sessions.push_back(planner.plan(std::move(group)));
  plan_ignoring(workspace, plan);
  if (plan.mended_ignore_file)
    std::erase_if(plan.left,
                  [&](const LeftFile& file) { return file.path == *plan.mended_ignore_file; });
  for (PlannedSession& planned : plan.sessions)
    plan_session(workspace, planned, request.keep, plan.steps);
  plan_files(plan, request.keep);
  return plan;
}

void check_migration(const MigrationPlan& plan) {
  if (plan.ignore_rule) {
    throw Error(ErrorKind::refused,
                "git ignores the sessions (" + escape_line(*plan.ignore_rule) +
                    "): nobody else would ever get the outputs",
                "take that line out, or --force migrates all the same")
        .with_reason("target-ignored");
  }
  if (plan.shallow_files > 0) {
    throw Error(ErrorKind::refused,
                "this clone is shallow: nothing tells here who added " +
                    count_of(plan.shallow_files, "file"),
                "git fetch --unshallow, or --force takes the author of its oldest commit")
        .with_reason("shallow-clone");
  }
}

}  // namespace git_session
