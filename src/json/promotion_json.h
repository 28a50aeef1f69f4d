#pragma once

#include "json/json.h"
#include "operations/list_promotions.h"
#include "operations/promote_output.h"

namespace git_session {

/// Every field of the entry at the top of the object, then `path`, the folder of the ledger.
Json to_json(const Promotion& promotion);

/// What `promote` prints: the session, `promotion`, `recorded` (false when it was there already),
/// `elsewhere`.
Json promotion_root(const PromotionReport& report);
/// What `promote --list` prints: `promotions`, each with its `state`, and `problems`.
Json promotions_root(const PromotionList& list);

/// The shape of a promotion, and of these two.
Json promotion_shape();
Json promotion_schema();
Json promotions_schema();

}  // namespace git_session
