#include "operations/plan_check.h"

#include <utility>
#include <vector>

#include "base/error.h"
#include "base/lock_file.h"
#include "base/text.h"
#include "core/git_path.h"
#include "operations/apply_plan.h"

namespace git_session {
namespace {

using Kind = FileStep::Kind;
using Places = std::map<std::string, std::optional<std::string>>;

std::optional<std::string> id_or_none(const std::string& id) {
  return id.empty() ? std::nullopt : std::optional(id);
}

/// What a step that was killed left, or who holds a session where there is no flock.
bool is_ours_for_a_moment(const std::string& name) {
  return name.starts_with(".incoming-") || name.starts_with(lock_file_name);
}

std::vector<Places::node_type> extract_inside(Places& places, const std::string& folder) {
  std::vector<Places::node_type> nodes;
  const std::string inside = folder + "/";
  for (auto each = places.lower_bound(inside);
       each != places.end() && each->first.starts_with(inside);) {
    nodes.push_back(places.extract(each++));
  }
  return nodes;
}

/// The keys of `places` that lie in `folder` now lie in `target`.
void move_keys(Places& places, const std::string& folder, const std::string& target) {
  extract_inside(places, target);
  std::vector<Places::node_type> moved = extract_inside(places, folder);
  for (Places::node_type& node : moved) {
    node.key() = target + node.key().substr(folder.size());
    places.insert(std::move(node));
  }
}

}  // namespace

void require_no_git_path(const FileStep& step) {
  for (const std::string& path : {step.path, step.source}) {
    if (!is_git_path(path)) continue;
    throw Error(ErrorKind::refused, "'" + escape_line(path) + "' is git's own")
        .with_reason("git-directory");
  }
}

std::optional<std::string> PlanCheck::place_on_disk(const std::string& path) const {
  for (size_t end = path.size(); end != std::string::npos && end > 0;
       end = path.rfind('/', end - 1)) {
    auto folder = folders_.find(path.substr(0, end));
    if (folder == folders_.end()) continue;
    if (!folder->second) return std::nullopt;
    return *folder->second + path.substr(end);
  }
  return path;
}

std::optional<std::string> PlanCheck::content_at(const std::string& path) const {
  if (auto known = changed_.find(path); known != changed_.end()) return known->second;
  auto place = place_on_disk(path);
  if (!place) return std::nullopt;
  if (auto read = on_disk_->find(*place); read != on_disk_->end()) return read->second;
  return on_disk_->emplace(*place, content_id_of_file(top_level_, *place)).first->second;
}

bool PlanCheck::is_folder(const std::string& path) const {
  auto place = place_on_disk(path);
  auto status = place ? top_level_.status(*place) : std::nullopt;
  if (status) return status->type == FileType::directory;
  auto inside = changed_.lower_bound(path + "/");
  return inside != changed_.end() && inside->first.starts_with(path + "/") && inside->second;
}

bool PlanCheck::is_free(const std::string& path) const {
  auto place = place_on_disk(path);
  if (!place || !top_level_.status(*place)) return !is_folder(path);
  // A folder goes with the last file that a step takes out of it.
  auto inside = changed_.lower_bound(path + "/");
  const bool is_changed = inside != changed_.end() && inside->first.starts_with(path + "/");
  return is_changed && !inside->second && is_folder(path) && !file_left_in(path);
}

std::optional<std::string> PlanCheck::file_left_in(const std::string& path) const {
  auto place = place_on_disk(path);
  auto folder = place ? top_level_.open_directory(*place) : std::nullopt;
  if (!folder) return std::nullopt;
  for (const DirectoryEntry& entry : folder->entries()) {
    if (is_ours_for_a_moment(entry.name)) continue;
    const std::string inside = path + "/" + entry.name;
    if (entry.type == FileType::directory) {
      if (auto left = file_left_in(inside)) return left;
    } else {
      auto known = changed_.find(inside);
      if (known == changed_.end() || known->second) return inside;
    }
  }
  return std::nullopt;
}

bool PlanCheck::is_made(const FileStep& step) const {
  if (step.kind == Kind::move_folder) return is_free(step.source) && is_folder(step.path);
  if (content_at(step.path) != id_or_none(step.after)) return false;
  return step.kind != Kind::move || !content_at(step.source);
}

bool PlanCheck::could_be_made(const FileStep& step) const {
  if (step.kind == Kind::move_folder) return is_folder(step.source) && is_free(step.path);
  if (content_at(step.path) != id_or_none(step.before)) return false;
  if (step.source.empty()) return true;
  return content_at(step.source) == (step.kind == Kind::remove ? step.before : step.after);
}

void PlanCheck::make_folder_move(const std::string& source, const std::string& path) {
  auto place = place_on_disk(source);
  move_keys(changed_, source, path);
  move_keys(folders_, source, path);
  folders_.insert_or_assign(path, std::move(place));
  folders_.insert_or_assign(source, std::nullopt);
}

void PlanCheck::make(const FileStep& step) {
  if (step.kind == Kind::move_folder) return make_folder_move(step.source, step.path);
  changed_.insert_or_assign(step.path, id_or_none(step.after));
  if (step.kind == Kind::move) changed_.insert_or_assign(step.source, std::nullopt);
}

bool PlanCheck::take(const FileStep& step) {
  require_no_git_path(step);
  if (is_made(step)) return true;
  if (!could_be_made(step)) return false;
  make(step);
  return true;
}

bool PlanCheck::take_back(const FileStep& step) {
  require_no_git_path(step);
  const FileStep back = inverse_of(step);
  if (!could_be_made(back)) return false;
  make(back);
  return true;
}

}  // namespace git_session
