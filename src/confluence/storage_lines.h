#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace git_session::confluence {

/// A page as lines that a person can compare: one for each block, written like Markdown, with
/// `{name: ...}` for what Markdown has not. Pages that differ in their canonical form differ in
/// their lines. Throws what parse_storage() throws.
std::vector<std::string> readable_lines(std::string_view storage);

}  // namespace git_session::confluence
