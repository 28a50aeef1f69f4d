#include "core/file_step.h"

#include <algorithm>
#include <iterator>

namespace git_session {

const char* name_of(FileStep::Kind kind) {
  switch (kind) {
    case FileStep::Kind::write:
      return "write";
    case FileStep::Kind::copy:
      return "copy";
    case FileStep::Kind::move:
      return "move";
    case FileStep::Kind::remove:
      return "remove";
    case FileStep::Kind::move_folder:
      return "move-folder";
  }
  return "";
}

FileStep inverse_of(const FileStep& step) {
  using Kind = FileStep::Kind;
  switch (step.kind) {
    case Kind::copy:
      return {Kind::remove, step.path, step.source, step.after, {}};
    case Kind::remove:
      return {
          step.source.empty() ? Kind::write : Kind::copy, step.path, step.source, {}, step.before};
    case Kind::move:
    case Kind::move_folder:
      return {step.kind, step.source, step.path, step.before, step.after};
    case Kind::write:
      break;
  }
  if (step.before.empty()) return {Kind::remove, step.path, {}, step.after, {}};
  return {Kind::write, step.path, {}, step.after, step.before};
}

std::vector<FileStep> inverse_of(const std::vector<FileStep>& steps) {
  std::vector<FileStep> inverses;
  inverses.reserve(steps.size());
  std::transform(steps.rbegin(), steps.rend(), std::back_inserter(inverses),
                 [](const FileStep& step) { return inverse_of(step); });
  return inverses;
}

}  // namespace git_session
