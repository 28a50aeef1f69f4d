#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// How text looks on a terminal that shows colours; combine with `|`.
enum class Style : uint16_t {
  plain = 0,
  bold = 1 << 0,
  dim = 1 << 1,
  italic = 1 << 2,
  underline = 1 << 3,
  strikethrough = 1 << 4,
  red = 1 << 5,
  green = 1 << 6,
  yellow = 1 << 7,
  blue = 1 << 8,
  magenta = 1 << 9,
  cyan = 1 << 10,
};

constexpr Style operator|(Style left, Style right) {
  return static_cast<Style>(static_cast<uint16_t>(left) | static_cast<uint16_t>(right));
}
constexpr bool contains(Style style, Style part) {
  return (static_cast<uint16_t>(style) & static_cast<uint16_t>(part)) != 0;
}

/// A piece of text in one style. The text is content, never markup: control bytes in it are shown.
struct Span {
  std::string text;
  Style style = Style::plain;
};

/// Text in several styles, for Console. Plain strings convert.
class Styled {
 public:
  Styled() = default;
  Styled(std::string text) { add(std::move(text)); }
  Styled(std::string_view text) : Styled(std::string(text)) {}
  Styled(const char* text) : Styled(std::string(text)) {}
  Styled(std::string text, Style style) { add(std::move(text), style); }

  Styled& add(std::string text, Style style = Style::plain);
  Styled& append(const Styled& other);

  const std::vector<Span>& spans() const { return spans_; }
  bool empty() const { return spans_.empty(); }
  /// The text without its styles.
  std::string text() const;

 private:
  std::vector<Span> spans_;
};

/// What a terminal gets: every control byte of the text escaped (LF and TAB stay), and styles as
/// SGR sequences when `colour`.
std::string render(const Styled& text, bool colour);

}  // namespace git_session
