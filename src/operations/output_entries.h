#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/session.h"
#include "store/metadata_editor.h"

namespace git_session {

/// Lists `output`; where its file is listed already, sets those of `keys` there that differ and
/// leaves the rest. Returns the keys that were set.
std::vector<std::string> put_output(MetadataEditor& editor, const Session& session,
                                    const Output& output,
                                    const std::vector<std::string_view>& keys);

}  // namespace git_session
