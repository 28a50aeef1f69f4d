#pragma once

#include <string>
#include <vector>

#include "core/session.h"

namespace git_session {

/// One difference between a session before and after: of a value, or an item of a list that came
/// (no `before`) or went (no `after`).
struct FieldChange {
  std::string key;  ///< "context.ticket", "tags"
  std::string before;
  std::string after;
  bool is_item = false;
};

/// What differs in the metadata, outputs aside, in the file's order.
std::vector<FieldChange> changes_between(const Session& before, const Session& after);

}  // namespace git_session
