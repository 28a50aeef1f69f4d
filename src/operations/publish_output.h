#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "confluence/site.h"
#include "operations/prepare_page.h"
#include "operations/promote_output.h"
#include "operations/workspace.h"

namespace git_session {

/// Where an output is to be published; what is empty is not said. Nothing said: where it was
/// published before.
struct PublishTarget {
  std::string page_id;
  std::string space_key;  ///< a new page there, unless the output has one in that space
  std::string parent_id;  ///< of a new page
  std::string title;      ///< of a new page, or a new one for the page
};

/// What may be written over although somebody else's work is in it: each only in that version.
struct PublishOverrides {
  std::optional<int64_t> changed_version;
  std::optional<int64_t> draft_version;
  std::optional<int64_t> comments_version;
  std::optional<int64_t> trash_version;
};

struct PublishRequest {
  std::string file;  ///< the output, as typed
  PublishTarget target;
  PublishOverrides overrides;
  bool is_private = false;  ///< a new page that only its author sees
  bool is_dry_run = false;  ///< everything is decided, and nothing written
  std::string notes;
  std::vector<std::string> notified;  ///< for the ledger's entry
};

/// A site to publish to.
struct PublishSite {
  confluence::Site& site;
  std::string address;  ///< for readers, as session.confluence.site has it
  confluence::Editor editor = confluence::Editor::current;
};

enum class PublishResult {
  created,
  updated,
  unchanged,  ///< the page has this text already
  refused     ///< somebody else's work is in the way
};
const char* name_of(PublishResult result);

struct PublishReport {
  PublishResult result = PublishResult::unchanged;
  PreparedPage page;  ///< what was, or would be, published
  std::string page_id;
  std::string page_url;
  int64_t version = 0;  ///< of the page, as it is afterwards
  size_t attached = 0;  ///< pictures sent now
  size_t kept_comments = 0;
  bool is_parent_ignored = false;  ///< one was asked for, and the page lies somewhere already
  std::string diff;        ///< of a refusal: what would be lost; of a dry run: what would change
  std::string saved_copy;  ///< where a refusal left the page as it is there; absolute
  std::optional<Error> refusal;
  std::optional<PromotionReport> promotion;  ///< unless refused or a dry run
};

/// Publishes an output as a page: decides, from what the page says of itself, whether writing it
/// loses somebody's work, and then attaches pictures, writes the page as the version after the one
/// that it decided on, the ledger, the page's property and labels, in this order. Each step is done
/// only where it is still due, so that the same command finishes what was interrupted. Throws as
/// prepare_page() and Site do, `usage` when nothing says where to publish, `ambiguous` when the
/// output was published to several pages, `conflict` when somebody else wrote the page meanwhile.
PublishReport publish_output(const Workspace& workspace, const SessionLocation& location,
                             const PublishSite& site, const PublishRequest& request);

}  // namespace git_session
