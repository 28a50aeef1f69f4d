#include "operations/setup_plan.h"

#include <algorithm>

#include "base/content_id.h"
#include "base/error.h"
#include "base/text.h"
#include "core/marked_block.h"
#include "git/file_history.h"
#include "operations/apply_plan.h"
#include "operations/connected_agents.h"
#include "operations/init_layout.h"
#include "operations/setup_files.h"

namespace git_session {
namespace {

using agents::Agent;
using agents::AgentFile;
using agents::EmptyPlaces;

const std::string attributes_file = ".gitattributes";

/// What people can do something about; anything else is not the file's fault.
bool is_about_the_file(const Error& error) {
  const ErrorKind kind = error.kind();
  return kind == ErrorKind::invalid_data || kind == ErrorKind::refused ||
         kind == ErrorKind::conflict || kind == ErrorKind::unavailable;
}

std::string reason_of(const Error& error) {
  std::string reason = error.what();
  if (error.line() > 0) reason += ", line " + std::to_string(error.line());
  if (!error.hint().empty()) reason += "; " + error.hint();
  return reason;
}

/// Files that several agents read stand once.
void add_once(std::vector<AgentFile>& files, const std::vector<AgentFile>& more) {
  for (const AgentFile& file : more) {
    const bool is_there = std::any_of(files.begin(), files.end(),
                                      [&](const AgentFile& one) { return one.path == file.path; });
    if (!is_there) files.push_back(file);
  }
}

bool names_us(const std::string& text) { return text.find("git-session") != text.npos; }

class Planner {
 public:
  explicit Planner(const Workspace& workspace) : workspace_(workspace), files_(workspace) {
    plan_.record = read_setup_record(workspace.repository().state_directory());
  }

  SetupPlan set_up(const SetupRequest& request) {
    workspace_.require_certain_top_level();
    if (request.basics) add_layout();
    std::vector<AgentFile> wanted;
    for (const Agent agent : request.agents) add_once(wanted, files_of(agent, files_.word_files()));
    for (const AgentFile& file : wanted) add_part(file);
    if (request.basics && !request.defaults.is_empty()) add_defaults(request.defaults);
    if (request.basics) plan_.merge_driver = missing_of_merge_driver(workspace_);
    note_ignored();
    return std::move(plan_);
  }

  SetupPlan take_down(const SetupRequest& request) {
    plan_.removes = true;
    std::vector<AgentFile> unwanted;
    for (const Agent agent : request.agents) add_once(unwanted, all_files_of(agent));
    std::vector<AgentFile> still_read;
    for (const Agent agent : connected_agents(workspace_)) {
      if (std::ranges::find(request.agents, agent) == request.agents.end())
        add_once(still_read, files_of(agent, files_.word_files()));
    }
    for (const AgentFile& file : unwanted) {
      const bool stays = std::any_of(still_read.begin(), still_read.end(),
                                     [&](const AgentFile& one) { return one.path == file.path; });
      if (!stays) remove_part_of(file);
    }
    if (request.basics) remove_basics();
    return std::move(plan_);
  }

 private:
  void change(SetupChange change) {
    if (change.after) {
      plan_.files.write(change.path, change.before, *change.after);
    } else {
      plan_.files.remove(change.path, content_id(*change.before));
    }
    plan_.changes.push_back(std::move(change));
  }

  void leave(const std::string& path, const Error& error) {
    if (!is_about_the_file(error)) throw error;
    plan_.left.push_back({path, reason_of(error)});
  }

  void remember(const std::string& path, bool had_ours, const EmptyPlaces& empty) {
    EmptyPlaces& places = plan_.record.empty[path];
    if (!had_ours) places.clear();
    places.insert(empty.begin(), empty.end());
    if (places.empty()) plan_.record.empty.erase(path);
  }

  /// The block of .gitattributes is made with the rest, and not put back when somebody took it out.
  void add_layout() {
    const std::string readme = workspace_.store().layout().root() + "/README.md";
    const bool is_new = !files_.read_if_possible(readme);
    for (PlannedLayoutFile& planned : plan_layout(workspace_, {})) {
      const std::string& path = planned.file.path;
      const LayoutAction action = planned.file.action;
      const bool is_written = action == LayoutAction::made || action == LayoutAction::changed;
      const bool is_attributes = path == attributes_file;
      if (!is_written || (is_attributes && !is_new)) continue;
      plan_.record.layout.insert(path);
      auto before = action == LayoutAction::changed ? files_.read(path) : std::nullopt;
      if (before && before->empty()) plan_.record.empty[path].insert("");
      change({.path = path,
              .before = std::move(before),
              .after = std::move(planned.bytes),
              .is_whole = !is_attributes,
              .is_optional = is_attributes || path.ends_with("/.gitkeep")});
    }
  }

  void add_part(const AgentFile& file) {
    try {
      std::optional<std::string> text = files_.read(file.path);
      const bool had_ours = text && has_ours(file, *text);
      agents::WithOurPart part = with_ours(file, text);
      note_by_hand(file.path, part);
      remember(file.path, had_ours, part.empty);
      if (text == part.text) return;
      change({.path = file.path,
              .before = std::move(text),
              .after = std::move(part.text),
              .had_ours = had_ours,
              .is_whole = file.kind == AgentFile::Kind::skill});
    } catch (const Error& error) {
      leave(file.path, error);
    }
  }

