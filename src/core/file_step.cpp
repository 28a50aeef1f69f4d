#include "core/file_step.h"

#include <algorithm>
#include <iterator>
#include <map>

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
      return {Kind::remove, step.path, step.source, step.after, {}, step.mode};
    case Kind::remove:
      return {step.source.empty() ? Kind::write : Kind::copy,
              step.path,
              step.source,
              {},
              step.before,
              step.mode};
    case Kind::move:
    case Kind::move_folder:
      return {step.kind, step.source, step.path, step.before, step.after, step.mode};
    case Kind::write:
      break;
  }
  if (step.before.empty()) return {Kind::remove, step.path, {}, step.after, {}, step.mode};
  return {Kind::write, step.path, {}, step.after, step.before, step.mode};
}

std::vector<FileStep> inverse_of(const std::vector<FileStep>& steps) {
  std::vector<FileStep> inverses;
  inverses.reserve(steps.size());
  std::transform(steps.rbegin(), steps.rend(), std::back_inserter(inverses),
                 [](const FileStep& step) { return inverse_of(step); });
  return inverses;
}

std::vector<FileStep> joined_writes(const std::vector<FileStep>& steps) {
  std::vector<FileStep> each;
  std::map<std::string, size_t> writes;  // those that a later one may be joined to
  for (const FileStep& step : steps) {
    const bool is_write = step.kind == FileStep::Kind::write;
    auto earlier = writes.find(step.path);
    if (is_write && earlier != writes.end() && each[earlier->second].after == step.before) {
      each[earlier->second].after = step.after;
      continue;
    }
    if (step.kind == FileStep::Kind::move_folder) writes.clear();
    writes.erase(step.path);
    writes.erase(step.source);
    if (is_write) writes.emplace(step.path, each.size());
    each.push_back(step);
  }
  std::erase_if(each, [](const FileStep& step) {
    return step.kind == FileStep::Kind::write && step.before == step.after;
  });
  return each;
}

}  // namespace git_session
