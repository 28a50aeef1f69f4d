#include "store/metadata_entry.h"

#include <algorithm>
#include <array>

#include "yaml/scalar.h"

namespace git_session {
namespace {

constexpr std::array<std::string_view, 4> usual_link_names = {"jira", "confluence", "onedrive",
                                                              "github_pr"};

}  // namespace

std::string print_scalar(const Value& value) {
  if (value.is_null()) return "null";
  if (value.text()) return yaml::quote_scalar(*value.text());
  return to_text(value);
}

Value empty_value(FieldType type) { return type == FieldType::text ? Value("") : Value(); }

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
  entry.insert(entry.end(), output.extra.begin(), output.extra.end());
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

std::span<const std::string_view> usual_links() { return usual_link_names; }

bool is_usual_link(std::string_view name) {
  return std::find(usual_link_names.begin(), usual_link_names.end(), name) !=
         usual_link_names.end();
}

EntrySize measure_entry(const Output& output) {
  // Indentation, dash, line ending and a blank line between entries, as deep as people write them.
  constexpr size_t bytes_around_a_line = 32;
  EntrySize size{bytes_around_a_line, 2};
  for (const auto& [key, value] : output_entry(output)) {
    size.bytes += key.size() + print_scalar(value).size() + bytes_around_a_line;
    size.events += 2;
  }
  return size;
}

}  // namespace git_session
