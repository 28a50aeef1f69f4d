#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "operations/workspace.h"

namespace git_session {

/// What an output's bytes are, as far as showing them goes.
enum class ContentKind { markdown, text, binary };

/// Judged by the name's extension, and binary as git judges it: a NUL within the first 8,000 bytes.
ContentKind kind_of(std::string_view file, std::string_view first_bytes);

/// Hands the bytes of a session's file to `take`, piece by piece, until that says false; false when
/// there is no such file. Files that sparse checkout leaves out come from git. Never leaves the
/// session folder: throws `refused` (path-escapes, symbolic-link, not-a-regular-file).
bool read_content(const Workspace& workspace, const Session& session, const std::string& file,
                  const std::function<bool(std::string_view piece)>& take);
/// At most `limit` bytes from its start; nullopt when there is no such file.
std::optional<std::string> read_content(const Workspace& workspace, const Session& session,
                                        const std::string& file, uint64_t limit);

}  // namespace git_session
