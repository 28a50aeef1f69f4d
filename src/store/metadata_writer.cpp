#include "store/metadata_writer.h"

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "store/metadata_reader.h"
#include "yaml/scalar.h"

namespace git_session {
namespace {

std::string print_scalar(const Value& value) {
  if (value.is_null()) return "null";
  if (value.text()) return yaml::quote_scalar(*value.text());
  return to_text(value);
}

/// Dates and moments are null when absent, words are "".
Value printable(const SessionField& field, const Session& session) {
  Value value = field.get(session);
  return value.is_null() && field.type == FieldType::text ? Value("") : value;
}

void print_section(std::string& text, std::string_view section, const Session& session) {
  text += std::string(section) + ":\n";
  for (const SessionField& field : session_fields()) {
    // `description` is read from older files; new ones have notes for that.
    if (field.section != section || field.key == "description") continue;
    text += "  " + std::string(field.key) + ": " + print_scalar(printable(field, session)) + "\n";
  }
}

Value::Mapping output_entry(const Output& output) {
  Value::Mapping entry;
  for (const OutputField& field : output_fields()) {
    Value value = field.get(output);
    bool always = field.key == "file" || field.key == "agent" || field.key == "type" ||
                  field.key == "created_at" || field.key == "promoted" ||
                  field.key == "promoted_to";
    bool is_default_flag = field.key == "draft" && !output.draft;
    if ((value.is_null() && !always) || is_default_flag) continue;
    entry.emplace_back(field.key, std::move(value));
  }
  return entry;
}

Value::Mapping stakeholder_entry(const Stakeholder& person) {
  Value::Mapping entry;
  for (const StakeholderField& field : stakeholder_fields()) {
    Value value = field.get(person);
    entry.emplace_back(field.key, value.is_null() ? Value("") : std::move(value));
  }
  return entry;
}

template <typename Item>
void print_mapping_list(std::string& text, std::string_view key, const std::vector<Item>& items,
                        Value::Mapping (*entry_of)(const Item&)) {
  text += std::string(key) + (items.empty() ? ": []\n" : ":\n");
  for (const Item& item : items) {
    std::string_view lead = "  - ";
    for (const auto& [name, value] : entry_of(item)) {
      text += std::string(lead) + name + ": " + print_scalar(value) + "\n";
      lead = "    ";
    }
  }
}

void print_links(std::string& text, const Session& session) {
  text += "links:\n";
  auto links = session.links;
  for (std::string_view name : {"jira", "confluence", "onedrive", "github_pr"}) {
    std::string target;
    std::erase_if(links, [&](const auto& link) {
      if (link.first == name) target = link.second;
      return link.first == name;
    });
    text += "  " + std::string(name) + ": " + yaml::quote_scalar(target) + "\n";
  }
  for (const auto& [name, target] : links) {
    text += "  " + yaml::quote_scalar(name) + ": " + yaml::quote_scalar(target) + "\n";
  }
}

}  // namespace

std::string new_metadata(const Session& session) {
  std::string text = "# Made by git-session. Edit it by hand or with: git session update\n";
  text += "schema: 1\n";
  text += "session_id: " + yaml::quote_scalar(session.id) + "\n";
  Value created = session.created_at ? Value(format_rfc3339(*session.created_at)) : Value();
  text += "created_at: " + print_scalar(created) + "\n";
  for (std::string_view section : {"created_by", "context", "status"}) {
    print_section(text, section, session);
  }
  print_mapping_list(text, "outputs", session.outputs, output_entry);
  print_mapping_list(text, "stakeholders", session.stakeholders, stakeholder_entry);
  print_section(text, "retention", session);
  print_links(text, session);
  text += session.tags.empty() ? "tags: []\n" : "tags:\n";
  for (const std::string& tag : session.tags) text += "  - " + yaml::quote_scalar(tag) + "\n";
  text += "notes: \"\"\n";
  if (session.notes.empty()) return text;
  // The editor knows how a text of several lines is written as a block.
  return yaml::apply(text, {yaml::Set{{std::string("notes")}, Value(session.notes)}});
}

void MetadataEditor::set(const SessionField& field, Value value) {
  FieldPlace place = place_of(document_, field.section, field.key);
  edits_.push_back(yaml::Set{std::move(place.path), std::move(value), std::move(place.after)});
}

void MetadataEditor::set(std::string_view field, Value value) {
  const SessionField* found = find_session_field(field);
  if (!found) throw std::logic_error("no such field: " + std::string(field));
  set(*found, std::move(value));
}

void MetadataEditor::clear(std::string_view field) {
  const SessionField* found = find_session_field(field);
  if (!found) throw std::logic_error("no such field: " + std::string(field));
  FieldPlace place = place_of(document_, found->section, found->key);
  if (!place.present) return;
  if (place.path.size() > 1) {
    edits_.push_back(yaml::Set{std::move(place.path), Value()});
  } else {
    edits_.push_back(yaml::Remove{std::move(place.path)});
  }
}

void MetadataEditor::set_link(const std::string& name, const std::string& target) {
  edits_.push_back(yaml::Set{{std::string("links"), name}, Value(target)});
}

void MetadataEditor::set_path(const std::string& dotted, Value value) {
  yaml::Path path;
  for (std::string& part : split(dotted, '.')) path.emplace_back(std::move(part));
  edits_.push_back(yaml::Set{std::move(path), std::move(value)});
}

void MetadataEditor::append_output(const Output& output) {
  edits_.push_back(yaml::Append{{std::string("outputs")}, Value(output_entry(output))});
}

void MetadataEditor::set_output_field(size_t index, std::string_view key, Value value) {
  edits_.push_back(yaml::Set{{std::string("outputs"), index, std::string(key)}, std::move(value)});
}

void MetadataEditor::append_tag(const std::string& tag) {
  edits_.push_back(yaml::Append{{std::string("tags")}, Value(tag)});
}

void MetadataEditor::remove_tag(size_t index) {
  edits_.push_back(yaml::Remove{{std::string("tags"), index}});
}

void MetadataEditor::append_stakeholder(const Stakeholder& person) {
  edits_.push_back(yaml::Append{{std::string("stakeholders")}, Value(stakeholder_entry(person))});
}

void MetadataEditor::remove_stakeholder(size_t index) {
  edits_.push_back(yaml::Remove{{std::string("stakeholders"), index}});
}

}  // namespace git_session
