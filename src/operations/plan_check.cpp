#include "operations/plan_check.h"

#include "operations/apply_plan.h"

namespace git_session {
namespace {

using Kind = FileStep::Kind;

bool is_beneath(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder + "/");
}

std::optional<std::string> id_or_none(const std::string& id) {
  return id.empty() ? std::nullopt : std::optional(id);
}

}  // namespace

/// Where a thing that will be at `path` lies now; nullopt when nothing will be there.
std::optional<std::string> PlanCheck::place_on_disk(const std::string& path) const {
  std::string place = path;
  for (auto moved = moved_folders_.rbegin(); moved != moved_folders_.rend(); ++moved) {
    const auto& [from, to] = *moved;
    if (is_beneath(place, to)) {
      place = from + place.substr(to.size());
    } else if (is_beneath(place, from)) {
      return std::nullopt;
    }
  }
  return place;
}

std::optional<std::string> PlanCheck::content_at(const std::string& path) const {
  if (auto known = changed_.find(path); known != changed_.end()) return known->second;
  auto place = place_on_disk(path);
  return place ? content_id_of_file(top_level_, *place) : std::nullopt;
}

bool PlanCheck::is_folder(const std::string& path) const {
  auto place = place_on_disk(path);
  auto status = place ? top_level_.status(*place) : std::nullopt;
  return status && status->type == FileType::directory;
}

bool PlanCheck::is_possible(const FileStep& step) {
  if (step.kind == Kind::move_folder) {
    const bool is_made = !is_folder(step.source) && is_folder(step.path);
    if (is_made) return true;
    auto target = place_on_disk(step.path);
    const bool is_free = !target || !top_level_.status(*target);
    if (!is_folder(step.source) || !is_free) return false;
    moved_folders_.emplace_back(step.source, step.path);
    return true;
  }
  const auto present = content_at(step.path);
  const bool is_made = present == id_or_none(step.after);
  const bool is_as_before = present == id_or_none(step.before);
  if (step.kind == Kind::move && is_made && content_at(step.source)) return false;
  if (!is_made && !is_as_before) return false;
  const bool needs_source = !is_made && !step.source.empty();
  const std::string& content = step.kind == Kind::remove ? step.before : step.after;
  if (needs_source && content_at(step.source) != id_or_none(content)) return false;
  changed_.insert_or_assign(step.path, id_or_none(step.after));
  if (step.kind == Kind::move) changed_.insert_or_assign(step.source, std::nullopt);
  return true;
}

}  // namespace git_session
