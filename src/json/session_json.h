#pragma once

#include "core/session.h"
#include "json/json.h"

namespace git_session {

/// One session as every verb shows it: the normalised metadata, whatever shape the file has, then
/// user, path, metadata_schema, shape and problems; keys that are not ours under `extra`.
/// docs/formats.md has every field.
Json to_json(const Session& session);
Json to_json(const Output& output);

/// `{"schema": 1, …}` around one session, as report and the verbs that change something print it.
Json session_root(const Session& session);
/// `{"schema": 1, "sessions": […], "problems": […]}`; problems are those of the sessions, and
/// `more`.
Json sessions_root(const std::vector<Session>& sessions, const std::vector<Problem>& more = {});

}  // namespace git_session
