#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/problem.h"
#include "core/promotion.h"
#include "operations/workspace.h"

namespace git_session {

/// What became of an output since it was shared: it is as it was, it has changed here, or it is no
/// longer here.
enum class PromotionState { current, changed, gone };
const char* name_of(PromotionState state);

/// What to list; empty texts ask for nothing. Patterns are globs in any case.
struct PromotionQuery {
  std::optional<SessionLocation> session;
  std::string space;
  std::string agent;
  std::optional<Instant> since;
};

struct ListedPromotion {
  Promotion promotion;  ///< the last one of this output to this page
  PromotionState state = PromotionState::current;
};

struct PromotionList {
  std::vector<ListedPromotion> promotions;  ///< the newest first
  std::vector<Problem> problems;            ///< ledgers that cannot be read, in whole or in part
};

PromotionList list_promotions(const Workspace& workspace, const PromotionQuery& query);

}  // namespace git_session
