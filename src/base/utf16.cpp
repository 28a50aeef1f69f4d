#include "base/utf16.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t judged_bytes = 512;

enum class ByteOrder { little, big };

std::optional<ByteOrder> order_of(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe")) return ByteOrder::little;
  if (bytes.starts_with("\xfe\xff")) return ByteOrder::big;
  size_t zeros[2] = {0, 0};
  const size_t judged = std::min(bytes.size(), judged_bytes) / 2 * 2;
  for (size_t i = 0; i < judged; ++i) zeros[i % 2] += bytes[i] == '\0';
  // Letters beyond Latin have none, but blanks and line ends do.
  constexpr size_t fewest = 4;
  const size_t enough = std::max(judged / 4, fewest);
  if (zeros[0] == 0 && zeros[1] >= enough) return ByteOrder::little;
  if (zeros[1] == 0 && zeros[0] >= enough) return ByteOrder::big;
  return std::nullopt;
}

char32_t unit_at(std::string_view bytes, size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return order == ByteOrder::little ? first | char32_t{second} << 8 : second | char32_t{first} << 8;
}

bool is_between(char32_t unit, char32_t first, char32_t last) {
  return first <= unit && unit <= last;
}

}  // namespace

std::optional<std::string> text_of_utf16(std::string_view bytes) {
  const auto order = order_of(bytes);
  if (!order) return std::nullopt;
  constexpr char32_t byte_order_mark = 0xfeff;
  std::string text;
  text.reserve(bytes.size() / 2);
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t unit = unit_at(bytes, at, *order);
    if (at == 0 && unit == byte_order_mark) continue;
    if (is_between(unit, 0xd800, 0xdbff) && at + 3 < bytes.size()) {
      const char32_t low = unit_at(bytes, at + 2, *order);
      if (is_between(low, 0xdc00, 0xdfff)) {
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        at += 2;
      }
    }
    append_utf8(text, unit);
  }
  return text;
}

}  // namespace git_session
