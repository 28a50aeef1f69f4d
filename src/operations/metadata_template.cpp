#include "operations/metadata_template.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "core/fields.h"
#include "store/metadata_writer.h"

namespace git_session {
namespace {

constexpr size_t comment_column = 64;

/// What is not one of the listed fields.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> other_keys = {{
    {"schema", "The version of this layout"},
    {"created_by", "Who made it"},
    {"context", "What it belongs to"},
    {"status", "Where it is in its life"},
    {"outputs", "One entry for each file"},
    {"stakeholders", "Who has an interest in it"},
    {"retention", "How long it is kept, and why"},
    {"links", "Related things elsewhere; any key"},
    {"tags", "Words to find it by"},
}};

Session example() {
  Session session;
  session.id = session.listed_id = "2025-11-22_feature-invoice-automation_a3f42c";
  session.created_at = parse_rfc3339("2025-11-22T08:00:00Z");
  session.created_by = {"ada-lovelace", "ada@example.com", "engineering"};
  session.context = {
      "feature/invoice-automation", "PROJ-123", "Invoice Automation", "", "", "", ""};
  session.retention = {"project", parse_date("2026-05-22"), "Project retention policy"};
  Output output;
  output.file = "2025-11-22_08-15-30_invoice-process_cs-business-analyst.md";
  output.agent = "cs-business-analyst";
  output.type = "analysis";
  output.created_at = parse_rfc3339("2025-11-22T08:15:30Z");
  session.outputs = {output};
  session.stakeholders = {{"Grace Hopper", "Reviewer", "grace@example.com", {}}};
  session.tags = {"invoices"};
  session.notes = "Free text, as many lines as it takes.\n";
  return session;
}

std::string_view key_of(std::string_view line) {
  while (line.starts_with(' ') || line.starts_with('-')) line.remove_prefix(1);
  return line.substr(0, line.find(':'));
}

template <typename FieldList>
std::string_view description_in(const FieldList& fields, std::string_view section,
                                std::string_view key) {
  for (const auto& field : fields) {
    if (field.section == section && field.key == key) return field.description;
  }
  return {};
}

std::string_view description_of(std::string_view section, std::string_view line) {
  bool is_top = !line.starts_with(' ');
  std::string_view key = key_of(line);
  if (is_top) {
    for (const auto& [name, description] : other_keys) {
      if (name == key) return description;
    }
    return description_in(session_fields(), "", key);
  }
  if (section == "outputs") return description_in(output_fields(), "", key);
  if (section == "stakeholders") return description_in(stakeholder_fields(), "", key);
  return description_in(session_fields(), section, key);
}

}  // namespace

std::string metadata_template() {
  std::string text;
  std::string section;
  for (const std::string& line : split(new_metadata(example()), '\n')) {
    if (line.empty()) continue;
    text += line;
    if (!line.starts_with(' ')) section = key_of(line);
    std::string_view description = description_of(section, line);
    // Behind a block header or inside the text a comment would be text.
    bool takes_comment = !line.starts_with('#') && section != "notes";
    if (takes_comment && !description.empty()) {
      text.append(line.size() + 2 < comment_column ? comment_column - line.size() : 2, ' ');
      text += "# " + std::string(description);
    }
    text += "\n";
  }
  return text;
}

}  // namespace git_session
