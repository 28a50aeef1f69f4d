#pragma once

#include <string>
#include <vector>

#include "yaml/document.h"

namespace git_session {

struct MetadataComment {
  std::string text;  ///< from its `#` on
  int line = 0;
};
/// Every comment, in the order of the text.
std::vector<MetadataComment> comments_of(const yaml::Document& document);

}  // namespace git_session
