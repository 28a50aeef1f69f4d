#pragma once

#include <optional>

#include "core/value.h"

namespace git_session {

/// The state that follows from two that were changed on both sides: `current`, `closed_at` and
/// `archived_at` as MetadataTree has them. nullopt when nothing says which one counts.
std::optional<Value::Mapping> merge_status(const Value::Mapping& base, const Value::Mapping& ours,
                                           const Value::Mapping& theirs);

}  // namespace git_session
