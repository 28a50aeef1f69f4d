#include "operations/work_tree_source.h"

#include <climits>
#include <cstdlib>

#include "base/error.h"
#include "base/file_copy.h"
#include "base/open_beneath.h"
#include "base/text.h"
#include "store/output_files.h"

namespace git_session {
namespace {

/// The top level as git names it, and without links.
std::vector<std::string> names_of_top_level(const Workspace& workspace) {
  std::vector<std::string> names = {workspace.repository().top_level()};
  char buffer[PATH_MAX];
  if (realpath(names.front().c_str(), buffer) != nullptr) names.emplace_back(buffer);
  return names;
}

/// `named` as a path beneath the top level, judged by its letters alone: what it is found out when
/// it is opened there.
std::string path_beneath(const Workspace& workspace, const std::string& named) {
  std::string path = named;
  for (const std::string& top : names_of_top_level(workspace)) {
    if (!named.starts_with(top + "/")) continue;
    path = named.substr(top.size() + 1);
    break;
  }
  while (path.starts_with("./")) path.erase(0, 2);
  if (stays_beneath(path)) return path;
  throw Error(ErrorKind::refused, "'" + escape_line(named) + "' is no path in the work tree",
              "name a file beneath the top level, or give its text as content")
      .with_reason("path-escapes");
}

void check_name(const std::string& named, const std::string& path) {
  if (!is_valid_utf8(path)) throw name_not_utf8(path);
  if (path.front() != '.' && path.find("/.") == path.npos) return;
  throw Error(ErrorKind::refused, "'" + escape_line(named) + "' is hidden, so it is no output",
              "give it a name without a dot in front, if it is one; secrets never are")
      .with_reason("hidden-name");
}

/// Says that a folder is one, where opening it says only what it is not.
std::optional<FileDescriptor> open_regular(const Directory& directory, const std::string& path,
                                           const std::string& named) {
  try {
    return directory.open_file(path);
  } catch (const Error& error) {
    if (error.reason() != "not-a-regular-file") throw;
    auto status = directory.status(path);
    if (!status || status->type != FileType::directory) throw not_a_regular_file(named);
    throw Error(ErrorKind::usage, "'" + escape_line(named) + "' is a folder: name its files");
  }
}

/// `path` as a name in the session's folder, where it is one of an output; else empty.
std::string name_in_session(const LockedSession& locked, const std::string& path) {
  const std::string folder = locked.location().path + "/";
  if (!path.starts_with(folder) || is_draft_name(path.substr(folder.size()))) return {};
  return path.substr(folder.size());
}

}  // namespace

OutputSource find_work_tree_source(const Workspace& workspace, const LockedSession& locked,
                                   const std::string& named) {
  OutputSource source;
  source.typed = named;
  std::string path = path_beneath(workspace, named);
  check_name(named, path);
  std::optional<FileDescriptor> file = open_regular(workspace.store().top_level(), path, named);
  if (!file) {
    file = open_regular(locked.folder(), path, named);
    path = locked.location().path + "/" + path;
  }
  if (!file) {
    throw Error(ErrorKind::not_found,
                "there is no file '" + escape_line(named) + "' in the work tree",
                "name it from the top level, " + workspace.repository().top_level());
  }
  if (is_made_up(*file)) throw not_a_regular_file(named);
  source.path = names_of_top_level(workspace).back() + "/" + path;
  if (is_in_git_directory(workspace, source.path)) {
    throw Error(ErrorKind::refused,
                "'" + escape_line(named) + "' lies in a git directory, which may hold secrets")
        .with_reason("git-directory");
  }
  source.inside = name_in_session(locked, path);
  source.file = std::move(*file);
  source.bytes = status_of(source.file).size;
  return source;
}

}  // namespace git_session
