#include "store/session_layout.h"

#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "core/git_path.h"
#include "core/session_id.h"

namespace git_session {

std::string SessionLayout::team_resources(std::string_view team) const {
  return root_ + "/shared/team-resources/" + std::string(team);
}

std::string SessionLayout::promoted_page(std::string_view space, std::string_view page) const {
  if (!is_path_component(space) || !is_path_component(page)) {
    throw Error(ErrorKind::invalid_data, "'" + std::string(space) + "/" + std::string(page) +
                                             "' cannot be the folder of a page");
  }
  return promoted() + "/" + std::string(space) + "/" + std::string(page);
}

SessionLocation SessionLayout::session(std::string_view user, std::string_view id) const {
  return locate(false, user, id);
}

SessionLocation SessionLayout::archived(std::string_view user, std::string_view id) const {
  return locate(true, user, id);
}

SessionLocation SessionLayout::locate(bool in_archive, std::string_view user,
                                      std::string_view id) const {
  if (!is_path_component(id) || (!user.empty() && !is_path_component(user))) {
    throw Error(ErrorKind::invalid_data, "'" + std::string(user) + "/" + std::string(id) +
                                             "' cannot be the folder of a session");
  }
  SessionLocation location{std::string(user), std::string(id), in_archive, {}};
  location.path = in_archive ? archive() : sessions();
  if (!user.empty()) location.path += "/" + location.user;
  location.path += "/" + location.id;
  return location;
}

std::optional<SessionLocation> SessionLayout::parse(std::string_view path) const {
  for (bool in_archive : {false, true}) {
    std::string base = (in_archive ? archive() : sessions()) + "/";
    if (!path.starts_with(base)) continue;
    std::vector<std::string> parts = split(path.substr(base.size()), '/');
    if (parts.back().empty()) parts.pop_back();
    for (const std::string& part : parts) {
      if (!is_path_component(part)) return std::nullopt;
    }
    if (parts.empty()) return std::nullopt;
    if (date_of_session_id(parts[0])) return locate(in_archive, "", parts[0]);
    if (parts.size() < 2) return std::nullopt;
    return locate(in_archive, parts[0], parts[1]);
  }
  return std::nullopt;
}

std::optional<std::string> SessionLayout::page_folder_of(std::string_view path) const {
  const std::string base = promoted() + "/";
  const size_t space_end = path.starts_with(base) ? path.find('/', base.size()) : path.npos;
  if (space_end == path.npos) return std::nullopt;
  const size_t page_end = path.find('/', space_end + 1);
  return std::string(path.substr(0, page_end));
}

bool stays_inside(std::string_view file) {
  if (file.empty() || file.starts_with('/') || file.find('\0') != file.npos) return false;
  while (file.starts_with("./")) file.remove_prefix(2);
  for (const std::string& part : split(file, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return !is_git_path(file);
}

}  // namespace git_session
