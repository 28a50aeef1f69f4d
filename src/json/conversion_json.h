#pragma once

#include "confluence/convert_markdown.h"
#include "json/json.h"
#include "operations/prepare_page.h"

namespace git_session {

/// `storage`, `notes` and `attachments` of a converted page, in a root.
Json conversion_root(const confluence::Conversion& conversion);
/// The same with `session_id`, `source_file` and `title`.
Json prepared_page_root(const PreparedPage& page);

/// The shapes of these two.
Json conversion_schema();
Json prepared_page_schema();

}  // namespace git_session
