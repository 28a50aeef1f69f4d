#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace git_session {

/// What a `.mailmap` says (gitmailmap(5)): which names and addresses are one person's.
class Mailmap {
 public:
  struct Entry {
    std::string name;         ///< the person's; may be empty
    std::string email;        ///< the person's, lower case; may be empty
    std::string other_name;   ///< as commits have it; empty: any
    std::string other_email;  ///< as commits have it, lower case
  };

  static Mailmap parse(std::string_view text);
  /// That of the top level; empty where there is none, or it cannot be read.
  static Mailmap read(const Directory& top_level);
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace git_session
