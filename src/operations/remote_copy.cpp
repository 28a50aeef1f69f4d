#include "operations/remote_copy.h"

#include "base/error.h"
#include "base/file.h"
#include "confluence/storage_lines.h"
#include "operations/text_diff.h"

namespace git_session {
namespace {

constexpr uint64_t largest_copy = uint64_t{64} * 1024 * 1024;

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

}  // namespace

std::string page_diff(const Workspace& workspace, const std::string& from_label,
                      const std::string& from_storage, const std::string& to_label,
                      const std::string& to_storage) {
  try {
    return diffs_of(workspace,
                    {{from_label, lines_of(from_storage), lines_of(to_storage), to_label}})
        .front();
  } catch (const Error&) {
    return {};  // it is only for the eye
  }
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
