#pragma once

#include <string>

#include "core/session.h"
#include "store/metadata_editor.h"

namespace git_session {

/// Whether the metadata says that the session is archived, and when.
bool is_noted_as_archived(const Session& session);
/// What archiving writes into the metadata; a time that is there already stays.
void note_archived(const Session& session, MetadataEditor& editor, Instant now);
/// The same on the text of a metadata file. Throws as yaml::apply() does.
std::string with_archived_noted(const std::string& text, const Session& session, Instant now);

}  // namespace git_session
