#include "confluence/html_tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "confluence/entities.h"

namespace git_session::confluence {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view html) : html_(html) {}

  std::vector<HtmlToken> run() {
    size_t text_start = 0;
    for (size_t at = html_.find('<'); at != html_.npos; at = html_.find('<', at)) {
      auto token = read(at);
      if (!token) {
        ++at;
        continue;
      }
      add_text(text_start, at);
      at += token->source.size();
      text_start = at;
      tokens_.push_back(std::move(*token));
    }
    add_text(text_start, html_.size());
    return std::move(tokens_);
  }

 private:
  void add_text(size_t begin, size_t end) {
    if (begin == end) return;
    tokens_.push_back({HtmlToken::Kind::text, html_.substr(begin, end - begin)});
  }

  std::optional<HtmlToken> read(size_t at) {
    const std::string_view rest = html_.substr(at);
    if (rest.starts_with("<!--")) return read_until(rest, 4, "-->", comment_misses_);
    if (rest.starts_with("<![CDATA[")) return read_until(rest, 9, "]]>", section_misses_);
    if (rest.starts_with("<?")) return read_until(rest, 2, "?>", instruction_misses_);
    if (rest.starts_with("<!") && rest.size() > 2 && is_letter(rest[2])) {
      return read_until(rest, 2, ">", declaration_misses_);
    }
    return read_tag(rest);
  }

  // Once there is no end in the rest of the text there is none further on either.
  static std::optional<HtmlToken> read_until(std::string_view rest, size_t start,
                                             std::string_view end, bool& misses) {
    const size_t found = misses ? rest.npos : rest.find(end, start);
    misses = found == rest.npos;
    if (misses) return std::nullopt;
    return HtmlToken{HtmlToken::Kind::comment, rest.substr(0, found + end.size())};
  }

  std::optional<HtmlToken> read_tag(std::string_view rest) const {
    const bool is_end = rest.starts_with("</");
    size_t at = is_end ? 2 : 1;
    if (at >= rest.size() || !is_letter(rest[at])) return std::nullopt;
    // No part of a tag but a quoted value holds `<`, so that many openers cannot each read far.
    const size_t name_end = std::min(rest.find_first_of(" \t\r\n\f/><", at), rest.size());
    HtmlToken token{is_end ? HtmlToken::Kind::end : HtmlToken::Kind::start, {}};
    token.name = to_lower_ascii(rest.substr(at, name_end - at));
    if (token.name.find_first_of("\"'=`") != token.name.npos) return std::nullopt;
    at = name_end;
    while (at < rest.size()) {
      at = rest.find_first_not_of(blanks, at);
      if (at == rest.npos) return std::nullopt;
      if (rest[at] == '>') {
        token.source = rest.substr(0, at + 1);
        return token;
      }
      if (rest[at] == '/') {
        token.is_empty = rest.substr(at).starts_with("/>");
        ++at;
        continue;
      }
      if (!read_attribute(rest, at, token)) return std::nullopt;
    }
    return std::nullopt;
  }

  /// Moves `at` behind the attribute.
  bool read_attribute(std::string_view rest, size_t& at, HtmlToken& token) const {
    const size_t end = rest.find_first_of(" \t\r\n\f/>=<\"'`", at);
    if (end == rest.npos || end == at) return false;
    std::string name = to_lower_ascii(rest.substr(at, end - at));
    at = end;
    const size_t equals = rest.find_first_not_of(blanks, at);
    if (equals == rest.npos || rest[equals] != '=') {
      token.attributes.emplace_back(std::move(name), std::string());
      return true;
    }
    at = rest.find_first_not_of(blanks, equals + 1);
    if (at == rest.npos) return false;
    const char quote = rest[at];
    size_t value_end = 0;
    if (quote == '"' || quote == '\'') {
      ++at;
      value_end = rest.find(quote, at);
    } else {
      value_end = rest.find_first_of(" \t\r\n\f><\"'=`", at);
    }
    if (value_end == rest.npos) return false;
    token.attributes.emplace_back(std::move(name), decoded_html(rest.substr(at, value_end - at)));
    at = value_end + (quote == '"' || quote == '\'' ? 1 : 0);
    return true;
  }

  std::string_view html_;
  std::vector<HtmlToken> tokens_;
  bool comment_misses_ = false;
  bool section_misses_ = false;
  bool instruction_misses_ = false;
  bool declaration_misses_ = false;
};

std::optional<char32_t> number_of(std::string_view digits) {
  const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
  if (is_hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  uint32_t value = 0;
  for (const char c : digits) {
    const char letter = static_cast<char>(c | 0x20);
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && !(is_hex && letter >= 'a' && letter <= 'f')) return std::nullopt;
    const auto digit = static_cast<uint32_t>(is_digit ? c - '0' : letter - 'a' + 10);
    value = value * (is_hex ? 16 : 10) + digit;
  }
  const bool is_surrogate = value >= 0xd800 && value <= 0xdfff;
  if (value == 0 || value > 0x10ffff || is_surrogate) return char32_t{0xfffd};
  return value;
}

std::optional<char32_t> character_of(std::string_view entity) {
  if (entity.starts_with('#')) return number_of(entity.substr(1));
  // Not in XHTML, but in use.
  if (entity == "check") return char32_t{0x2713};
  return character_named(entity);
}

}  // namespace

const std::string* HtmlToken::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return &value;
  }
  return nullptr;
}

std::vector<HtmlToken> html_tokens(std::string_view html) { return Tokenizer(html).run(); }

std::string decoded_html(std::string_view text) {
  constexpr size_t longest_entity = 12;
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end =
        text[at] == '&' ? text.substr(0, at + longest_entity).find(';', at) : text.npos;
    const auto character =
        end == text.npos ? std::nullopt : character_of(text.substr(at + 1, end - at - 1));
    if (character) {
      append_utf8(out, *character);
      at = end + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace git_session::confluence
