#pragma once

#include <array>
#include <string_view>

namespace git_session {

/// A set of bytes to look for: std::string_view::find_first_of() takes its time for each member.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view members) {
    for (const char member : members) is_member_[static_cast<unsigned char>(member)] = true;
  }

  constexpr bool contains(char byte) const { return is_member_[static_cast<unsigned char>(byte)]; }
  /// What stands in front of the first member: all of `text` when there is none.
  constexpr std::string_view text_before(std::string_view text) const {
    size_t length = 0;
    while (length < text.size() && !contains(text[length])) ++length;
    return text.substr(0, length);
  }

 private:
  std::array<bool, 256> is_member_{};
};

}  // namespace git_session
