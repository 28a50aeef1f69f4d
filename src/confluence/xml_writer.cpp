#include "confluence/xml_writer.h"

#include <utility>

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

void XmlWriter::begin_tag(XmlName element, const XmlAttributes& attributes) {
  end_tag();
  (out_ += '<') += element.text();
  for (const XmlAttribute& attribute : attributes) {
    ((out_ += ' ') += attribute.name.text()) += "=\"";
    append_escaped(out_, attribute.value, true);
    out_ += '"';
  }
}

void XmlWriter::end_tag() {
  if (std::exchange(in_tag_, false)) out_ += '>';
}

void XmlWriter::open(XmlName element, const XmlAttributes& attributes) {
  begin_tag(element, attributes);
  open_.push_back(element);
  in_tag_ = true;
}

void XmlWriter::close() {
  const XmlName element = open_.back();
  open_.pop_back();
  if (std::exchange(in_tag_, false)) {
    out_ += " />";
    return;
  }
  ((out_ += "</") += element.text()) += '>';
}

void XmlWriter::close_to(size_t depth) {
  while (open_.size() > depth) close();
}

void XmlWriter::empty(XmlName element, const XmlAttributes& attributes) {
  begin_tag(element, attributes);
  out_ += " />";
}

void XmlWriter::text(std::string_view bytes) {
  if (bytes.empty()) return;
  end_tag();
  append_escaped(out_, bytes, false);
}

void XmlWriter::verbatim(std::string_view bytes) {
  end_tag();
  out_ += "<![CDATA[";
  size_t brackets = 0;
  append_characters(out_, bytes, [this, &brackets](char c) {
    // A reader takes a carriage return for the end of a line.
    if (c == '\r') return;
    if (c == '>' && brackets >= 2) out_ += "]]><![CDATA[";
    brackets = c == ']' ? brackets + 1 : 0;
    out_ += c;
  });
  out_ += "]]>";
}

std::string_view XmlWriter::innermost() const {
  return open_.empty() ? std::string_view() : open_.back().text();
}

std::string XmlWriter::finish() {
  close_to(0);
  return std::move(out_);
}

}  // namespace git_session::confluence
