#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "store/metadata_entry.h"
#include "store/metadata_writer.h"
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
/// Kept free for what closing, archiving and updating add.
constexpr size_t spare_events = 200;
constexpr size_t spare_bytes = size_t{16} * 1024;

void write_new_file(const Directory& folder, std::string_view bytes) {
  std::string name(metadata_file_name);
  auto file = folder.create_file(name);
  if (!file) throw Error(ErrorKind::conflict, "'" + folder.path_of(name) + "' appeared meanwhile");
  write_all(*file, bytes, folder.path_of(name));
  sync_file(*file, folder.path_of(name));
  folder.sync();
}

/// The empty folder under unfinished_name. A crash can only have left our own metadata file in it;
/// whatever else lies there came with somebody's commit and must not become part of a new session.
Directory prepare_unfinished(const Directory& user_folder) {
  const std::string path = user_folder.path_of(unfinished_name);
  if (!user_folder.make_directory(unfinished_name)) {
    auto status = user_folder.status(unfinished_name);
    if (status && status->type != FileType::directory) {
      throw Error(ErrorKind::refused,
                  "'" + path + "' is no folder, but new sessions are made in it under that name",
                  "rm " + quote_for_shell(path))
          .with_reason("not-a-directory");
    }
    if (auto left = user_folder.open_directory(unfinished_name)) {
      left->remove_file(std::string(metadata_file_name));
    }
  }
  auto folder = user_folder.open_directory(unfinished_name);
  if (!folder) {
    throw Error(ErrorKind::conflict, "'" + path + "' was taken away meanwhile",
                "repeat the command");
  }
  if (!folder->entries().empty()) {
    throw Error(ErrorKind::refused, "'" + path + "' holds files of somebody else",
                "rm -r " + quote_for_shell(path) + " removes them, once you have looked at them")
        .with_reason("foreign-files");
  }
  return std::move(*folder);
}

std::optional<std::string> read_metadata_text(const Directory& folder) {
  return folder.read_file(metadata_file_name, yaml::max_bytes);
}

std::string at_place(const std::string& path, int line) {
  return line > 0 ? path + ":" + std::to_string(line) : path;
}

/// A folder without metadata gets one from what can be seen of it. Its files stay unlisted until
/// somebody adds them.
std::string first_metadata(Session session) {
  session.outputs.clear();
  session.created_at = effective_created_at(session);
  return new_metadata(session);
}

void require_writable(const Session& session) {
  if (!session.is_readable()) throw unreadable_error(session);
  if (session.metadata_schema <= newest_schema) return;
  throw Error(ErrorKind::refused,
              "session '" + session.id + "' needs a newer git-session: its metadata has schema " +
                  std::to_string(session.metadata_schema),
              "install a newer git-session")
      .with_reason("newer-schema");
}

/// Whatever is wrong, with file and line.
std::string edited_text(const std::string& path, const std::string& source,
                        const std::vector<yaml::Edit>& edits) {
  try {
    return yaml::apply(source, edits);
  } catch (const Error& error) {
    throw Error(error.kind(), at_place(path, error.line()) + ": " + error.what(), error.hint())
        .with_reason(error.reason())
        .at_line(error.line());
  }
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
  const std::string text = new_metadata(session);
  write_new_file(folder, text);
  if (recorder_) {
    recorder_->will_write(location.path + "/" + std::string(metadata_file_name), std::nullopt,
                          text);
  }
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
  read_locked(locked, read_metadata_text(locked.folder()));
  return locked;
}

void SessionStore::read_locked(LockedSession& locked, std::optional<std::string> metadata) const {
  locked.session_ = load_from(locked.folder_, locked.location_, metadata, LoadDetail::full());
  require_writable(locked.session_);
  locked.is_new_ = !metadata;
  locked.source_ = metadata ? std::move(*metadata) : first_metadata(locked.session_);
  locked.event_count_ = yaml::Document::parse(locked.source_).event_count();
}

size_t LockedSession::listed_outputs() const {
  const auto& outputs = session_.outputs;
  return static_cast<size_t>(std::count_if(outputs.begin(), outputs.end(),
                                           [](const Output& output) { return output.listed; }));
}

bool LockedSession::has_room_for_outputs(size_t count) const {
  return listed_outputs() + count <= SessionStore::max_outputs &&
         event_count_ + count * events_per_output + spare_events <= yaml::max_events &&
         source_.size() + count * bytes_per_output + spare_bytes <= yaml::max_bytes;
}

size_t LockedSession::room_for(const std::vector<Output>& outputs) const {
  const size_t listed = listed_outputs();
  size_t events = event_count_ + spare_events;
  size_t bytes = source_.size() + spare_bytes;
  for (size_t count = 0; count < outputs.size(); ++count) {
    EntrySize entry = measure_entry(outputs[count]);
    events += entry.events;
    bytes += entry.bytes;
    bool fits = listed + count < SessionStore::max_outputs && events <= yaml::max_events &&
                bytes <= yaml::max_bytes;
    if (!fits) return count;
  }
  return outputs.size();
}

Session SessionStore::write(LockedSession& locked, const std::vector<yaml::Edit>& edits) const {
  const std::string path = locked.location_.path + "/" + std::string(metadata_file_name);
  std::string text = edited_text(path, locked.source_, edits);
  if (!locked.is_new_ && text == locked.source_) return locked.session_;
  std::optional<std::string> on_disk = read_metadata_text(locked.folder_);
  if (on_disk.has_value() == locked.is_new_ || (on_disk && *on_disk != locked.source_)) {
    throw Error(ErrorKind::conflict, "another program changed '" + path + "' meanwhile",
                "repeat the command");
  }
  if (recorder_) {
    recorder_->will_write(path, locked.is_new_ ? std::nullopt : std::optional(locked.source_),
                          text);
  }
  locked.folder_.replace_file(std::string(metadata_file_name), text);
  read_locked(locked, std::move(text));
  return locked.session_;
}

Session SessionStore::edit(LockedSession& locked, const Change& change) const {
  std::optional<std::string> on_disk = read_metadata_text(locked.folder_);
  bool is_as_read = on_disk ? !locked.is_new_ && *on_disk == locked.source_ : locked.is_new_;
  if (!is_as_read) read_locked(locked, std::move(on_disk));
  yaml::Document document = yaml::Document::parse(locked.source_);
  MetadataEditor editor(document);
  change(locked.session(), editor);
  std::vector<yaml::Edit> edits = editor.edits();
  if (edits.empty()) return locked.session();
  return write(locked, edits);
}

Session SessionStore::edit(const SessionLocation& location, const Change& change) const {
  LockedSession locked = lock(location);
  return edit(locked, change);
}

SessionStore::PlannedEdit SessionStore::plan_edit(const SessionLocation& location,
                                                  const Change& change) const {
  Directory folder = open_folder(location);
  PlannedEdit plan;
  plan.before = read_metadata_text(folder);
  plan.session = load_from(folder, location, plan.before, LoadDetail::full());
  require_writable(plan.session);
  const std::string source = plan.before ? *plan.before : first_metadata(plan.session);
  yaml::Document document = yaml::Document::parse(source);
  MetadataEditor editor(document);
  change(plan.session, editor);
  const std::vector<yaml::Edit> edits = editor.edits();
  const std::string path = location.path + "/" + std::string(metadata_file_name);
  plan.after = edits.empty() ? plan.before.value_or("") : edited_text(path, source, edits);
  plan.changed = plan.session;
  if (plan.after != plan.before)
    plan.changed = load_from(folder, location, plan.after, LoadDetail::full());
  return plan;
}

}  // namespace git_session
