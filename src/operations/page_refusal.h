#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "confluence/storage_comments.h"
#include "operations/page_publication.h"
#include "operations/page_standing.h"

namespace git_session {

// Why a page is not written: each an Error(refused) with a reason of its own, and in its hint the
// one option that allows it, with the version that it allows it for.

/// Reasons "page-changed" and "page-foreign".
Error page_not_ours(const confluence::RemotePage& page, PageStanding standing,
                    const std::optional<confluence::PageMark>& mark);
/// Reasons "page-trashed" and "page-archived".
Error page_put_away(const confluence::RemotePage& page);
/// Reason "draft-newer".
Error draft_in_the_way(const confluence::RemotePage& page, const confluence::RemotePage& draft);
/// Reason "comments-open".
Error comments_in_the_way(const confluence::RemotePage& page,
                          const std::vector<confluence::CommentMarker>& lost);
/// Reason "title-taken".
Error title_taken(const confluence::RemotePage& page, const PageSource& source,
                  const std::string& space_key);
/// Reason "site-permission".
Error may_not_edit(const confluence::RemotePage& page);

}  // namespace git_session
