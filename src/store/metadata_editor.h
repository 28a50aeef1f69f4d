#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "core/session.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace git_session {

/// What may be done to metadata, in the domain's words; each becomes edits in the shape the
/// document has. Numbers of entries are those of the document, whatever was taken away before.
class MetadataEditor {
 public:
  explicit MetadataEditor(const yaml::Document& document);

  /// An absent value clears the field.
  void set(const SessionField& field, Value value);
  /// By the field's path or key ("context.ticket"); the name must be one of ours.
  void set(std::string_view field, Value value);
  /// Takes a value away: what a new file has in its place, or the whole key where an older file has
  /// it at its top.
  void clear(std::string_view field);
  /// An empty target takes the link away.
  void set_link(const std::string& name, const std::string& target);
  /// Any other key, dotted; a first part that is a section of ours means that section, whatever the
  /// file calls it.
  void set_path(const std::string& dotted, Value value);
  void append_output(const Output& output);
  void set_output_field(size_t index, std::string_view key, Value value);
  void append_tag(const std::string& tag);
  void remove_tag(size_t index);
  void append_stakeholder(const Stakeholder& person);
  /// Sets what `person` says and leaves the rest.
  void change_stakeholder(size_t index, const Stakeholder& person);
  void remove_stakeholder(size_t index);

  std::vector<yaml::Edit> edits() const;

 private:
  void clear(const SessionField& field);
  /// A word that stands for nothing ("None") where a list or mapping belongs goes first.
  void make_room_at(std::string_view key);
  void remove_later(std::string_view list, size_t index);

  const yaml::Document& document_;
  std::vector<yaml::Edit> edits_;
  std::vector<std::pair<std::string, size_t>> removals_;  ///< list and number, for the end
  std::set<std::string, std::less<>> cleared_keys_;
  /// Of a file that has its tags in one line: each that it shall have.
  std::optional<std::vector<std::optional<std::string>>> tags_in_line_;
  bool line_of_tags_changed_ = false;
};

}  // namespace git_session
