#include "operations/plan_joining.h"

#include <algorithm>
#include <set>

#include "base/content_id.h"
#include "base/error.h"
#include "operations/apply_plan.h"
#include "operations/merge_ancestor.h"
#include "store/session_files.h"
#include "yaml/document.h"

namespace git_session {
namespace {

constexpr int deepest_folder = 16;

class Joining {
 public:
  Joining(const Workspace& workspace, const SessionLocation& live, const SessionLocation& archived)
      : workspace_(workspace),
        top_(workspace.store().top_level()),
        live_(live.path),
        archived_(archived.path) {
    for (std::string& path : workspace.repository().tracked_files(live_)) {
      tracked_.insert(std::move(path));
    }
  }

  JoiningPlan plan() {
    join_metadata();
    join_folder("", 0);
    return std::move(result_);
  }

 private:
  static std::string metadata_in(const std::string& folder) {
    return folder + "/" + std::string(metadata_file_name);
  }

  void join_metadata() {
    const auto ours = top_.read_file(metadata_in(archived_), yaml::max_bytes);
    const auto theirs = top_.read_file(metadata_in(live_), yaml::max_bytes);
    if (!theirs) return;
    if (!ours) return take_over(metadata_in(live_), metadata_in(archived_), content_id(*theirs));
    MetadataMerge merged =
        merge_metadata(merge_ancestor(workspace_, metadata_in(live_)), *ours, *theirs,
                       {.our_label = "archive", .their_label = "sessions"});
    result_.undecided = std::move(merged.conflicts);
    if (!result_.undecided.empty()) return;
    if (merged.text != *ours) result_.plan.write(metadata_in(archived_), ours, merged.text);
    result_.plan.remove(metadata_in(live_), content_id(*theirs));
  }

  /// `below` is empty, or ends in a slash.
  void join_folder(const std::string& below, int depth) {
    const std::string folder = live_ + "/" + below;
    const auto directory = top_.open_directory(folder.substr(0, folder.size() - 1));
    if (!directory) return;
    std::vector<DirectoryEntry> entries = directory->entries();
    const std::string path = folder.substr(0, folder.size() - 1);
    if (looks_like_repository(entries)) return result_.repositories.push_back(path);
    result_.folders.push_back(path);
    std::sort(entries.begin(), entries.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });
    for (const DirectoryEntry& entry : entries) {
      const std::string name = below + entry.name;
      if (name == metadata_file_name) continue;
      if (entry.type == FileType::directory && depth < deepest_folder) {
        join_folder(name + "/", depth + 1);
      } else if (entry.type == FileType::regular) {
        join_file(name);
      } else {
        result_.left.push_back(live_ + "/" + name);
      }
    }
  }

  void join_file(const std::string& name) {
    const std::string source = live_ + "/" + name;
    const std::string target = archived_ + "/" + name;
    const auto content = content_id_of_file(top_, source);
    if (!content) return;
    const auto there = top_.status(target);
    if (!there) {
      take_over(source, target, *content);
    } else if (there->type == FileType::regular && content_id_of_file(top_, target) == content) {
      result_.plan.remove_original(source, target, *content);
    } else {
      result_.left.push_back(source);
    }
  }

  void take_over(const std::string& source, const std::string& target, const std::string& content) {
    if (tracked_.contains(source)) return result_.plan.move(source, target, content);
    result_.plan.copy(source, target, content);
    result_.plan.remove_original(source, target, content);
  }

  const Workspace& workspace_;
  const Directory& top_;
  std::string live_;
  std::string archived_;
  std::set<std::string> tracked_;
  JoiningPlan result_;
};

}  // namespace

JoiningPlan plan_joining(const Workspace& workspace, const SessionLocation& live,
                         const SessionLocation& archived) {
  return Joining(workspace, live, archived).plan();
}

}  // namespace git_session
