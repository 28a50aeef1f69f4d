#pragma once

#include <optional>
#include <string>
#include <vector>

#include "yaml/document.h"

namespace git_session::yaml {

/// A pair whose key stands in the same mapping before.
struct DuplicateKey {
  std::string name;     ///< "context.project"
  int line = 0;         ///< of the later one
  std::string first;    ///< the text without any later pair of its kind
  std::string later;    ///< the same with this pair's value in place of the first one's
  std::string neither;  ///< the same without either
};

/// The duplicate keys of a text, each as three texts that differ in nothing but the lines of that
/// pair and have no duplicates left. A name alone (texts empty) when the pair does not have its
/// lines to itself. Throws Error(invalid_data) for what Document::parse() refuses besides, and
/// for more than 16 of them.
std::vector<DuplicateKey> find_duplicate_keys(const std::string& text);

}  // namespace git_session::yaml
