#pragma once

#include <string>
#include <vector>

#include "core/fields.h"
#include "core/session.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace git_session {

/// The text of a new metadata file, version 1, block style: one key and one list item a line.
std::string new_metadata(const Session& session);

/// What may be done to metadata, in the domain's words; each becomes edits in the shape the
/// document has.
class MetadataEditor {
 public:
  explicit MetadataEditor(const yaml::Document& document) : document_(document) {}

  void set(const SessionField& field, Value value);
  /// By the field's path or key ("context.ticket"); the name must be one of ours.
  void set(std::string_view field, Value value);
  /// As a version-1 file has null and an older one has no such key: takes a value away.
  void clear(std::string_view field);
  void set_link(const std::string& name, const std::string& target);
  /// Any other key, dotted.
  void set_path(const std::string& dotted, Value value);
  void append_output(const Output& output);
  void set_output_field(size_t index, std::string_view key, Value value);
  void append_tag(const std::string& tag);
  void remove_tag(size_t index);
  void append_stakeholder(const Stakeholder& person);
  void remove_stakeholder(size_t index);

  const std::vector<yaml::Edit>& edits() const { return edits_; }

 private:
  const yaml::Document& document_;
  std::vector<yaml::Edit> edits_;
};

}  // namespace git_session
