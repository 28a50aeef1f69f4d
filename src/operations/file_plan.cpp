#include "operations/file_plan.h"

#include "base/content_id.h"

namespace git_session {

using Kind = FileStep::Kind;

void FilePlan::write(const std::string& path, const std::optional<std::string>& before,
                     const std::string& after, unsigned mode) {
  std::string id = content_id(after);
  steps_.push_back({Kind::write, path, {}, before ? content_id(*before) : std::string(), id, mode});
  contents_.emplace(std::move(id), after);
}

void FilePlan::move(const std::string& source, const std::string& path,
                    const std::string& content) {
  steps_.push_back({Kind::move, path, source, {}, content});
}

void FilePlan::copy(const std::string& source, const std::string& path,
                    const std::string& content) {
  steps_.push_back({Kind::copy, path, source, {}, content});
}

void FilePlan::remove_original(const std::string& path, const std::string& copy,
                               const std::string& content) {
  steps_.push_back({Kind::remove, path, copy, content, {}});
}

void FilePlan::remove(const std::string& path, const std::string& content) {
  steps_.push_back({Kind::remove, path, {}, content, {}});
}

void FilePlan::move_folder(const std::string& source, const std::string& path) {
  steps_.push_back({Kind::move_folder, path, source, {}, {}});
}

void FilePlan::append(const FilePlan& other) {
  steps_.insert(steps_.end(), other.steps_.begin(), other.steps_.end());
  contents_.insert(other.contents_.begin(), other.contents_.end());
}

}  // namespace git_session
