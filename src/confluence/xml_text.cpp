#include "confluence/xml_text.h"

#include "base/text.h"

namespace git_session::confluence {
namespace {

constexpr char32_t replacement = 0xfffd;

bool is_allowed(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  // The last two of each plane are no characters; XML forbids those of the first one.
  return (c & 0xfffe) != 0xfffe;
}

/// Calls `write(character)` for ASCII and appends the rest.
template <typename Write>
void append_characters(std::string& out, std::string_view bytes, const Write& write) {
  for (size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) {
      if (is_allowed(byte)) {
        write(bytes[at]);
      } else {
        append_utf8(out, replacement);
      }
      ++at;
      continue;
    }
    const auto code_point = next_code_point(bytes, at);
    append_utf8(out, code_point && is_allowed(*code_point) ? *code_point : replacement);
  }
}

void append_escaped(std::string& out, std::string_view bytes, bool in_attribute) {
  append_characters(out, bytes, [&out, in_attribute](char c) {
    switch (c) {
      case '&':
        out += "&amp;";
        return;
      case '<':
        out += "&lt;";
        return;
      case '>':
        out += "&gt;";
        return;
      case '\r':
        out += "&#13;";
        return;
      case '"':
        out += in_attribute ? "&quot;" : "\"";
        return;
      case '\t':
      case '\n':
        // A reader turns them into blanks in an attribute.
        if (in_attribute) {
          out += c == '\t' ? "&#9;" : "&#10;";
          return;
        }
        [[fallthrough]];
      default:
        out += c;
    }
  });
}

}  // namespace

void append_xml_text(std::string& out, std::string_view bytes) {
  append_escaped(out, bytes, false);
}

void append_xml_attribute(std::string& out, std::string_view name, std::string_view value) {
  ((out += ' ') += name) += "=\"";
  append_escaped(out, value, true);
  out += '"';
}

void append_xml_section(std::string& out, std::string_view bytes) {
  out += "<![CDATA[";
  size_t brackets = 0;
  append_characters(out, bytes, [&out, &brackets](char c) {
    // A reader takes a carriage return for the end of a line.
    if (c == '\r') return;
    if (c == '>' && brackets >= 2) out += "]]><![CDATA[";
    brackets = c == ']' ? brackets + 1 : 0;
    out += c;
  });
  out += "]]>";
}

}  // namespace git_session::confluence
