#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.h"
#include "core/promotion.h"
#include "operations/workspace.h"

namespace git_session {

/// What became of an output since it was shared.
enum class PromotionState {
  current,
  changed,        ///< here
  changed_there,  ///< the page has a version that was not published from here
  diverged,       ///< both
  gone            ///< no longer here
};
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

/// The pages of a list that were published to a site, each once: what its server may be asked for.
std::vector<std::string> published_pages(const PromotionList& list,
                                         const std::string& site_address);
/// Brings the states up to date with the versions that these pages have now.
void note_page_versions(PromotionList& list, const std::string& site_address,
                        const std::map<std::string, int64_t>& versions);

}  // namespace git_session
