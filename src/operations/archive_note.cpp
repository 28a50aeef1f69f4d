#include "operations/archive_note.h"

#include "yaml/document.h"
#include "yaml/edit.h"

namespace git_session {

bool is_noted_as_archived(const Session& session) {
  return session.status.archived_at && session.status.word == "archived";
}

void note_archived(const Session& session, MetadataEditor& editor, Instant now) {
  editor.set("status.current", Value("archived"));
  if (!session.status.archived_at) {
    editor.set("status.archived_at", Value(format_rfc3339(now)));
  }
}

std::string with_archived_noted(const std::string& text, const Session& session, Instant now) {
  if (is_noted_as_archived(session)) return text;
  const yaml::Document document = yaml::Document::parse(text);
  MetadataEditor editor(document);
  note_archived(session, editor, now);
  return yaml::apply(text, editor.edits());
}

}  // namespace git_session
