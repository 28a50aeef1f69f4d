#include "operations/list_promotions.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/error.h"
#include "base/text.h"
#include "core/page_address.h"
#include "operations/writable_session.h"
#include "store/promotion_ledger.h"

namespace git_session {
namespace {

bool matches(const Promotion& promotion, const PromotionQuery& query) {
  if (query.session && query.session->id != promotion.session_id) return false;
  if (query.since && (!promotion.promoted_at || *promotion.promoted_at < *query.since))
    return false;
  // A page whose address names no space lies in the folder `_`.
  const std::string space = promotion.space_key.empty() ? "_" : promotion.space_key;
  return (query.space.empty() || matches_glob(query.space, space)) &&
         (query.agent.empty() || matches_glob(query.agent, promotion.agent));
}

std::vector<Promotion> last_ones(const std::vector<Promotion>& all, const PromotionQuery& query) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, Promotion> last;
  for (const Promotion& promotion : all)
    last.insert_or_assign(Key(promotion.path, promotion.session_id, promotion.source_file),
                          promotion);
  std::vector<Promotion> found;
  for (auto& [key, promotion] : last)
    if (matches(promotion, query)) found.push_back(std::move(promotion));
  std::stable_sort(found.begin(), found.end(), [](const Promotion& left, const Promotion& right) {
    return left.promoted_at > right.promoted_at;
  });
  return found;
}

/// The path of the output today, wherever its session lies; nullopt when it is not there.
std::optional<std::string> path_of_source(const Workspace& workspace, const Promotion& promotion) {
  const SessionStore& store = workspace.store();
  if (!stays_inside(promotion.source_file)) return std::nullopt;
  std::vector<SessionLocation> places;
  try {
    places.push_back(store.layout().session(promotion.user, promotion.session_id));
    places.push_back(store.layout().archived(promotion.user, promotion.session_id));
    places.push_back(store.layout().archived("", promotion.session_id));
  } catch (const Error&) {
    return std::nullopt;  // no names that a session could have
  }
  for (const SessionLocation& location : places) {
    try {
      std::string path = location.path + "/" + promotion.source_file;
      auto status = store.top_level().status(path);
      if (status && status->type == FileType::regular) return path;
    } catch (const Error&) {
      // A link on the way: what lies behind it is not the output.
    }
  }
  return std::nullopt;
}

}  // namespace

const char* name_of(PromotionState state) {
  switch (state) {
    case PromotionState::current:
      return "current";
    case PromotionState::changed:
      return "changed";
    case PromotionState::changed_there:
      return "changed there";
    case PromotionState::diverged:
      return "diverged";
    case PromotionState::gone:
      break;
  }
  return "gone";
}

namespace {

bool is_published_to(const Promotion& promotion, const std::string& site_address) {
  return promotion.page_version && is_page_id(promotion.page_id) &&
         promotion.page_url.starts_with(site_address + "/");
}

}  // namespace

std::vector<std::string> published_pages(const PromotionList& list,
                                         const std::string& site_address) {
  std::set<std::string> pages;
  for (const ListedPromotion& listed : list.promotions)
    if (is_published_to(listed.promotion, site_address)) pages.insert(listed.promotion.page_id);
  return {pages.begin(), pages.end()};
}

void note_page_versions(PromotionList& list, const std::string& site_address,
                        const std::map<std::string, int64_t>& versions) {
  for (ListedPromotion& listed : list.promotions) {
    if (!is_published_to(listed.promotion, site_address)) continue;
    const auto version = versions.find(listed.promotion.page_id);
    if (version == versions.end() || version->second <= *listed.promotion.page_version) continue;
    if (listed.state == PromotionState::current) listed.state = PromotionState::changed_there;
    if (listed.state == PromotionState::changed) listed.state = PromotionState::diverged;
  }
}

PromotionList list_promotions(const Workspace& workspace, const PromotionQuery& query) {
  const SessionStore& store = workspace.store();
  PromotionList list;
  const PromotionLedger ledger(store.top_level(), store.layout());
  std::vector<std::string> paths;
  std::vector<size_t> places;
  for (Promotion& promotion : last_ones(ledger.read_all(list.problems), query)) {
    auto path = path_of_source(workspace, promotion);
    list.promotions.push_back({std::move(promotion), PromotionState::gone});
    if (!path) continue;
    paths.push_back(*std::move(path));
    places.push_back(list.promotions.size() - 1);
  }
  const std::vector<std::string> blobs = blobs_of(workspace, paths);
  for (size_t i = 0; i < blobs.size(); ++i) {
    ListedPromotion& listed = list.promotions[places[i]];
    // What is not known, in the ledger or by git, is no change.
    const std::string& shared = listed.promotion.blob;
    bool is_same = shared.empty() || blobs[i].empty() || shared == blobs[i];
    listed.state = is_same ? PromotionState::current : PromotionState::changed;
  }
  return list;
}

}  // namespace git_session
