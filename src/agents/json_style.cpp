#include "agents/json_style.h"

#include <algorithm>

namespace git_session::agents {
namespace {

constexpr std::string_view blanks = " \t";

bool starts_line(std::string_view text, size_t position) {
  const size_t before = text.substr(0, position).find_last_not_of(blanks);
  return before != text.npos && text[before] == '\n';
}

/// The first value that stands on a line of its own tells how deep one level is.
bool find_unit(std::string_view text, const JsonPlace& place, std::string& unit) {
  const std::string outer = indentation_at(text, place.entry);
  for (const JsonPlace& child : place.children) {
    const std::string inner = indentation_at(text, child.entry);
    if (starts_line(text, child.entry) && inner.size() > outer.size() && inner.starts_with(outer)) {
      unit = inner.substr(outer.size());
      return true;
    }
    if (find_unit(text, child, unit)) return true;
  }
  return false;
}

/// The first member tells what stands behind a key.
bool find_colon(std::string_view text, const JsonPlace& place, std::string& colon) {
  for (const JsonPlace& child : place.children) {
    if (child.entry != child.begin) {
      colon = text[child.begin - 1] == ':' ? ":" : ": ";
      return true;
    }
    if (find_colon(text, child, colon)) return true;
  }
  return false;
}

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string text;
  for (size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? separator : std::string()) + parts[i];
  return text;
}

std::string print(const Json& value, const JsonStyle& style, const std::string* indentation) {
  if (!value.is_structured() || value.empty()) return value.dump();
  const bool has_lines = indentation != nullptr;
  const std::string inner = has_lines ? *indentation + style.unit : std::string();
  std::vector<std::string> parts;
  for (const auto& [key, item] : value.items()) {
    const std::string name = value.is_object() ? print_json_key(key, style) : std::string();
    parts.push_back(name + print(item, style, has_lines ? &inner : nullptr));
  }
  const std::string start = has_lines ? style.line_end + inner : std::string();
  const std::string separator = "," + (has_lines ? start : style.between);
  const std::string end = has_lines ? style.line_end + *indentation : std::string();
  const std::string body = start + joined(parts, separator) + end;
  return value.is_object() ? "{" + body + "}" : "[" + body + "]";
}

}  // namespace

bool is_same_json(const Json& one, const Json& other) {
  return nlohmann::json(one) == nlohmann::json(other);
}

JsonStyle style_of(std::string_view text, const JsonPlace& root) {
  JsonStyle style;
  const size_t feed = text.find('\n');
  if (feed != text.npos && feed > 0 && text[feed - 1] == '\r') style.line_end = "\r\n";
  const std::string_view whole = text.substr(root.begin, root.end - root.begin);
  style.has_lines = root.children.empty() || whole.find('\n') != whole.npos;
  find_unit(text, root, style.unit);
  find_colon(text, root, style.colon);
  if (style.colon == ":") style.between.clear();
  return style;
}

std::string indentation_at(std::string_view text, size_t position) {
  const size_t feed = text.substr(0, position).rfind('\n');
  const size_t start = feed == text.npos ? 0 : feed + 1;
  const size_t end = std::min(text.find_first_not_of(blanks, start), position);
  return std::string(text.substr(start, end - start));
}

std::string print_json_lines(const Json& value, const JsonStyle& style,
                             const std::string& indentation) {
  return print(value, style, &indentation);
}

std::string print_json_line(const Json& value, const JsonStyle& style) {
  return print(value, style, nullptr);
}

std::string print_json_key(const std::string& key, const JsonStyle& style) {
  return Json(key).dump() + style.colon;
}

}  // namespace git_session::agents
