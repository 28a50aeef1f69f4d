#include "operations/noted_files.h"

#include <sys/stat.h>

#include "base/content_id.h"

namespace git_session {
namespace {

constexpr mode_t permission_bits = 0777;

std::string id_of(const LockedSession& locked, const std::string& file) {
  auto opened = locked.folder().open_file(file);
  return opened ? content_id(*opened, file) : std::string();
}

}  // namespace

void note_new_file(const Workspace& workspace, const LockedSession& locked,
                   const std::string& file) {
  const std::string id = id_of(locked, file);
  const std::string path = locked.location().path + "/" + file;
  if (!id.empty()) workspace.recorder().note({FileStep::Kind::write, path, {}, {}, id});
}

void note_moved_away(const Workspace& workspace, const LockedSession& locked,
                     const std::string& file, const std::string& source) {
  auto path = workspace.relative_to_top_level(source);
  const std::string id = id_of(locked, file);
  if (!path || id.empty()) return;
  const std::string copy = locked.location().path + "/" + file;
  struct stat status {};
  const bool is_there = lstat(source.c_str(), &status) == 0;
  const unsigned mode = is_there ? status.st_mode & permission_bits : 0;
  workspace.recorder().note({FileStep::Kind::remove, *path, copy, id, {}, mode});
}

}  // namespace git_session
