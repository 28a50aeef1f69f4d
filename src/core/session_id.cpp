#include "core/session_id.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t max_slug_length = 30;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alphanumeric(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }
bool is_slug_character(char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); }

std::string_view trim_dashes(std::string_view text) {
  while (text.starts_with('-')) text.remove_prefix(1);
  while (text.ends_with('-')) text.remove_suffix(1);
  return text;
}

void append_dash(std::string& out) {
  if (!out.ends_with('-')) out += '-';
}

}  // namespace

bool is_path_component(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && name.size() <= 255 &&
         name.find('/') == name.npos && name.find('\0') == name.npos;
}

std::string user_folder(std::string_view name) {
  std::string folder;
  for (char c : to_lower_ascii(name)) {
    if (is_slug_character(c)) {
      folder += c;
    } else if (c == ' ' || c == '\t' || c == '_' || c == '-') {
      append_dash(folder);
    }
  }
  folder = trim_dashes(folder);
  return folder.empty() ? "unknown-user" : folder;
}

std::string branch_slug(std::string_view branch) {
  std::string slug;
  for (char c : to_lower_ascii(branch)) {
    if (is_slug_character(c)) {
      slug += c;
    } else {
      append_dash(slug);
    }
  }
  std::string_view cut = trim_dashes(slug);
  cut = trim_dashes(cut.substr(0, max_slug_length));
  return cut.empty() ? "branch" : std::string(cut);
}

std::string make_session_id(Date day, std::string_view branch, std::string_view hex) {
  return format_date(day) + "_" + branch_slug(branch) + "_" + std::string(hex);
}

std::optional<Date> date_of_session_id(std::string_view id) {
  if (id.size() < 10) return std::nullopt;
  if (id.size() > 10 && is_alphanumeric(id[10])) return std::nullopt;
  return parse_date(id.substr(0, 10));
}

std::optional<std::string> hex_of_session_id(std::string_view id) {
  size_t underscore = id.rfind('_');
  if (underscore == id.npos) return std::nullopt;
  std::string_view hex = id.substr(underscore + 1);
  if (hex.size() != 6 || !std::all_of(hex.begin(), hex.end(), is_hex)) return std::nullopt;
  return std::string(hex);
}

bool is_standard_session_id(std::string_view id) {
  if (!date_of_session_id(id) || !hex_of_session_id(id)) return false;
  if (id.size() < 10 + 1 + 1 + 1 + 6 || id[10] != '_') return false;
  std::string_view slug = id.substr(11, id.size() - 11 - 7);
  return !slug.empty() && slug == branch_slug(slug);
}

bool is_of_other_branch(std::string_view id, std::string_view branch) {
  return is_standard_session_id(id) && id.substr(11, id.size() - 11 - 7) != branch_slug(branch);
}

std::optional<std::string> ticket_in_branch(std::string_view branch) {
  for (size_t start = 0; start < branch.size(); ++start) {
    if (!is_upper(branch[start]) || (start > 0 && is_alphanumeric(branch[start - 1]))) continue;
    size_t dash = start + 1;
    while (dash < branch.size() && (is_upper(branch[dash]) || is_digit(branch[dash]))) ++dash;
    if (dash - start < 2 || dash >= branch.size() || branch[dash] != '-') continue;
    size_t end = dash + 1;
    while (end < branch.size() && is_digit(branch[end])) ++end;
    bool ends_clean = end == branch.size() || !is_alphanumeric(branch[end]);
    if (end > dash + 1 && ends_clean) return std::string(branch.substr(start, end - start));
  }
  return std::nullopt;
}

}  // namespace git_session
