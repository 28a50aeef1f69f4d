#pragma once

#include <string>

#include "yaml/document.h"

namespace git_session::yaml {

/// Builds a Document from libyaml's events under the budget; what Document::parse() promises.
class Reader {
 public:
  static Document read(std::string text, DuplicateKeys duplicates);

 private:
  class Builder;
};

}  // namespace git_session::yaml
