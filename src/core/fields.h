#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/promotion.h"
#include "core/session.h"

namespace git_session {

enum class FieldType { text, instant, date, boolean, integer };

/// One scalar of the metadata. YAML, JSON, `--where`, `--set` and the schema all walk the same
/// lists: a new field is a member of the struct and one line in fields.cpp.
template <typename Owner>
struct Field {
  std::string_view section;  ///< "created_by"; empty at the top of its owner
  std::string_view key;      ///< "team"
  FieldType type;
  bool required;
  std::string_view description;
  Value (*get)(const Owner&);                  ///< normalised; null when absent
  bool (*set)(Owner&, std::string_view text);  ///< false when the text is not of the type
};
using SessionField = Field<Session>;
using OutputField = Field<Output>;
using StakeholderField = Field<Stakeholder>;
using PromotionField = Field<Promotion>;

/// In the order the file has them.
std::span<const SessionField> session_fields();
std::span<const OutputField> output_fields();
std::span<const StakeholderField> stakeholder_fields();
/// Those of a promotion. Sections are those of a ledger that holds one promotion and no list.
std::span<const PromotionField> promotion_fields();

/// "created_by.team"; just the key at the top.
std::string path_of(std::string_view section, std::string_view key);

/// Whether a new file has the field, empty when nothing is known; others come with their value and
/// go with it.
bool is_in_new_files(const SessionField& field);

/// The field a person means by `context.ticket`, `ticket` or `status`; nullptr when none.
const SessionField* find_session_field(std::string_view name);

/// The sections of the metadata that are mappings, with the name they had in older files and the
/// field a bare scalar in their place stands for (`status: closed`).
struct Section {
  std::string_view name;
  std::string_view older_name;  ///< empty when there is none
  std::string_view scalar_field;
};
std::span<const Section> sections();

/// A scalar as text, the way `--where` compares it and tables show it; empty for null and
/// collections.
std::string to_text(const Value& value);

}  // namespace git_session
