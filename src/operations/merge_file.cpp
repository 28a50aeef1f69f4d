#include "operations/merge_file.h"

#include "base/error.h"
#include "base/file.h"
#include "git/git_program.h"
#include "yaml/document.h"

namespace git_session {
namespace {

struct PlacedFile {
  Directory folder;
  std::string name;
};

/// git names the files itself, so links on the way to them are its business.
PlacedFile place_of_file(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string folder = slash == path.npos ? "." : path.substr(0, slash + 1);
  auto directory = Directory::open(folder);
  if (!directory) throw Error(ErrorKind::not_found, "no folder '" + folder + "'");
  return {std::move(*directory), slash == path.npos ? path : path.substr(slash + 1)};
}

std::string read_file(const std::string& path) {
  const PlacedFile place = place_of_file(path);
  auto text = place.folder.read_file(place.name, yaml::max_bytes);
  if (!text) throw Error(ErrorKind::not_found, "no file '" + path + "'");
  return std::move(*text);
}

MergeFileReport merge_by_line(const MergeFileRequest& request, const Error& reason) {
  const ProcessResult result =
      GitProgram::find()
          .start(".", {"merge-file", "-p", "--marker-size=" + std::to_string(request.marker_size),
                       "-L", "ours", "-L", "ancestor", "-L", "theirs", "--", request.ours,
                       request.ancestor, request.theirs})
          .finish();
  // Up to 127 is the number of conflicts.
  if (result.exit_code > 127) throw git_error(result, "merge-file");
  const PlacedFile ours = place_of_file(request.ours);
  ours.folder.replace_file(ours.name, result.output);
  MergeFileReport report;
  report.is_clean = result.exit_code == 0;
  const std::string line = reason.line() > 0 ? " (line " + std::to_string(reason.line()) + ")" : "";
  report.by_line_because = reason.what() + line;
  return report;
}

}  // namespace

MergeFileReport merge_file(const MergeFileRequest& request) {
  try {
    MetadataMerge merged =
        merge_metadata(read_file(request.ancestor), read_file(request.ours),
                       read_file(request.theirs), {request.marker_size, "ours", "theirs"});
    const PlacedFile ours = place_of_file(request.ours);
    ours.folder.replace_file(ours.name, merged.text);
    return {merged.conflicts.empty(), std::move(merged.conflicts), std::move(merged.left_out), {}};
  } catch (const Error& error) {
    const bool is_about_content =
        error.kind() == ErrorKind::invalid_data || error.kind() == ErrorKind::refused;
    if (!is_about_content) throw;
    return merge_by_line(request, error);
  }
}

}  // namespace git_session
