#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace git_session::confluence {

/// A piece of HTML as people write it into Markdown.
struct HtmlToken {
  enum class Kind { text, start, end, comment };

  Kind kind = Kind::text;
  std::string_view source;  ///< the bytes it was read from
  std::string name = {};    ///< of tags, in small letters
  bool is_empty = false;    ///< a start tag that ends in `/>`
  std::vector<std::pair<std::string, std::string>> attributes = {};  ///< names in small letters

  /// nullptr when it is not there.
  const std::string* attribute(std::string_view attribute_name) const;
};

/// Every byte of `html` belongs to one token. What begins like a tag and never ends is text.
/// Declarations and processing instructions count as comments.
std::vector<HtmlToken> html_tokens(std::string_view html);

/// Text of HTML with the entities in it decoded: numbers, and the names that XHTML has. Others stay
/// as they are.
std::string decoded_html(std::string_view text);

}  // namespace git_session::confluence
