#include "support/xml_check.h"

#include <set>
#include <vector>

namespace git_session {
namespace {

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  std::string run() {
    if (!check_characters()) return "a character that XML forbids at byte " + std::to_string(at_);
    at_ = 0;
    while (at_ < text_.size()) {
      const bool is_right = text_[at_] == '<'   ? read_markup()
                            : text_[at_] == '&' ? read_reference()
                                                : read_character();
      if (!is_right) return "not well-formed at byte " + std::to_string(at_);
    }
    return open_.empty() ? "" : "'" + open_.back() + "' is not closed";
  }

 private:
  bool starts_with(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  unsigned byte_at(size_t position) const {
    return position < text_.size() ? static_cast<unsigned char>(text_[position]) : 0;
  }

  bool check_characters() {
    while (at_ < text_.size()) {
      const unsigned lead = byte_at(at_);
      const size_t length = lead < 0x80             ? 1
                            : (lead & 0xe0) == 0xc0 ? 2
                            : (lead & 0xf0) == 0xe0 ? 3
                            : (lead & 0xf8) == 0xf0 ? 4
                                                    : 0;
      if (length == 0) return false;
      unsigned value = length == 1 ? lead : lead & (0x7fU >> length);
      for (size_t i = 1; i < length; ++i) {
        if ((byte_at(at_ + i) & 0xc0) != 0x80) return false;
        value = value * 64 + (byte_at(at_ + i) & 0x3f);
      }
      constexpr unsigned smallest[] = {0, 0, 0x80, 0x800, 0x10000};
      if (value < smallest[length] || !is_character(value)) return false;
      at_ += length;
    }
    return true;
  }

  // Char of the XML specification.
  static bool is_character(unsigned value) {
    return value == 9 || value == 10 || value == 13 || (value >= 0x20 && value <= 0xd7ff) ||
           (value >= 0xe000 && value <= 0xfffd) || (value >= 0x10000 && value <= 0x10ffff);
  }

  bool read_character() {
    if (starts_with("]]>")) return false;
    ++at_;
    return true;
  }

  bool read_reference() {
    for (const char* entity :
         {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#9;", "&#10;", "&#13;"}) {
      if (!starts_with(entity)) continue;
      at_ += std::string_view(entity).size();
      return true;
    }
    return false;
  }

  bool read_markup() {
    if (starts_with("<![CDATA[")) {
      const size_t end = text_.find("]]>", at_);
      if (end == text_.npos) return false;
      at_ = end + 3;
      return true;
    }
    return starts_with("</") ? read_end_tag() : read_start_tag();
  }

  bool read_end_tag() {
    at_ += 2;
    const std::string name = read_name();
    if (open_.empty() || open_.back() != name || !starts_with(">")) return false;
    ++at_;
    open_.pop_back();
    return true;
  }

  bool read_start_tag() {
    ++at_;
    const std::string name = read_name();
    if (name.empty()) return false;
    std::set<std::string> attributes;
    while (starts_with(" ") && !starts_with(" />")) {
      ++at_;
      const std::string attribute = read_name();
      if (attribute.empty() || !attributes.insert(attribute).second) return false;
      if (!starts_with("=\"")) return false;
      at_ += 2;
      if (!read_value()) return false;
    }
    if (starts_with(" />")) {
      at_ += 3;
      return true;
    }
    if (!starts_with(">")) return false;
    ++at_;
    open_.push_back(name);
    return true;
  }

  bool read_value() {
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '<') return false;
      if (text_[at_] == '&' ? !read_reference() : (++at_, false)) return false;
    }
    if (at_ == text_.size()) return false;
    ++at_;
    return true;
  }

  // Prefixes that storage format declares, and no others.
  std::string read_name() {
    const size_t begin = at_;
    while (at_ < text_.size() && text_.find_first_of(" />=\"<", at_) != at_) ++at_;
    std::string name(text_.substr(begin, at_ - begin));
    const size_t colon = name.find(':');
    if (colon != name.npos && name.substr(0, colon) != "ac" && name.substr(0, colon) != "ri") {
      return {};
    }
    const bool is_name =
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-:") == name.npos &&
        !name.empty() && name[0] >= 'a';
    return is_name ? name : std::string();
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<std::string> open_;
};

}  // namespace

std::string fault_in_xml(std::string_view text) { return Checker(text).run(); }

}  // namespace git_session
