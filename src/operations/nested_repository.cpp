#include "operations/nested_repository.h"

namespace git_session {

std::optional<std::string> repository_around(const Directory& top, const std::string& path) {
  for (size_t slash = path.find('/');; slash = path.find('/', slash + 1)) {
    std::string folder = path.substr(0, slash);
    const auto status = top.status(folder);
    if (!status || status->type != FileType::directory) return std::nullopt;
    if (top.status(folder + "/.git")) return folder;
    if (slash == std::string::npos) return std::nullopt;
  }
}

}  // namespace git_session
