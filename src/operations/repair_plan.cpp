#include "operations/repair_plan.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "core/marked_block.h"
#include "operations/adoption_plan.h"
#include "operations/apply_plan.h"
#include "operations/layout_files.h"
#include "operations/metadata_repair.h"
#include "operations/plan_joining.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{1024} * 1024;

std::string reason_against(const JoiningPlan& joining) {
  if (!joining.repositories.empty())
    return "a git repository lies in '" + joining.repositories.front() + "'";
  return "both have files or fields of one name that differ";
}

/// The folder and those in it, each before what it holds; nullopt when a file lies in one.
std::optional<std::vector<std::string>> folders_without_files(const Directory& top,
                                                              const std::string& path) {
  std::vector<std::string> folders = {path};
  for (size_t i = 0; i < folders.size(); ++i) {
    const auto folder = top.open_directory(folders[i]);
    if (!folder) return std::nullopt;
    for (const DirectoryEntry& entry : folder->entries()) {
      if (entry.type != FileType::directory) return std::nullopt;
      folders.push_back(folders[i] + "/" + entry.name);
    }
  }
  return folders;
}

class Planner {
 public:
  Planner(const Workspace& workspace, const CheckReport& report)
      : workspace_(workspace), report_(report), facts_(workspace) {}

  RepairPlan plan(const std::set<std::string>& codes) {
    std::map<std::string, std::vector<Finding>> by_session;
    for (const Finding& finding : report_.findings) {
      if (!codes.contains(finding.problem.code)) continue;
      try {
        if (plan_alone(finding)) continue;
      } catch (const Error& error) {
        leave(finding, error.what());
        continue;
      }
      auto location = workspace_.store().layout().parse(finding.problem.path);
      if (location) by_session[location->path].push_back(finding);
    }
    for (const auto& [user, person] : report_.folders_to_join)
      if (codes.contains("several-users")) plan_joining(user, person, by_session);
    for (const auto& [path, findings] : by_session)
      if (!described_.contains(path)) plan_session(path, findings);
    for (const auto& [source, target] : moves_) plan_.files.move_folder(source, target);
    return std::move(plan_);
  }

 private:
  bool plan_alone(const Finding& finding);
  void plan_removal(const Finding& finding);
  void plan_ignore_rule(const Finding& finding);
  void plan_description(const Finding& finding);
  bool has_twin(const std::string& path) const;
  void plan_one_of_two(const Finding& finding);
  void plan_joining(const std::string& user, const std::string& person,
                    std::map<std::string, std::vector<Finding>>& by_session);
  void plan_session(const std::string& path, const std::vector<Finding>& findings);
  void move(const Finding& finding, const std::string& from, const std::string& to);
  void leave(const Finding& finding, const std::string& reason) {
    plan_.left.push_back({finding, reason});
  }

  const Workspace& workspace_;
  const CheckReport& report_;
  RepairFacts facts_;
  RepairPlan plan_;
  std::set<std::string> described_;  ///< sessions whose files the plan takes care of already
  std::map<std::string, std::string> moves_;    ///< folders, after everything else
  std::map<std::string, std::string> persons_;  ///< by the session's path
};

/// Findings that are no matter of a session's metadata.
bool Planner::plan_alone(const Finding& finding) {
  const std::string& code = finding.problem.code;
  if (code == "dangling-pointer") {
    plan_.forgets_pointer = true;
    plan_.repairs.push_back({finding.problem.path, {code}, "forget the pointer", {}, {}});
  } else if (code == "leftover" || code == "tracked-pointer") {
    plan_removal(finding);
  } else if (code == "ignored-root") {
    plan_ignore_rule(finding);
  } else if (code == "no-metadata") {
    plan_description(finding);
  } else if (code == "duplicate-id") {
    plan_one_of_two(finding);
  } else if (code == "archived-elsewhere") {
    auto location = workspace_.store().layout().parse(finding.problem.path);
    if (location) {
      move(finding, location->path,
           workspace_.store().layout().archived(location->user, location->id).path);
    }
  } else {
    return code == "several-users";
  }
  return true;
}

void Planner::plan_removal(const Finding& finding) {
  const std::string& path = finding.problem.path;
  auto content = content_id_of_file(workspace_.store().top_level(), path);
  if (!content) return;
  plan_.files.remove(path, *content);
  plan_.repairs.push_back({path, {finding.problem.code}, "remove", {}, {}});
}

/// Whether a session of the same id lies elsewhere: the two are joined, or renamed, first.
bool Planner::has_twin(const std::string& path) const {
  auto location = workspace_.store().layout().parse(path);
  const auto all = workspace_.store().locations(Scope::everything);
  return location && std::any_of(all.begin(), all.end(), [&](const SessionLocation& other) {
           return other.id == location->id && other.path != location->path;
         });
}

