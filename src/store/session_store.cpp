#include "store/session_store.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "store/session_files.h"

namespace git_session {
namespace {

constexpr size_t shortest_hex = 3;

Directory open_top_level(const std::string& path) {
  auto directory = Directory::open(path);
  if (!directory) throw Error(ErrorKind::not_found, "no directory '" + path + "'");
  return std::move(*directory);
}

bool is_hidden(std::string_view name) { return name.starts_with('.'); }

bool names_part_of(std::string_view name, std::string_view id) {
  if (id.starts_with(name)) return true;
  if (name.size() < shortest_hex) return false;
  auto hex = hex_of_session_id(id);
  return hex && hex->starts_with(name);
}

/// Looks at the folder `path` by `look`; one that the system does not let us into is passed over.
template <typename Look>
void unless_closed(const std::string& path, PassedOver& passed_over, const Look& look) {
  try {
    look();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::unavailable) throw;
    passed_over.unreadable.push_back(unreadable_folder(path, error));
  }
}

}  // namespace

SessionStore::SessionStore(const std::string& top_level, SessionLayout layout,
                           std::vector<std::string> known_agents)
    : top_level_(open_top_level(top_level)),
      layout_(std::move(layout)),
      known_agents_(std::move(known_agents)) {}

bool SessionStore::is_session_folder(const Directory& parent, const std::string& name) const {
  if (date_of_session_id(name)) return true;
  return parent.status(name + "/" + std::string(metadata_file_name)).has_value();
}

void SessionStore::add_locations(bool in_archive, std::vector<SessionLocation>& found,
                                 PassedOver& passed_over) const {
  auto add = [&](std::string_view user, std::string_view id) {
    found.push_back(in_archive ? layout_.archived(user, id) : layout_.session(user, id));
  };
  auto is_folder = [&](const DirectoryEntry& entry, const std::string& parent) {
    if (is_hidden(entry.name)) return false;
    if (entry.type == FileType::symbolic_link) {
      passed_over.links.push_back({"symbolic-link", parent + "/" + entry.name, 0,
                                   "a link is never followed", "put a folder in its place"});
    }
    return entry.type == FileType::directory;
  };
  auto add_of_user = [&](const Directory& base, const std::string& user, const std::string& path) {
    if (is_session_folder(base, user)) return add("", user);
    auto folder = base.open_directory(user);
    if (!folder) return;
    for (const DirectoryEntry& session : folder->entries()) {
      if (is_folder(session, path)) add(user, session.name);
    }
  };
  const std::string base_path = in_archive ? layout_.archive() : layout_.sessions();
  unless_closed(base_path, passed_over, [&] {
    auto base = top_level_.open_directory(base_path);
    if (!base) return;
    for (const DirectoryEntry& user : base->entries()) {
      if (!is_folder(user, base_path)) continue;
      const std::string path = base_path + "/" + user.name;
      unless_closed(path, passed_over, [&] { add_of_user(*base, user.name, path); });
    }
  });
}

std::vector<SessionLocation> SessionStore::locations(Scope scope, PassedOver* passed_over) const {
  std::vector<SessionLocation> found;
  PassedOver others;
  if (scope != Scope::archive) add_locations(false, found, others);
  if (scope != Scope::sessions) add_locations(true, found, others);
  auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(others.links.begin(), others.links.end(), by_path);
  std::sort(others.unreadable.begin(), others.unreadable.end(), by_path);
  if (passed_over) *passed_over = std::move(others);
  std::sort(found.begin(), found.end(), by_path);
  return found;
}

std::vector<SessionLocation> SessionStore::locations_of(const std::string& user) const {
  std::vector<SessionLocation> found;
  auto folder = top_level_.open_directory(layout_.sessions() + "/" + user);
  if (!folder) return found;
  for (const DirectoryEntry& entry : folder->entries()) {
    if (entry.type == FileType::directory && !is_hidden(entry.name)) {
      found.push_back(layout_.session(user, entry.name));
    }
  }
  std::sort(found.begin(), found.end(),
            [](const SessionLocation& a, const SessionLocation& b) { return a.id < b.id; });
  return found;
}

bool SessionStore::exists(const SessionLocation& location) const {
  auto status = top_level_.status(location.path);
  return status && status->type == FileType::directory;
}

std::vector<SessionLocation> SessionStore::find(std::string_view name, Scope scope) const {
  while (name.ends_with('/')) name.remove_suffix(1);
  std::vector<SessionLocation> found;
  auto add_if_there = [&](const SessionLocation& location) {
    bool wanted = scope == Scope::everything || location.in_archive == (scope == Scope::archive);
    if (wanted && exists(location)) found.push_back(location);
  };
  if (size_t slash = name.find('/'); slash != name.npos) {
    std::string_view user = name.substr(0, slash);
    std::string_view id = name.substr(slash + 1);
    if (auto location = layout_.parse(name)) {
      add_if_there(*location);
    } else if (is_path_component(user) && is_path_component(id)) {
      add_if_there(layout_.session(user, id));
      add_if_there(layout_.archived(user, id));
    }
    return found;
  }
  if (!is_path_component(name) || is_hidden(name)) return found;
  PassedOver passed_over;
  for (bool in_archive : {false, true}) {
    const std::string base_path = in_archive ? layout_.archive() : layout_.sessions();
    unless_closed(base_path, passed_over, [&] {
      auto base = top_level_.open_directory(base_path);
      if (!base) return;
      for (const DirectoryEntry& entry : base->entries()) {
        if (entry.type != FileType::directory || is_hidden(entry.name)) continue;
        unless_closed(base_path + "/" + entry.name, passed_over, [&] {
          bool is_it = entry.name == name && is_session_folder(*base, entry.name);
          std::string user = is_it ? std::string() : entry.name;
          add_if_there(in_archive ? layout_.archived(user, name) : layout_.session(user, name));
        });
      }
    });
  }
  if (!found.empty()) return found;
  for (const SessionLocation& location : locations(scope)) {
    if (names_part_of(name, location.id)) found.push_back(location);
  }
  return found;
}

Directory SessionStore::open_folder(const SessionLocation& location) const {
  if (auto folder = top_level_.open_directory(location.path)) return std::move(*folder);
  throw Error(ErrorKind::not_found, "session folder '" + location.path + "' is gone",
              "git session list shows what is there");
}

}  // namespace git_session
