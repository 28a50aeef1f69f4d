#include "store/metadata_writer.h"

#include <vector>

#include "core/fields.h"
#include "store/metadata_entry.h"
#include "yaml/edit.h"
#include "yaml/scalar.h"

namespace git_session {
namespace {

Value printable(const SessionField& field, const Session& session) {
  Value value = field.get(session);
  return value.is_null() ? empty_value(field.type) : value;
}

void print_section(std::string& text, std::string_view section, const Session& session) {
  text += std::string(section) + ":\n";
  for (const SessionField& field : session_fields()) {
    if (field.section != section || !is_in_new_files(field)) continue;
    text += "  " + std::string(field.key) + ": " + print_scalar(printable(field, session)) + "\n";
  }
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
  for (std::string_view name : usual_links()) {
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

}  // namespace git_session
