#include "store/metadata_editor.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "store/metadata_entry.h"
#include "store/metadata_reader.h"
#include "store/metadata_shape.h"

namespace git_session {
namespace {

const SessionField& field_named(std::string_view name) {
  const SessionField* field = find_session_field(name);
  if (!field) throw std::logic_error("no such field: " + std::string(name));
  return *field;
}

bool is_word(yaml::NodeRef node) { return node.is_scalar() && !is_absent(node); }

}  // namespace

MetadataEditor::MetadataEditor(const yaml::Document& document) : document_(document) {
  auto tags = document.root().find("tags");
  if (!tags || !is_word(*tags)) return;
  tags_in_line_.emplace();
  for (const std::string& tag : split(tags->text(), ',')) {
    if (!trim(tag).empty()) tags_in_line_->emplace_back(trim(tag));
  }
}

void MetadataEditor::set(const SessionField& field, Value value) {
  if (value.is_null()) return clear(field);
  FieldPlace place = place_of(document_, field.section, field.key);
  edits_.push_back(yaml::Set{std::move(place.path), std::move(value), std::move(place.after)});
}

void MetadataEditor::set(std::string_view field, Value value) {
  set(field_named(field), std::move(value));
}

void MetadataEditor::clear(std::string_view field) { clear(field_named(field)); }

void MetadataEditor::clear(const SessionField& field) {
  FieldPlace place = place_of(document_, field.section, field.key);
  if (!place.present) return;
  bool stands_at_top_by_habit = !field.section.empty() && place.path.size() == 1;
  if (stands_at_top_by_habit || field.key == "before_hold") {
    edits_.push_back(yaml::Remove{std::move(place.path)});
  } else {
    edits_.push_back(yaml::Set{std::move(place.path), empty_value(field.type)});
  }
}

void MetadataEditor::make_room_at(std::string_view key) {
  auto node = document_.root().find(key);
  if (!node || !is_absent(*node) || node->is_null()) return;
  if (cleared_keys_.emplace(key).second) edits_.push_back(yaml::Set{{std::string(key)}, Value()});
}

void MetadataEditor::remove_later(std::string_view list, size_t index) {
  std::pair<std::string, size_t> removal(list, index);
  if (std::find(removals_.begin(), removals_.end(), removal) != removals_.end()) return;
  removals_.push_back(std::move(removal));
}

void MetadataEditor::set_link(const std::string& name, const std::string& target) {
  auto links = document_.root().find("links");
  bool is_there = links && links->find(name);
  if (target.empty() && !is_there) return;
  yaml::Path path = {std::string("links"), name};
  if (target.empty() && !is_usual_link(name)) {
    edits_.push_back(yaml::Remove{std::move(path)});
    return;
  }
  make_room_at("links");
  edits_.push_back(yaml::Set{std::move(path), Value(target)});
}

void MetadataEditor::set_path(const std::string& dotted, Value value) {
  yaml::Path path;
  for (std::string& part : split(dotted, '.')) path.emplace_back(std::move(part));
  auto& first = std::get<std::string>(path.front());
  for (const Section& section : sections()) {
    if (section.name == first) first = find_section(document_.root(), section).key;
  }
  edits_.push_back(yaml::Set{std::move(path), std::move(value)});
}

void MetadataEditor::append_output(const Output& output) {
  make_room_at("outputs");
  edits_.push_back(yaml::Append{{std::string("outputs")}, Value(output_entry(output))});
}

void MetadataEditor::set_output_field(size_t index, std::string_view key, Value value) {
  edits_.push_back(yaml::Set{{std::string("outputs"), index, std::string(key)}, std::move(value)});
}

void MetadataEditor::append_tag(const std::string& tag) {
  if (tags_in_line_) {
    tags_in_line_->emplace_back(tag);
    line_of_tags_changed_ = true;
    return;
  }
  make_room_at("tags");
  edits_.push_back(yaml::Append{{std::string("tags")}, Value(tag)});
}

void MetadataEditor::remove_tag(size_t index) {
  if (tags_in_line_) {
    tags_in_line_->at(index).reset();
    line_of_tags_changed_ = true;
    return;
  }
  remove_later("tags", index);
}

void MetadataEditor::append_stakeholder(const Stakeholder& person) {
  make_room_at("stakeholders");
  edits_.push_back(yaml::Append{{std::string("stakeholders")}, Value(stakeholder_entry(person))});
}

void MetadataEditor::change_stakeholder(size_t index, const Stakeholder& person) {
  bool is_entry = document_.root().find("stakeholders")->item(index).is_mapping();
  if (!is_entry) {
    append_stakeholder(person);
    return remove_stakeholder(index);
  }
  for (const StakeholderField& field : stakeholder_fields()) {
    Value value = field.get(person);
    if (value.is_null()) continue;
    edits_.push_back(
        yaml::Set{{std::string("stakeholders"), index, std::string(field.key)}, std::move(value)});
  }
}

void MetadataEditor::remove_stakeholder(size_t index) { remove_later("stakeholders", index); }

std::vector<yaml::Edit> MetadataEditor::edits() const {
  std::vector<yaml::Edit> edits = edits_;
  if (line_of_tags_changed_) {
    std::vector<std::string> kept;
    for (const auto& tag : *tags_in_line_) {
      if (tag) kept.push_back(*tag);
    }
    edits.push_back(yaml::Set{{std::string("tags")}, Value(join(kept, ", "))});
  }
  // From the last on, so that the numbers stay those of the document.
  auto removals = removals_;
  std::sort(removals.rbegin(), removals.rend());
  for (auto& [list, index] : removals) {
    edits.push_back(yaml::Remove{{std::move(list), index}});
  }
  return edits;
}

}  // namespace git_session
