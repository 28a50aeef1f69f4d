#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "agents/json_places.h"

namespace git_session::agents {

using Json = nlohmann::ordered_json;  // keys stay in their order

/// Whether two values are equal, in whatever order their keys stand.
bool is_same_json(const Json& one, const Json& other);

/// How a JSON text is laid out, as far as something new in it has to follow.
struct JsonStyle {
  std::string line_end = "\n";
  std::string unit = "  ";    ///< one level of indentation
  bool has_lines = true;      ///< its values stand on lines of their own
  std::string colon = ": ";   ///< behind a key
  std::string between = " ";  ///< behind a comma within a line
};

/// What most of a text does; what nothing in it tells is as JSON is usually written.
JsonStyle style_of(std::string_view text, const JsonPlace& root);

/// The blanks at the start of the line that `position` lies in.
std::string indentation_at(std::string_view text, size_t position);

/// `value` in that style, without a line end behind it: on lines, of which all but the first begin
/// with `indentation`; or on one line. Throws nlohmann's exception for text that is not UTF-8.
std::string print_json_lines(const Json& value, const JsonStyle& style,
                             const std::string& indentation);
std::string print_json_line(const Json& value, const JsonStyle& style);

/// A key as JSON has it, with its colon.
std::string print_json_key(const std::string& key, const JsonStyle& style);

}  // namespace git_session::agents
