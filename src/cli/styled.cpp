#include "cli/styled.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace git_session {
namespace {

constexpr std::array<std::pair<Style, const char*>, 11> select_graphic_rendition{{
    {Style::bold, "1"},
    {Style::dim, "2"},
    {Style::italic, "3"},
    {Style::underline, "4"},
    {Style::strikethrough, "9"},
    {Style::red, "31"},
    {Style::green, "32"},
    {Style::yellow, "33"},
    {Style::blue, "34"},
    {Style::magenta, "35"},
    {Style::cyan, "36"},
}};

std::string start_of(Style style) {
  std::string codes;
  for (const auto& [part, code] : select_graphic_rendition) {
    if (!contains(style, part)) continue;
    if (!codes.empty()) codes += ';';
    codes += code;
  }
  return "\x1b[" + codes + "m";
}

}  // namespace

Styled& Styled::add(std::string text, Style style) {
  if (!text.empty()) spans_.push_back({std::move(text), style});
  return *this;
}

Styled& Styled::append(const Styled& other) {
  spans_.insert(spans_.end(), other.spans_.begin(), other.spans_.end());
  return *this;
}

std::string Styled::text() const {
  std::string text;
  for (const Span& span : spans_) text += span.text;
  return text;
}

std::string render(const Styled& text, bool colour) {
  std::string out;
  for (const Span& span : text.spans()) {
    const bool styled = colour && span.style != Style::plain;
    if (styled) out += start_of(span.style);
    out += escape_controls(span.text);
    if (styled) out += "\x1b[0m";
  }
  return out;
}

}  // namespace git_session
