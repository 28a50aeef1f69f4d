#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace git_session::confluence {

struct StorageAttribute {
  std::string name;
  std::string value;

  bool operator==(const StorageAttribute&) const = default;
};

struct StorageNode;
using StorageNodes = std::vector<StorageNode>;

/// An element of storage format, or a piece of text.
struct StorageNode {
  std::string name = {};  ///< of an element, with its prefix; empty: text
  std::vector<StorageAttribute> attributes = {};
  StorageNodes children = {};
  std::string text = {};     ///< of text, entities read
  bool is_verbatim = false;  ///< text that stands in a CDATA section

  bool is_text() const { return name.empty(); }
  /// nullptr when it is not there.
  const std::string* attribute(std::string_view attribute_name) const;
  /// The first element of that name among the children; nullptr when there is none.
  const StorageNode* child(std::string_view child_name) const;

  bool operator==(const StorageNode&) const = default;
};

/// Reads storage format from any source: XML with the prefixes `ac`, `ri`, `at` and with the named
/// entities of XHTML. Comments and processing instructions are left out; neighbouring text is one
/// node, sections of CDATA stay apart from other text. Throws Error(invalid_data) at the line of
/// `storage` when it is not well-formed, declares a document type, is larger than 16 MiB or nested
/// deeper than 256.
StorageNodes parse_storage(std::string_view storage);

/// What parse_storage() reads as the same nodes; of what convert_markdown() writes, the same bytes.
std::string write_storage(const StorageNodes& nodes);

/// Throws as parse_storage() does, and for a prefix that storage format has not.
void check_well_formed(std::string_view storage);

/// All text in the nodes, without what parameters of macros hold.
std::string text_in(const StorageNodes& nodes);

}  // namespace git_session::confluence
