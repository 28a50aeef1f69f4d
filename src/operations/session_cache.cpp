#include "operations/session_cache.h"

#include "base/parallel.h"

namespace git_session {
namespace {

/// A stamp costs far less than a session.
constexpr size_t sessions_worth_a_thread = 1000;
constexpr size_t sessions_of_a_piece = 64;
/// Of a folder without subfolders, where the file system counts them: itself and its own `.`.
constexpr uint64_t links_of_a_leaf = 2;

constexpr LoadDetail detail{.sizes_and_times = false, .unknown_keys = true};

std::string parent_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

/// The folder above sessions, opened once for all that lie side by side in it.
class Parent {
 public:
  explicit Parent(const Directory& top_level) : top_level_(top_level) {}

  /// nullptr where it cannot be opened: loading will say why.
  const Directory* of(const SessionLocation& location) {
    const std::string path = parent_of(location.path);
    if (path == path_) return directory_ ? &*directory_ : nullptr;
    path_ = path;
    directory_.reset();
    try {
      if (auto opened = top_level_.open_directory(path)) directory_.emplace(std::move(*opened));
    } catch (const Error&) {
    }
    return directory_ ? &*directory_ : nullptr;
  }

 private:
  const Directory& top_level_;
  std::string path_;
  std::optional<Directory> directory_;
};

}  // namespace

std::optional<SessionCache::Stamps> SessionCache::stamps_of(const Directory& parent,
                                                            const std::string& name) {
  auto folder = stamp_of(parent, name);
  if (!folder) return std::nullopt;
  return Stamps{*folder, stamp_of(parent, name + "/" + std::string(metadata_file_name))};
}

bool SessionCache::is_worth_keeping(const Stamps& stamps, int64_t now) {
  return stamps.folder.links == links_of_a_leaf && stamps.folder.is_settled(now) &&
         (!stamps.metadata || stamps.metadata->is_settled(now));
}

/// nullptr when the folder is gone.
SessionCache::EntryPointer SessionCache::current_entry(const SessionStore& store,
                                                       const SessionLocation& location,
                                                       const std::optional<Stamps>& stamps,
                                                       EntryPointer known) {
  if (known && stamps && known->stamps == *stamps) return known;
  try {
    // Whatever changes between the stamps and the loading has other stamps the next time.
    return std::make_shared<const Entry>(
        Entry{stamps.value_or(Stamps()), store.load(location, detail)});
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found) throw;
    return nullptr;
  }
}

void SessionCache::visit(const SessionStore& store, const std::vector<std::string>& known_agents,
                         const std::vector<SessionLocation>& locations,
                         const std::function<void(size_t, const Session&)>& visit) {
  // They decide whom a file's name tells to have made it.
  if (known_agents != known_agents_) entries_.clear();
  known_agents_ = known_agents;
  const int64_t now = clock_();
  std::vector<EntryPointer> kept(locations.size());
  run_in_parallel(
      locations.size(), sessions_of_a_piece, sessions_worth_a_thread,
      [&](size_t begin, size_t end) {
        Parent parent(store.top_level());
        for (size_t i = begin; i < end; ++i) {
          const Directory* folder = parent.of(locations[i]);
          const auto stamps = folder ? stamps_of(*folder, locations[i].id) : std::nullopt;
          const auto known = entries_.find(locations[i].path);
          const EntryPointer entry = current_entry(
              store, locations[i], stamps, known == entries_.end() ? nullptr : known->second);
          if (!entry) continue;
          if (!store.is_unused(entry->session)) visit(i, entry->session);
          if (stamps && is_worth_keeping(*stamps, now)) kept[i] = entry;
        }
      });
  entries_.clear();
  for (size_t i = 0; i < locations.size(); ++i) {
    if (kept[i]) entries_.emplace(locations[i].path, std::move(kept[i]));
  }
}

}  // namespace git_session
