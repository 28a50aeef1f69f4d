#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/value.h"
#include "yaml/document.h"

namespace git_session::yaml {

/// `text` in double quotes, on one line, every character that could be misread escaped: safe at any
/// place of a YAML file. `text` must be valid UTF-8 without NUL.
std::string quote_scalar(std::string_view text);

/// Whether `text` without quotes is read as this very text by every YAML reader. Conservative.
bool can_be_plain(std::string_view text, bool in_flow);
/// Whether `text` fits single quotes, on one line.
bool can_be_single_quoted(std::string_view text);
/// Whether `text` can be a literal block (`|`): it shows as it is and is more than blanks.
bool can_be_literal(std::string_view text);

/// `text` in the wanted style when that can carry it, else in double quotes. Block styles count as
/// double quotes. Always one line.
std::string write_text(std::string_view text, Style style, bool in_flow);
/// A scalar that is no text: `null`, `true`, `-3`, `0.5`.
std::string write_typed(const Value& value);

/// How `text` is cut into the lines of a literal block: the final line break is the block's own,
/// every further one an empty line.
struct LiteralText {
  std::vector<std::string_view> lines;
  size_t final_breaks = 0;
  /// Its first line starts with a blank, so the indentation must be told in the header.
  bool needs_indicator = false;
};
LiteralText split_literal(std::string_view text);

}  // namespace git_session::yaml
