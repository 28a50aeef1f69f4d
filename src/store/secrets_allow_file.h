#pragma once

#include <string>

#include "base/file.h"
#include "core/secret_allow_list.h"
#include "store/session_layout.h"

namespace git_session {

/// Where the allow-list for secrets lies, relative to the top level.
inline std::string secrets_allow_path(const SessionLayout& layout) {
  return layout.root() + "/.secrets-allow";
}

/// The allow-list of a work tree; empty when there is none. One that cannot be read (a link, no
/// file, too large) allows nothing, and has one useless line that says so.
SecretAllowList read_secrets_allow_file(const Directory& top_level, const SessionLayout& layout);

}  // namespace git_session
