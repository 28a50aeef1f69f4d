#include "yaml/scalar.h"

#include <array>
#include <charconv>
#include <cstdint>

#include "base/text.h"
#include "yaml/lines.h"
#include "yaml/resolve.h"

namespace git_session::yaml {
namespace {

constexpr char32_t byte_order_mark = 0xFEFF;

/// What YAML 1.1 calls printable, without what some reader takes for a line break or a mark.
bool is_shown_as_it_is(char32_t character) {
  if (character < 0x20) return character == '\t' || character == '\n';
  if (character < 0x7F) return true;
  if (character == 0x2028 || character == 0x2029 || character == byte_order_mark) return false;
  return (character >= 0xA0 && character <= 0xD7FF) ||
         (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
}

bool is_all_shown_as_it_is(std::string_view text) {
  for (size_t position = 0; position < text.size();) {
    const auto character = next_code_point(text, position);
    if (!character || !is_shown_as_it_is(*character)) return false;
  }
  return true;
}

void append_escape(std::string& out, char32_t character) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const int width = character <= 0xFF ? 2 : 4;
  out += width == 2 ? "\\x" : "\\u";
  for (int shift = 4 * (width - 1); shift >= 0; shift -= 4) {
    out += digits[(character >> shift) & 0xFU];
  }
}

void append_quoted(std::string& out, char32_t character) {
  switch (character) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      if (is_shown_as_it_is(character)) {
        append_utf8(out, character);
      } else {
        append_escape(out, character);
      }
  }
}

bool can_start_plain(char first) {
  static constexpr std::string_view refused = "-?:,[]{}#&*!|>'\"%@`=<~+ ";
  return first > ' ' && refused.find(first) == std::string_view::npos;
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char character : text) {
    if (character == '\'') out += '\'';
    out += character;
  }
  return out + "'";
}

std::string write_real(double value) {
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  std::string out(buffer.data(), end);
  if (out.find('.') == std::string::npos) {
    // YAML 1.1 wants a point in every real.
    out.insert(std::min(out.find('e'), out.size()), ".0");
  }
  return out;
}

}  // namespace

std::string quote_scalar(std::string_view text) {
  std::string out = "\"";
  out.reserve(text.size() + 2);
  for (size_t position = 0; position < text.size();) {
    append_quoted(out, next_code_point(text, position).value_or(0xFFFD));
  }
  return out + "\"";
}

bool can_be_plain(std::string_view text, bool in_flow) {
  if (text.empty() || text.back() == ' ' || text.back() == ':' || may_be_typed(text)) return false;
  const bool starts_well = can_start_plain(text[0]) || static_cast<unsigned char>(text[0]) >= 0x80;
  if (!starts_well || text.find_first_of("\t\n") != std::string_view::npos) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) {
    return false;
  }
  // At the start of a line these end a document.
  if (text.starts_with("...")) return false;
  if (in_flow && text.find_first_of(",[]{}:?#") != std::string_view::npos) return false;
  return is_all_shown_as_it_is(text);
}

bool can_be_single_quoted(std::string_view text) {
  return text.find_first_of("\t\n") == std::string_view::npos && is_all_shown_as_it_is(text);
}

bool can_be_literal(std::string_view text) {
  return text.find_first_not_of(" \t\n") != std::string_view::npos && is_all_shown_as_it_is(text);
}

std::string write_text(std::string_view text, Style style, bool in_flow) {
  if (style == Style::plain && can_be_plain(text, in_flow)) return std::string(text);
  if (style == Style::single_quoted && can_be_single_quoted(text)) return single_quoted(text);
  return quote_scalar(text);
}

std::string write_typed(const Value& value) {
  if (const bool* boolean = value.boolean()) return *boolean ? "true" : "false";
  if (const int64_t* integer = value.integer()) return std::to_string(*integer);
  if (const double* real = value.real()) return write_real(*real);
  return "null";
}

LiteralText split_literal(std::string_view text) {
  LiteralText result;
  const size_t body = text.find_last_not_of('\n') + 1;
  result.final_breaks = text.size() - body;
  result.lines = split_lines(text.substr(0, body));
  for (size_t i = 1; i < result.final_breaks; ++i) result.lines.emplace_back();
  for (const std::string_view line : result.lines) {
    if (line.empty()) continue;
    result.needs_indicator = line[0] == ' ' || line[0] == '\t';
    break;
  }
  return result;
}

}  // namespace git_session::yaml
