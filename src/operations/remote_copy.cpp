#include "operations/remote_copy.h"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "confluence/storage_lines.h"

namespace git_session {
namespace {

constexpr const char* old_file = "old";
constexpr const char* new_file = "new";
constexpr uint64_t largest_copy = uint64_t{64} * 1024 * 1024;

/// A folder of our own, with two files in it, as long as this lives.
class TwoFiles {
 public:
  TwoFiles(const std::string& temporary_directory, const std::string& old_text,
           const std::string& new_text)
      : path_(temporary_directory + "/git-session.XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) throw system_error("cannot make", path_, errno);
    const auto folder = Directory::open(path_);
    if (!folder) throw system_error("cannot open", path_, ENOENT);
    folder->replace_file(old_file, old_text);
    folder->replace_file(new_file, new_text);
  }
  TwoFiles(const TwoFiles&) = delete;
  TwoFiles& operator=(const TwoFiles&) = delete;
  ~TwoFiles() {
    for (const char* name : {old_file, new_file}) unlink((path_ + "/" + name).c_str());
    rmdir(path_.c_str());
  }
  std::string old_path() const { return path_ + "/" + old_file; }
  std::string new_path() const { return path_ + "/" + new_file; }

 private:
  std::string path_;
};

std::string lines_of(const std::string& storage) {
  std::string text;
  try {
    for (const std::string& line : confluence::readable_lines(storage)) text += line + "\n";
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::invalid_data) throw;
    return storage + "\n";  // no XML: as it is
  }
  return text;
}

/// What follows the lines that name the two files.
std::string hunks_of(const std::string& diff) {
  const size_t hunk = diff.find("\n@@ ");
  return hunk == diff.npos ? std::string() : diff.substr(hunk + 1);
}

}  // namespace

std::string page_diff(const Workspace& workspace, const std::string& from_label,
                      const std::string& from_storage, const std::string& to_label,
                      const std::string& to_storage) {
  const std::string directory = workspace.environment().value_or_empty("TMPDIR");
  const TwoFiles files(directory.empty() ? "/tmp" : directory, lines_of(from_storage),
                       lines_of(to_storage));
  const ProcessResult result =
      workspace.repository().try_run({"diff", "--no-index", "--no-color", "--no-ext-diff",
                                      "--no-textconv", "--", files.old_path(), files.new_path()});
  const std::string hunks = hunks_of(result.output);
  if (hunks.empty()) return {};
  return "--- " + from_label + "\n+++ " + to_label + "\n" + hunks;
}

std::optional<std::string> kept_copy(const Workspace& workspace, const std::string& page_id,
                                     const std::string& name) {
  try {
    const auto folder = Directory::open(workspace.repository().state_directory());
    if (!folder) return std::nullopt;
    return folder->read_file("remote/" + page_id + "/" + name + ".xml", largest_copy);
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::string save_remote_copy(const Workspace& workspace, const std::string& page_id,
                             const std::string& name, const std::string& storage,
                             const std::string& diff) {
  const std::string& state = workspace.repository().state_directory();
  const size_t slash = state.rfind('/');
  try {
    const auto parent = Directory::open(state.substr(0, slash));
    if (!parent) return {};
    const std::string folder_name = "remote/" + page_id;
    const Directory folder = parent->make_directories(state.substr(slash + 1) + "/" + folder_name);
    folder.replace_file(name + ".xml", storage);
    folder.replace_file(name + ".diff", diff);
    return state + "/" + folder_name + "/" + name + ".xml";
  } catch (const Error&) {
    return {};
  }
}

}  // namespace git_session
