#pragma once

#include <string>

#include "json/json.h"
#include "operations/find_sessions.h"

namespace git_session {

/// A text of the metadata as far as it is worth reading: at most 200 bytes, valid UTF-8, and `…`
/// where it was cut. Whoever wrote it does not decide how much there is to read.
std::string brief_text(const std::string& text);

/// A session in a few words, for readers who pay by the word: `session_id`, `user`, `path`,
/// `status`, `team`, `ticket`, `project`, `sprint`, `created_at`, `expires_at` and `counts`.
Json brief_of(const SessionRow& row);
/// The same as a root, `{"schema": 1, …}`.
Json brief_root(const Session& session);
/// An output in a few words: `file`, `state`, `agent`, `model`, `type`, `title` (else `heading`,
/// the first of its text), `created_at`, `bytes`, `promoted`.
Json brief_of(const Output& output, const std::string& heading);

/// The properties of brief_of(), for json_shape::object().
Json brief_properties();
Json output_brief_shape();

}  // namespace git_session
