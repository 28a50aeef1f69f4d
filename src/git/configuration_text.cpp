#include "git/configuration_text.h"

namespace git_session {
namespace {

constexpr char end_of_text = '\0';

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_key_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }
bool starts_comment(char c) { return c == '#' || c == ';'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Every function that answers bool or optional has given up when that is false or empty.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  bool parse(std::vector<ConfigurationEntry>& entries) {
    while (true) {
      char c = peek();
      if (c == end_of_text) return true;
      if (c == '\n' || is_blank(c)) {
        take();
      } else if (starts_comment(c)) {
        skip_line();
      } else if (c == '[') {
        if (!parse_section()) return false;
      } else if (section_.empty() || !is_letter(c) || !parse_entry(entries)) {
        return false;
      }
    }
  }

 private:
  char peek() const { return place_ < text_.size() ? text_[place_] : end_of_text; }
  char take() {
    char c = peek();
    if (c != end_of_text) ++place_;
    return c;
  }
  bool take_if(char wanted) {
    if (peek() != wanted) return false;
    ++place_;
    return true;
  }
  void skip_blanks() {
    while (is_blank(peek())) take();
  }
  void skip_line() {
    while (peek() != '\n' && peek() != end_of_text) take();
  }

  std::string take_name() {
    std::string name;
    while (is_key_character(peek())) name += to_lower(take());
    return name;
  }

  /// `[section]` or `[section "subsection"]`; the old `[section.subsection]` is left to git.
  bool parse_section() {
    take();
    section_ = take_name();
    if (section_.empty() || section_ == "include" || section_ == "includeif") return false;
    section_ += '.';
    if (is_blank(peek())) {
      skip_blanks();
      if (!parse_subsection()) return false;
      section_ += '.';
    }
    return take_if(']');
  }

  bool parse_subsection() {
    if (!take_if('"')) return false;
    while (peek() != '"') {
      char c = take();
      if (c == '\\') c = take();
      if (c == '\n' || c == end_of_text) return false;
      section_ += c;
    }
    return take_if('"');
  }

  bool parse_entry(std::vector<ConfigurationEntry>& entries) {
    ConfigurationEntry entry;
    entry.key = section_ + take_name();
    skip_blanks();
    entry.has_value = take_if('=');
    if (entry.has_value && !parse_value(entry.value)) return false;
    if (peek() != '\n' && peek() != end_of_text) return false;
    entries.push_back(std::move(entry));
    return true;
  }

  /// Up to the end of the line; blanks at both ends do not belong to it.
  bool parse_value(std::string& value) {
    skip_blanks();
    bool is_quoted = false;
    size_t pending_blanks = 0;
    while (peek() != '\n' && peek() != end_of_text) {
      if (!is_quoted && is_blank(peek())) {
        // Up to 2.44 git makes a tab between words a blank, later it keeps it.
        if (take() == '\t' && !is_end_of_value()) return false;
        if (!value.empty()) ++pending_blanks;
        continue;
      }
      if (!is_quoted && starts_comment(peek())) {
        skip_line();
        break;
      }
      value.append(std::exchange(pending_blanks, 0), ' ');
      if (take_if('"')) {
        is_quoted = !is_quoted;
      } else if (!take_character(value)) {
        return false;
      }
    }
    return !is_quoted;
  }

  bool is_end_of_value() const {
    size_t next = text_.find_first_not_of(" \t", place_);
    return next == std::string_view::npos || text_[next] == '\n' || starts_comment(text_[next]);
  }

  bool take_character(std::string& value) {
    char c = take();
    if (c != '\\') {
      value += c;
      return true;
    }
    switch (take()) {
      case '\n':
        return true;
      case 't':
        value += '\t';
        return true;
      case 'b':
        value += '\b';
        return true;
      case 'n':
        value += '\n';
        return true;
      case '\\':
        value += '\\';
        return true;
      case '"':
        value += '"';
        return true;
      default:
        return false;
    }
  }

  std::string_view text_;
  size_t place_ = 0;
  std::string section_;  ///< "core." or "remote.origin."
};

}  // namespace

std::optional<std::vector<ConfigurationEntry>> parse_configuration_text(std::string_view text,
                                                                        const std::string& scope,
                                                                        const std::string& origin) {
  using namespace std::string_view_literals;
  bool is_odd =
      text.find_first_of("\r\0"sv) != std::string_view::npos || text.starts_with("\xef\xbb\xbf");
  std::vector<ConfigurationEntry> entries;
  if (is_odd || !Parser(text).parse(entries)) return std::nullopt;
  for (ConfigurationEntry& entry : entries) {
    entry.scope = scope;
    entry.origin = origin;
  }
  return entries;
}

}  // namespace git_session