/// A folder without metadata is described, and with it every file in it is listed.
void Planner::plan_description(const Finding& finding) {
  const std::string& path = finding.problem.path;
  if (auto folders = folders_without_files(workspace_.store().top_level(), path)) {
    plan_.emptied.insert(plan_.emptied.end(), folders->begin(), folders->end());
    plan_.repairs.push_back({path, {finding.problem.code}, "remove the empty folder", {}, {}});
    return;
  }
  if (has_twin(path)) return leave(finding, "another session has the same id");
  if (!is_valid_utf8(path)) return leave(finding, "its name is not UTF-8: rename it");
  const AdoptionPlan adoption = plan_adoption_of_folders(workspace_, {path});
  if (adoption.steps.is_empty()) return leave(finding, "there is nothing in it to describe");
  plan_.files.append(adoption.steps);
  described_.insert(path);
  for (const FileStep& step : adoption.steps.steps()) {
    auto text = adoption.steps.contents().find(step.after);
    if (text == adoption.steps.contents().end()) continue;
    plan_.repairs.push_back(
        {step.path, {finding.problem.code, "unlisted-output"}, "write", {}, text->second});
  }
}

/// A session of one user that a merge left in both places.
void Planner::plan_one_of_two(const Finding& finding) {
  const SessionLayout& layout = workspace_.store().layout();
  auto location = layout.parse(finding.problem.path);
  if (!location) return;
  const SessionLocation live = layout.session(location->user, location->id);
  const SessionLocation archived = layout.archived(location->user, location->id);
  if (!workspace_.store().exists(live) || !workspace_.store().exists(archived))
    return leave(finding, "they are two sessions: rename the folder of one");
  const JoiningPlan joining = git_session::plan_joining(workspace_, live, archived);
  if (!joining.is_complete()) return leave(finding, reason_against(joining));
  plan_.files.append(joining.plan);
  plan_.emptied.insert(plan_.emptied.end(), joining.folders.begin(), joining.folders.end());
  described_.insert(live.path);
  described_.insert(archived.path);
  plan_.repairs.push_back({live.path, {finding.problem.code}, "join " + archived.path, {}, {}});
}

/// The rule stands in the message of the finding only; git is asked once more.
void Planner::plan_ignore_rule(const Finding& finding) {
  const SessionLayout& layout = workspace_.store().layout();
  auto rule = workspace_.repository().ignore_rule(layout.sessions() + "/user/session/" +
                                                  std::string(metadata_file_name));
  const std::string file = rule ? rule->substr(0, rule->find(':')) : std::string();
  const bool is_of_root = file == layout.root() + "/.gitignore";
  if (!is_of_root && file != ".gitignore")
    return leave(finding, "the rule stands in " + file + ", which is not the repository's own");
  auto before = workspace_.store().top_level().read_file(file, most_bytes);
  if (!before) return leave(finding, "'" + file + "' is no file");
  std::string after = with_marked_block(*before, tracking_lines(layout.root(), !is_of_root), file);
  if (after == *before) return leave(finding, "a rule that comes later ignores them all the same");
  plan_.files.write(file, before, after);
  plan_.repairs.push_back({file, {finding.problem.code}, "add lines", before, after});
}

void Planner::move(const Finding& finding, const std::string& from, const std::string& to) {
  if (moves_.contains(from)) return;
  if (workspace_.store().top_level().status(to)) return leave(finding, "'" + to + "' is there");
  moves_.emplace(from, to);
  plan_.repairs.push_back({from, {finding.problem.code}, "move to " + to, {}, {}});
}

void Planner::plan_joining(const std::string& user, const std::string& person,
                           std::map<std::string, std::vector<Finding>>& by_session) {
  const SessionLayout& layout = workspace_.store().layout();
  auto finding =
      std::find_if(report_.findings.begin(), report_.findings.end(), [&](const Finding& each) {
        return each.problem.code == "several-users" &&
               each.problem.path == layout.sessions() + "/" + user;
      });
  if (finding == report_.findings.end()) return;
  for (const SessionLocation& location : workspace_.store().locations(Scope::everything)) {
    if (location.user != user) continue;
    move(*finding, location.path,
         location.in_archive ? layout.archived(person, location.id).path
                             : layout.session(person, location.id).path);
    if (!moves_.contains(location.path)) continue;
    persons_.emplace(location.path, person);
    by_session[location.path].push_back(*finding);
  }
}

void Planner::plan_session(const std::string& path, const std::vector<Finding>& findings) {
  auto location = workspace_.store().layout().parse(path);
  auto person = persons_.find(path);
  const std::string name = person == persons_.end() ? std::string() : person->second;
  try {
    workspace_.require_in_work_tree(*location);
    MetadataRepair(facts_, *location, name).plan(findings, plan_);
  } catch (const Error& error) {
    for (const Finding& finding : findings) leave(finding, error.what());
  }
}

}  // namespace

void remove_emptied(const Directory& top_level, const std::vector<std::string>& folders) {
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    const size_t slash = folder->rfind('/');  // a session lies below the root
    auto parent = top_level.open_directory(folder->substr(0, slash));
    if (parent) parent->remove_directory(folder->substr(slash + 1));
  }
}

RepairPlan plan_repairs(const Workspace& workspace, const CheckReport& report,
                        const std::vector<std::string>& codes) {
  const std::vector<std::string> known = repairable_codes();
  std::set<std::string> wanted(codes.begin(), codes.end());
  for (const std::string& code : wanted) {
    if (std::find(known.begin(), known.end(), code) != known.end()) continue;
    throw Error(ErrorKind::usage, "'" + escape_line(code) + "' is no finding that can be mended",
                "these can: " + join(known, ", "));
  }
  if (wanted.empty()) wanted.insert(known.begin(), known.end());
  return Planner(workspace, report).plan(wanted);
}

}  // namespace git_session
