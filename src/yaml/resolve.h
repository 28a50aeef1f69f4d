#pragma once

#include <string_view>

#include "core/value.h"

namespace git_session::yaml {

/// Whether a plain scalar of this text is null: empty, `~` or `null` in its three capitalisations.
bool is_null_word(std::string_view text);

/// What a plain scalar means: null, `true`/`false`, a decimal integer that fits, a finite real
/// written with a point; all else is text (so dates, `yes`, `0755`, `1_000`, `.inf` and `12e45`,
/// which may well be an id, stay text).
Value resolve_plain(std::string_view text);

/// Whether any YAML 1.1 or 1.2 reader could take this plain scalar for something other than text.
/// Rather true than false: it decides what gets quotes.
bool may_be_typed(std::string_view text);

}  // namespace git_session::yaml
