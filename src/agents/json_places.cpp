#include "agents/json_places.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.h"
#include "base/text.h"

namespace git_session::agents {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view blanks = " \t\r\n";

/// Finds places only: that the text is JSON is certain.
class Scanner {
 public:
  Scanner(std::string_view text, const std::string& name) : text_(text), name_(name) {
    if (text_.starts_with(byte_order_mark)) position_ = byte_order_mark.size();
  }

  JsonPlace root() {
    skip_blanks();
    return value(position_, {});
  }

 private:
  JsonPlace value(size_t entry, std::string key) {
    JsonPlace place{entry, position_, 0, std::move(key), {}};
    const char first = text_[position_];
    if (first == '{' || first == '[') {
      container(place, first == '{');
    } else if (first == '"') {
      skip_string();
    } else {
      position_ = std::min(text_.find_first_of(" \t\r\n,]}", position_), text_.size());
    }
    place.end = position_;
    return place;
  }

  void container(JsonPlace& place, bool is_object) {
    if (++depth_ > deepest_json) fail("is nested too deeply");
    std::set<std::string> keys;
    ++position_;
    skip_blanks();
    while (text_[position_] != '}' && text_[position_] != ']') {
      const size_t entry = position_;
      std::string key = is_object ? take_key() : std::string();
      if (is_object && !keys.insert(key).second)
        fail("has the key '" + escape_line(key) + "' twice");
      place.children.push_back(value(entry, std::move(key)));
      skip_blanks();
      if (text_[position_] == ',') ++position_;
      skip_blanks();
    }
    ++position_;
    --depth_;
  }

  std::string take_key() {
    const size_t start = position_;
    skip_string();
    const std::string_view quoted = text_.substr(start, position_ - start);
    skip_blanks();
    ++position_;  // the colon
    skip_blanks();
    if (quoted.find('\\') == quoted.npos) return std::string(quoted.substr(1, quoted.size() - 2));
    return nlohmann::json::parse(quoted).get<std::string>();
  }

  void skip_string() {
    for (++position_; text_[position_] != '"'; ++position_)
      if (text_[position_] == '\\') ++position_;
    ++position_;
  }

  void skip_blanks() {
    position_ = std::min(text_.find_first_not_of(blanks, position_), text_.size());
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::invalid_data, "'" + escape_line(name_) + "' " + what)
        .at_line(line_of_byte(text_, position_));
  }

  std::string_view text_;
  const std::string& name_;
  size_t position_ = 0;
  size_t depth_ = 0;
};

}  // namespace

JsonPlace find_json_places(std::string_view text, const std::string& name) {
  return Scanner(text, name).root();
}

int line_of_byte(std::string_view text, size_t position) {
  const std::string_view before = text.substr(0, std::min(position, text.size()));
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace git_session::agents
