#include "mail/encoding.h"

#include <algorithm>
#include <cstdint>

#include "base/base64.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t longest_plain_text = 60;
// 52 of base64 and 12 around them: fits behind "Subject: " on a line of 76.
constexpr size_t bytes_in_word = 39;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// As many whole characters of `text` as an encoded word holds.
size_t word_length(std::string_view text) {
  size_t length = 0;
  for (size_t next = 0; next < text.size();) {
    next_code_point(text, next);
    if (next > bytes_in_word) break;
    length = next;
  }
  return length;
}

std::string encoded_words(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const size_t length = word_length(text);
    if (!words.empty()) words += "\r\n ";
    words += "=?UTF-8?B?" + encode_base64(text.substr(0, length)) + "?=";
    text.remove_prefix(length);
  }
  return words;
}

}  // namespace

std::string encode_base64_lines(std::string_view bytes) {
  constexpr size_t bytes_in_line = 57;
  std::string lines;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), bytes_in_line)))
    lines += encode_base64(bytes.substr(0, bytes_in_line)) + "\r\n";
  return lines;
}

std::string encode_header_text(std::string_view text) {
  const std::string line = escape_line(text);
  const bool is_plain =
      line.size() <= longest_plain_text && line.find("=?") == line.npos && trim(line) == line &&
      std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; });
  return is_plain ? line : encoded_words(line);
}

std::string encode_display_name(std::string_view name) {
  const bool is_plain =
      name.size() <= longest_plain_text && trim(name) == name &&
      std::all_of(name.begin(), name.end(), [](char c) { return is_alphanumeric(c) || c == ' '; });
  return is_plain ? std::string(name) : encoded_words(escape_line(name));
}

std::string escape_html(std::string_view text) {
  std::string html;
  for (char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

}  // namespace git_session
