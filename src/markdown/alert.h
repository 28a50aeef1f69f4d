#pragma once

#include "markdown/node.h"

namespace git_session::markdown {

/// Makes an alert of a quote that has `[!NOTE]` alone on its first line, as GitHub wants it; leaves
/// other quotes as they are.
void make_alert(Node& quote);

}  // namespace git_session::markdown
