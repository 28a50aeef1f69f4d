#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/value.h"
#include "yaml/document.h"

namespace git_session {

/// One entry of `outputs`, `stakeholders` or, in a ledger, `promotions`.
struct MetadataItem {
  /// What tells it from the others: the file; the e-mail, else the name; session, file and time.
  std::string key;
  std::string name;       ///< the same for people
  Value::Mapping fields;  ///< all but the key of an output; ours as MetadataTree has them
  Value written;          ///< as the file has it

  bool is_mapping() const { return written.mapping() != nullptr; }
};

/// What a metadata file, or a ledger of promotions, says, by field and whatever its shape: equal
/// for files that mean the same. Fields of ours are in their usual place and spelling, those that
/// say nothing are left out; unknown keys are as they are.
struct MetadataTree {
  Value::Mapping fields;  ///< of the top; sections and `links` are mappings inside
  std::vector<MetadataItem> outputs;
  std::vector<MetadataItem> stakeholders;
  std::vector<MetadataItem> promotions;  ///< of a ledger; empty for a session
  std::vector<std::string> tags;         ///< in the editor's numbering
};

/// `root` must be a mapping.
MetadataTree read_metadata_tree(const yaml::Document& document);

/// Equal but for the order of keys.
bool means_same(const Value& left, const Value& right);
bool means_same(const Value::Mapping& left, const Value::Mapping& right);
/// Lists may differ in order when `any_order`.
bool means_same(const MetadataTree& left, const MetadataTree& right, bool any_order = false);

/// The value under a key; nullptr when there is none.
const Value* find_value(const Value::Mapping& mapping, std::string_view key);

}  // namespace git_session
