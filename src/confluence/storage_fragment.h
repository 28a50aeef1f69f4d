#pragma once

#include <string>
#include <string_view>

#include "confluence/page.h"

namespace git_session::confluence {

/// Writes storage format that stands in the input, when all of it is known to be harmless: elements
/// and attributes of a fixed list, the macros of `options.macros`, no mention, no link that a
/// browser would run. Empty then; else why not, and nothing is written.
std::string write_fragment(Page& page, std::string_view storage);

}  // namespace git_session::confluence