  void add_defaults(const TeamDefaults& defaults) {
    try {
      std::optional<std::string> text = files_.read(defaults_file);
      const bool had_ours = text && without_defaults(*text, {}) != text;
      agents::WithOurPart part = with_defaults(text, defaults);
      remember(defaults_file, had_ours, part.empty);
      if (text == part.text) return;
      change({.path = defaults_file,
              .before = std::move(text),
              .after = std::move(part.text),
              .had_ours = had_ours,
              .is_optional = true});
    } catch (const Error& error) {
      leave(defaults_file, error);
    }
  }

  void note_by_hand(const std::string& path, const agents::WithOurPart& part) {
    for (const std::string& place : part.by_hand)
      plan_.notes.push_back(path + ": " + place +
                            " calls git-session in words of its own, and stays");
  }

  /// What somebody edited stays, and is named.
  void remove_part_of(const AgentFile& file) {
    const size_t known = plan_.changes.size() + plan_.left.size();
    remove_part(file.path, [&](const std::string& text, const EmptyPlaces& empty) {
      return without_ours(file, text, empty);
    });
    const auto text = files_.read_if_possible(file.path);
    if (!text || !names_us(*text)) return;
    try {
      note_by_hand(file.path, with_ours(file, text));
    } catch (const Error& error) {
      const bool is_told = plan_.changes.size() + plan_.left.size() > known;
      if (!is_told && error.kind() == ErrorKind::conflict) leave(file.path, error);
    }
  }

  /// What cannot be read has nothing of ours: we write through no link.
  template <typename Remove>
  void remove_part(const std::string& path, const Remove& without_ours) {
    std::optional<std::string> text = files_.read_if_possible(path);
    if (!text) return;
    try {
      agents::WithoutOurPart rest = without_ours(*text, empty_places(path));
      if (rest == text) return;  // the note stays: undo may bring our part back
      change({.path = path,
              .before = std::move(text),
              .after = std::move(rest),
              .had_ours = true,
              .is_whole = path.ends_with("/SKILL.md")});
    } catch (const Error& error) {
      if (names_us(*text)) leave(path, error);
    }
  }

  EmptyPlaces empty_places(const std::string& path) const {
    auto found = plan_.record.empty.find(path);
    return found == plan_.record.empty.end() ? EmptyPlaces() : found->second;
  }

  void remove_basics() {
    remove_part(defaults_file, without_defaults);
    if (plan_.record.layout.contains(attributes_file)) {
      remove_part(attributes_file, [](const std::string& text, const EmptyPlaces& empty) {
        std::string rest = without_marked_block(text, attributes_file);
        return rest.empty() && !empty.contains("") ? std::nullopt : std::optional(rest);
      });
    }
    remove_layout();
    plan_.merge_driver = set_up_merge_driver(workspace_, {.remove = true, .dry_run = true});
    plan_.record.was_asked = false;
  }

  void remove_layout() {
    const std::string& root = workspace_.store().layout().root();
    try {
      const std::set<std::string> ours = unchanged_layout_files(workspace_, plan_.record.layout);
      if (!ours.empty() && !holds_only(workspace_.store().top_level(), root, ours)) {
        plan_.notes.push_back(root + "/ holds more than setup made, and stays");
        return;
      }
      for (const std::string& path : ours)
        change({.path = path,
                .before = files_.read(path),
                .after = std::nullopt,
                .had_ours = true,
                .is_whole = true});
      plan_.removes_layout = !ours.empty();
      plan_.record.layout.clear();
    } catch (const Error& error) {
      leave(root, error);
    }
  }

  void note_ignored() {
    std::vector<std::string> paths;
    for (const SetupChange& one : plan_.changes) paths.push_back(one.path);
    if (paths.empty()) return;
    for (const auto& [path, rule] : ignore_rules(workspace_.repository(), paths))
      plan_.notes.push_back("git ignores " + path + " (" + rule + "): it is for this clone alone");
  }

  const Workspace& workspace_;
  SetupFiles files_;
  SetupPlan plan_;
};

}  // namespace

const char* action_of(const SetupChange& change) {
  if (!change.after) return "remove";
  return change.before ? "change" : "make";
}

const char* state_of(const SetupChange& change) { return change.had_ours ? "stale" : "missing"; }

SetupPlan plan_setup(const Workspace& workspace, const SetupRequest& request) {
  return Planner(workspace).set_up(request);
}

SetupPlan plan_setup_removal(const Workspace& workspace, const SetupRequest& request) {
  return Planner(workspace).take_down(request);
}

int apply_setup(const Workspace& workspace, const SetupPlan& plan) {
  const std::string& state = workspace.repository().state_directory();
  // It has to be there as soon as something is in the files, and as long.
  if (!plan.removes) write_setup_record(state, plan.record);
  const int operation = apply_plan(workspace, setup_verb, plan.files);
  if (plan.removes) write_setup_record(state, plan.record);
  if (plan.removes_layout) remove_empty_layout(workspace);
  if (!plan.merge_driver.empty()) set_up_merge_driver(workspace, {.remove = plan.removes});
  return operation;
}

}  // namespace git_session
