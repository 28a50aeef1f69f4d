#include "base/error.h"
#include "store/metadata_reader.h"
#include "store/session_files.h"
#include "store/session_store.h"
#include "yaml/document.h"

namespace git_session {
namespace {

/// A session is made under this name in its user's folder and then renamed, so that it appears at
/// once. Only the holder of the user folder's lock uses it; what a crash left there is cleared by
/// the next.
const std::string unfinished_name = ".unfinished-session";
constexpr int64_t newest_schema = 1;
/// Events that one output with every key set takes.
constexpr size_t events_per_output = 40;
/// Bytes kept free for one more output.
constexpr size_t bytes_per_output = 4096;

void write_new_file(const Directory& folder, std::string_view bytes) {
  std::string name(metadata_file_name);
  auto file = folder.create_file(name);
  if (!file) throw Error(ErrorKind::conflict, "'" + folder.path_of(name) + "' appeared meanwhile");
  write_all(*file, bytes, folder.path_of(name));
  sync_file(*file, folder.path_of(name));
  folder.sync();
}

/// The empty folder under unfinished_name; a crash can only have left our own metadata file in it.
Directory prepare_unfinished(const Directory& user_folder) {
  if (!user_folder.make_directory(unfinished_name)) {
    if (auto left = user_folder.open_directory(unfinished_name)) {
      left->remove_file(std::string(metadata_file_name));
    }
  }
  auto folder = user_folder.open_directory(unfinished_name);
  if (!folder) {
    throw Error(ErrorKind::conflict,
                "'" + user_folder.path_of(unfinished_name) + "' was taken away meanwhile",
                "repeat the command");
  }
  return std::move(*folder);
}

bool is_same_folder(const Directory& opened, const std::optional<FileStatus>& named) {
  auto own = opened.own_status();
  return own && named && own->inode == named->inode && own->device == named->device;
}

}  // namespace

SessionLocation SessionStore::create(const Session& session,
                                     const FindInstead& find_instead) const {
  SessionLocation location = layout_.session(session.user, session.id);
  std::string user_path = layout_.sessions() + "/" + session.user;
  Directory user_folder = top_level_.make_directories(user_path);
  DirectoryLock lock = DirectoryLock::acquire(user_folder);
  if (auto instead = find_instead ? find_instead() : std::nullopt) return *instead;
  if (exists(location) || exists(layout_.archived(session.user, session.id))) {
    throw Error(ErrorKind::conflict, "session '" + session.id + "' exists already");
  }
  Directory folder = prepare_unfinished(user_folder);
  write_new_file(folder, new_metadata(session));
  user_folder.rename(unfinished_name, user_folder, session.id);
  return location;
}

LockedSession SessionStore::lock(const SessionLocation& location) const {
  Directory folder = open_folder(location);
  DirectoryLock lock = DirectoryLock::acquire(folder);
  if (!is_same_folder(folder, top_level_.status(location.path))) {
    throw Error(ErrorKind::conflict, "session '" + location.id + "' was moved meanwhile",
                "repeat the command");
  }
  LockedSession locked(location, std::move(folder), std::move(lock));
  locked.session_ = load(location);
  auto text = locked.folder_.read_file(metadata_file_name, yaml::max_bytes);
  if (!locked.session_.is_readable()) {
    const Problem& problem = locked.session_.problems.front();
    throw Error(ErrorKind::invalid_data, problem.path + ": " + problem.message, problem.hint)
        .at_line(problem.line);
  }
  locked.is_new_ = !text;
  // A folder without metadata gets one from what can be seen: its name, its user and its files.
  locked.source_ = text ? std::move(*text) : new_metadata(locked.session_);
  yaml::Document document = yaml::Document::parse(locked.source_);
  locked.event_count_ = document.event_count();
  if (locked.session_.metadata_schema > newest_schema) {
    throw Error(ErrorKind::refused,
                "session '" + location.id +
                    "' needs a newer git-session: its metadata has schema " +
                    std::to_string(locked.session_.metadata_schema),
                "install a newer git-session")
        .with_reason("newer-schema");
  }
  return locked;
}

bool LockedSession::has_room_for_outputs(size_t count) const {
  size_t listed = 0;
  for (const Output& output : session_.outputs) listed += output.listed ? 1 : 0;
  return listed + count <= SessionStore::max_outputs &&
         event_count_ + count * events_per_output <= yaml::max_events &&
         source_.size() + count * bytes_per_output <= yaml::max_bytes;
}

Session SessionStore::write(LockedSession& locked, const std::vector<yaml::Edit>& edits) const {
  std::string text = yaml::apply(locked.source_, edits);
  if (locked.is_new_ || text != locked.source_) {
    locked.folder_.replace_file(std::string(metadata_file_name), text);
    locked.source_ = std::move(text);
    locked.is_new_ = false;
  }
  locked.session_ = load(locked.location_);
  return locked.session_;
}

Session SessionStore::edit(LockedSession& locked, const Change& change) const {
  yaml::Document document = yaml::Document::parse(locked.source_);
  MetadataEditor editor(document);
  change(locked.session(), editor);
  if (editor.edits().empty()) return locked.session();
  return write(locked, editor.edits());
}

Session SessionStore::edit(const SessionLocation& location, const Change& change) const {
  LockedSession locked = lock(location);
  return edit(locked, change);
}

}  // namespace git_session
