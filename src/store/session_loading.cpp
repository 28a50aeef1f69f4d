#include "base/error.h"
#include "base/parallel.h"
#include "base/text.h"
#include "store/metadata_reader.h"
#include "store/session_files.h"
#include "store/session_store.h"
#include "store/unused_place.h"
#include "yaml/document.h"
#include "yaml/guard.h"

namespace git_session {
namespace {

/// Below this many, a second thread costs more than it brings.
constexpr size_t sessions_worth_a_thread = 64;
constexpr size_t sessions_of_a_piece = 16;

Session session_at(const SessionLocation& location) {
  Session session;
  session.id = location.id;
  session.user = location.user;
  session.path = location.path;
  session.in_archive = location.in_archive;
  return session;
}

std::string metadata_path(const Session& session) {
  return session.path + "/" + std::string(metadata_file_name);
}

/// `path` is how the message may begin: the problem names its file already.
void mark_unreadable(Session& session, const Error& error, const std::string& path = {}) {
  std::string_view message = error.what();
  const std::string quoted = "'" + path + "' ";
  if (message.starts_with(quoted)) message.remove_prefix(quoted.size());
  session.shape = Shape::unreadable;
  const bool is_conflict = message == yaml::conflict_message;
  session.problems.push_back(
      {"unreadable-metadata", metadata_path(session), error.line(), std::string(message),
       is_conflict ? "git session doctor " + quote_for_shell(session.id) + " --fix, or an editor"
                   : error.hint()});
}

/// What follows from where the folder lies and what it is called.
void settle(Session& session) {
  if (session.in_archive) session.status.current = State::archived;
  if (session.listed_id.empty()) session.listed_id = session.id;
  if (session.created_by.user.empty()) session.created_by.user = session.user;
}

}  // namespace

Error unreadable_error(const Session& session) {
  for (const Problem& problem : session.problems) {
    if (problem.code != "unreadable-metadata") continue;
    const std::string line = problem.line > 0 ? ":" + std::to_string(problem.line) : "";
    return Error(ErrorKind::invalid_data, problem.path + line + ": " + problem.message,
                 problem.hint)
        .at_line(problem.line);
  }
  return Error(ErrorKind::invalid_data, session.path + ": the metadata cannot be read");
}

void SessionStore::read_text(const std::string& text, LoadDetail detail, Session& session) const {
  try {
    yaml::Document document = yaml::Document::parse(text);
    read_metadata(document, metadata_path(session), detail.unknown_keys, session);
  } catch (const Error& error) {
    mark_unreadable(session, error);
  }
}

Session SessionStore::load(const SessionLocation& location, LoadDetail detail) const {
  try {
    return load_from(open_folder(location), location, detail);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::not_found) throw;
    Session session = session_at(location);
    const Problem problem = unreadable_folder(location.path, error);
    mark_unreadable(session, Error(error.kind(), problem.message, problem.hint));
    settle(session);
    return session;
  }
}

Session SessionStore::load_from(const Directory& folder, const SessionLocation& location,
                                LoadDetail detail) const {
  std::optional<std::string> metadata;
  std::optional<Error> failure;
  try {
    metadata = folder.read_file(metadata_file_name, yaml::max_bytes);
  } catch (const Error& error) {
    failure = error;
  }
  Session session = load_from(folder, location, metadata, detail);
  if (failure) mark_unreadable(session, *failure, folder.path_of(metadata_file_name));
  return session;
}

Session SessionStore::load_from(const Directory& folder, const SessionLocation& location,
                                const std::optional<std::string>& metadata,
                                LoadDetail detail) const {
  Session session = session_at(location);
  if (metadata) read_text(*metadata, detail, session);
  SessionFiles files = find_session_files(folder, detail.sizes_and_times);
  if (files.left_out) {
    session.problems.push_back({"too-many-files", session.path, 0,
                                "the folder has more files or levels than are looked at",
                                "move what is no output out of the session"});
  }
  for (Problem& problem : files.unreadable) {
    problem.path = session.path + "/" + problem.path;
    session.problems.push_back(std::move(problem));
  }
  join_outputs(session, &folder, files, known_agents_);
  settle(session);
  return session;
}

Session SessionStore::load_sparse(const SessionLocation& location,
                                  const std::optional<std::string>& metadata,
                                  const std::vector<std::string>& files) const {
  Session session = session_at(location);
  session.sparse = true;
  if (metadata) read_text(*metadata, LoadDetail::full(), session);
  SessionFiles found;
  for (const std::string& name : files) {
    bool is_draft = name.starts_with(std::string(drafts_folder_name) + "/");
    bool is_hidden = name.starts_with('.') || name.find("/.") != name.npos;
    if (!is_draft && !is_hidden) found.files.push_back({name, {}, {}});
  }
  join_outputs(session, nullptr, found, known_agents_);
  settle(session);
  return session;
}

bool SessionStore::is_unused(const Session& session) const {
  const bool is_empty = session.shape == Shape::none && session.outputs.empty();
  const auto folder =
      is_empty && !session.in_archive ? top_level_.open_directory(session.path) : std::nullopt;
  return folder && is_unused_place(*folder);
}

void SessionStore::visit(const std::vector<SessionLocation>& locations, LoadDetail detail,
                         const std::function<void(size_t, Session&&)>& visit) const {
  const auto load_piece = [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      try {
        Session session = load(locations[i], detail);
        if (!is_unused(session)) visit(i, std::move(session));
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::not_found) throw;
      }
    }
  };
  run_in_parallel(locations.size(), sessions_of_a_piece, sessions_worth_a_thread, load_piece);
}

}  // namespace git_session
