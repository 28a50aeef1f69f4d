#include "operations/setup_files.h"

#include <unistd.h>

#include <array>

#include "base/error.h"

namespace git_session {
namespace {

constexpr uint64_t largest_file = uint64_t{1024} * 1024;

}  // namespace

SetupFiles::SetupFiles(const Workspace& workspace) : top_(workspace.store().top_level()) {
  if (!workspace.repository().has_sparse_checkout()) return;
  for (SparseEntry& entry : workspace.repository().sparse_files(""))
    sparse_.insert(std::move(entry.path));
}

std::optional<std::string> SetupFiles::read(const std::string& path) const {
  if (sparse_.contains(path))
    throw Error(ErrorKind::refused, "'" + path + "' is kept out of the work tree",
                "git sparse-checkout add brings it in")
        .with_reason("sparse-checkout");
  require_folders(path);
  return top_.read_file(path, largest_file);
}

/// What lies below something that is no folder is not merely absent: it cannot be made.
void SetupFiles::require_folders(const std::string& path) const {
  for (size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    const auto status = top_.status(folder);
    if (!status || status->type == FileType::symbolic_link) return;  // reading refuses links
    if (status->type == FileType::directory) continue;
    throw Error(ErrorKind::refused, "'" + path + "': '" + folder + "' is not a folder")
        .with_reason("not-a-directory");
  }
}

std::optional<std::string> SetupFiles::read_if_possible(const std::string& path) const {
  try {
    return read(path);
  } catch (const Error&) {
    return std::nullopt;
  }
}

agents::WordFiles SetupFiles::word_files() const {
  agents::WordFiles files;
  files.claude_text = read_if_possible(agents::claude_file);
  files.claude_is_agents = is_link_to(agents::claude_file, agents::agents_file);
  files.agents_is_claude = is_link_to(agents::agents_file, agents::claude_file);
  return files;
}

bool SetupFiles::is_link_to(const char* name, const std::string& target) const {
  std::array<char, 64> link{};
  const ssize_t size = readlinkat(top_.descriptor(), name, link.data(), link.size());
  const std::string_view text(link.data(), size > 0 ? static_cast<size_t>(size) : 0);
  return text == target || text == "./" + target;
}

bool holds_only(const Directory& top_level, const std::string& folder,
                const std::set<std::string>& paths) {
  const auto opened = top_level.open_directory(folder);
  if (!opened) return true;
  for (const DirectoryEntry& entry : opened->entries()) {
    const std::string path = folder + "/" + entry.name;
    const bool is_ours = entry.type == FileType::directory ? holds_only(top_level, path, paths)
                                                           : paths.contains(path);
    if (!is_ours) return false;
  }
  return true;
}

}  // namespace git_session
