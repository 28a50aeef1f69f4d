#pragma once

#include <string>
#include <vector>

#include "core/problem.h"
#include "core/promotion.h"
#include "yaml/document.h"

namespace git_session {

/// What a ledger file holds: the list `promotions`, or one promotion at its top, as it was written
/// by hand before there was a list, or both.
struct ReadLedger {
  std::vector<Promotion> promotions;  ///< in the file's order, so the last of an output counts
  std::vector<Problem> problems;      ///< with the line; `path` is the file's
};

/// Throws Error(invalid_data) when the document is not a mapping.
ReadLedger read_ledger(const yaml::Document& document, const std::string& path);

/// A promotion as an entry of the list: the keys that say something.
Value::Mapping ledger_entry(const Promotion& promotion);

}  // namespace git_session
