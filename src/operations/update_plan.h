#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "core/key_value.h"
#include "core/stakeholder.h"
#include "operations/update_session.h"
#include "operations/workspace.h"

namespace git_session {

/// Plans the edits of one update on one state of the session.
class Update {
 public:
  Update(const Workspace& workspace, const Session& session, MetadataEditor& editor)
      : workspace_(workspace), session_(session), editor_(editor) {}

  void make(const SessionUpdate& update);
  std::vector<std::string> take_notes() { return std::move(notes_); }

 private:
  void set_value(const KeyValue& value);
  void set_field(const SessionField& field, const std::string& text);
  void set_other(const std::string& key, const std::string& text);
  void set_retention(const SessionUpdate& update);
  Date start() const;
  void change_tags(const SessionUpdate& update);
  void change_stakeholders(const SessionUpdate& update);
  void add_stakeholder(const Stakeholder& person);
  void set_link(const KeyValue& link);
  void append_notes(const std::vector<std::string>& notes);

  const Workspace& workspace_;
  const Session& session_;
  MetadataEditor& editor_;
  std::vector<std::string> notes_;
};

}  // namespace git_session
