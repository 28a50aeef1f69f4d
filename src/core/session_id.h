#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace git_session {

/// A name that can be one level of a path: not empty, not `.` or `..`, no `/`, no NUL, at most 255
/// bytes.
bool is_path_component(std::string_view name);

/// The user folder for a name as git or the settings have it: lower case, blanks and `_` to `-`,
/// the rest outside `a-z0-9-` dropped, runs of `-` collapsed, ends trimmed; `unknown-user` when
/// nothing is left.
std::string user_folder(std::string_view name);

/// The branch part of a session id: lower case, everything outside `a-z0-9-` to `-`, collapsed,
/// trimmed, cut at 30 characters and trimmed again; `branch` when nothing is left.
std::string branch_slug(std::string_view branch);

/// `{YYYY-MM-DD}_{branch-slug}_{6 hex}`.
std::string make_session_id(Date day, std::string_view branch, std::string_view hex);

/// The day an id starts with; nullopt when it starts with none.
std::optional<Date> date_of_session_id(std::string_view id);
/// The part behind the last `_` when it is six hex digits.
std::optional<std::string> hex_of_session_id(std::string_view id);
/// The date, slug and hex of the documented pattern, and nothing else.
bool is_standard_session_id(std::string_view id);

/// Whether the branch part of a standard id rules out that the session is of `branch`.
bool is_of_other_branch(std::string_view id, std::string_view branch);

/// The issue key in a branch name: `feature/PROJ-123-x` holds PROJ-123. Upper-case keys only, first
/// one wins.
std::optional<std::string> ticket_in_branch(std::string_view branch);

}  // namespace git_session
