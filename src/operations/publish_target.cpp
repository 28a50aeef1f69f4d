#include "operations/publish_target.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "operations/site_settings.h"
#include "store/promotion_ledger.h"

namespace git_session {
namespace {

bool is_on(const Promotion& promotion, const std::string& site_address) {
  return promotion.page_url.starts_with(site_address + "/");
}

Error nowhere(const std::string& file, const std::vector<Promotion>& recorded) {
  const std::string message = "nothing says where '" + escape_line(file) + "' is to be published";
  if (!recorded.empty())
    return Error(
        ErrorKind::usage,
        message + "; the page it was shared to by hand is " +
            escape_line(recorded.front().page_url),
        "--page " + recorded.front().page_id + " for that page, or --space KEY for a new one");
  return Error(ErrorKind::usage, message,
               "--space KEY, or once: git config session.confluence.space KEY");
}

Error several_pages(const std::string& file, const std::vector<Promotion>& published) {
  std::vector<std::string> ids;
  for (const Promotion& promotion : published) ids.push_back(promotion.page_id);
  return Error(ErrorKind::ambiguous,
               "'" + escape_line(file) + "' was published to " + count_of(ids.size(), "page"),
               "--page " + ids.front())
      .with_candidates(std::move(ids));
}

/// All entries of the ledgers about the output on this site; the last for each page.
std::vector<Promotion> entries_of(const Workspace& workspace, const std::string& session_id,
                                  const std::string& file, const std::string& site_address) {
  std::vector<Problem> problems;  // promote --list tells them
  std::map<std::string, Promotion> last;
  const PromotionLedger ledger(workspace.store().top_level(), workspace.store().layout());
  for (Promotion& promotion : ledger.read_all(problems)) {
    if (!promotion.is_of(session_id, file) || !is_page_id(promotion.page_id)) continue;
    if (!is_on(promotion, site_address)) continue;
    const std::string page_id = promotion.page_id;
    last.insert_or_assign(page_id, std::move(promotion));
  }
  std::vector<Promotion> entries;
  for (auto& [page_id, promotion] : last) entries.push_back(std::move(promotion));
  std::stable_sort(entries.begin(), entries.end(), [](const auto& left, const auto& right) {
    return left.promoted_at > right.promoted_at;
  });
  return entries;
}

}  // namespace

std::vector<Promotion> publications_of(const Workspace& workspace, const std::string& session_id,
                                       const std::string& file, const std::string& site_address) {
  std::vector<Promotion> entries = entries_of(workspace, session_id, file, site_address);
  std::erase_if(entries, [](const Promotion& entry) { return !entry.page_version; });
  return entries;
}

PublishTarget settle_target(const Workspace& workspace, const Session& session,
                            const std::string& file, const PublishSite& site,
                            const PublishTarget& asked) {
  if (!asked.page_id.empty()) return asked;
  PublishTarget target = asked;
  const std::vector<Promotion> entries = entries_of(workspace, session.id, file, site.address);
  std::vector<Promotion> published = entries;
  std::erase_if(published, [&](const Promotion& entry) {
    return !entry.page_version || (!asked.space_key.empty() && entry.space_key != asked.space_key);
  });
  if (published.size() > 1) throw several_pages(file, published);
  if (published.size() == 1) {
    target.page_id = published.front().page_id;
    return target;
  }
  if (!target.space_key.empty()) return target;
  const ConfluencePlace defaults =
      confluence_defaults(workspace, session.created_by.team, session.context.project);
  if (defaults.space.empty()) throw nowhere(file, entries);
  target.space_key = defaults.space;
  if (target.parent_id.empty()) target.parent_id = defaults.parent;
  return target;
}

}  // namespace git_session
