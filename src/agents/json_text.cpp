#include "agents/json_text.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace git_session::agents {
namespace {

using Pointer = JsonText::Pointer;

Json parse(const std::string& text, const std::string& name) {
  try {
    if (const size_t zero = text.find('\0'); zero != text.npos)  // the parser would stop there
      throw Error(ErrorKind::invalid_data, "'" + escape_line(name) + "' is not JSON")
          .at_line(line_of_byte(text, zero));
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    const size_t place = error.byte > 0 ? error.byte - 1 : 0;
    const bool is_comment = place < text.size() && (text[place] == '/' || text[place] == '#');
    throw Error(ErrorKind::invalid_data,
                "'" + escape_line(name) + "' is not JSON" +
                    (is_comment ? ": it has a comment, which JSON does not know" : ""))
        .at_line(line_of_byte(text, place));
  } catch (const Json::exception&) {
    throw Error(ErrorKind::invalid_data,
                "'" + escape_line(name) + "' has a number that is too large");
  }
}

std::vector<std::string> tokens_of(Pointer pointer) {
  std::vector<std::string> tokens;
  for (; !pointer.empty(); pointer.pop_back()) tokens.push_back(pointer.back());
  std::reverse(tokens.begin(), tokens.end());
  return tokens;
}

size_t number_of_child(const JsonPlace& place, bool is_object, const std::string& token) {
  if (!is_object) return static_cast<size_t>(parse_integer(token).value_or(0));
  const auto child = std::find_if(place.children.begin(), place.children.end(),
                                  [&](const JsonPlace& one) { return one.key == token; });
  return static_cast<size_t>(child - place.children.begin());
}

/// `value_` has something at the pointer: so does the text.
const JsonPlace& place_at(const JsonPlace& root, std::string_view text, const Pointer& pointer) {
  const JsonPlace* place = &root;
  for (const std::string& token : tokens_of(pointer))
    place = &place->children.at(number_of_child(*place, text[place->begin] == '{', token));
  return *place;
}

/// What stands before a new entry: the line break and the blanks of the last one, or what is
/// between entries of one line.
std::string lead_of(std::string_view text, const JsonPlace& container, const JsonStyle& style) {
  const JsonPlace& last = container.children.back();
  const size_t before = text.substr(0, last.entry).find_last_not_of(" \t\r\n");
  const std::string_view gap = text.substr(before + 1, last.entry - before - 1);
  const size_t feed = gap.rfind('\n');
  if (feed != gap.npos) return style.line_end + std::string(gap.substr(feed + 1));
  return container.children.size() > 1 ? std::string(gap) : style.between;
}

struct Span {
  size_t begin = 0;
  size_t end = 0;
};

/// The bytes that go with the entry: its comma, and the line that it had for itself.
Span span_of_entry(std::string_view text, const JsonPlace& container, size_t number) {
  const std::vector<JsonPlace>& entries = container.children;
  const JsonPlace& entry = entries[number];
  if (number > 0) return {entries[number - 1].end, entry.end};
  if (entries.size() > 1) return {entry.entry, entries[1].entry};
  const std::string_view before =
      text.substr(container.begin + 1, entry.entry - container.begin - 1);
  size_t feed = before.rfind('\n');
  if (feed == before.npos) return {entry.entry, entry.end};
  if (feed > 0 && before[feed - 1] == '\r') --feed;
  return {container.begin + 1 + feed, container.end - 1};
}

}  // namespace

JsonText::JsonText(std::string text, std::string name)
    : text_(std::move(text)),
      name_(std::move(name)),
      value_(parse(text_, name_)),
      root_(find_json_places(text_, name_)) {}

void JsonText::add(const Pointer& object, const std::string& key, const Json& value) {
  add_entry(object, &key, value);
}

void JsonText::append(const Pointer& array, const Json& value) { add_entry(array, nullptr, value); }

void JsonText::add_entry(const Pointer& container, const std::string* key, const Json& value) {
  Json meant = value_;
  Json& target = meant.at(container);
  if (key != nullptr) {
    target[*key] = value;
  } else {
    target.push_back(value);
  }
  const JsonPlace& place = place_at(root_, text_, container);
  const JsonStyle style = style_of(text_, root_);
  const std::string name = key != nullptr ? print_json_key(*key, style) : std::string();
  std::string text = text_;
  if (!place.children.empty()) {
    const std::string lead = lead_of(text_, place, style);
    const size_t feed = lead.rfind('\n');
    const std::string entry = feed == lead.npos
                                  ? print_json_line(value, style)
                                  : print_json_lines(value, style, lead.substr(feed + 1));
    text.insert(place.children.back().end, "," + lead + name + entry);
  } else if (style.has_lines) {
    const std::string outer = indentation_at(text_, place.begin);
    const std::string inner = outer + style.unit;
    // Removing takes a line break as a whole: a lone carriage return before it is none of ours.
    const std::string start = text_[place.end - 2] == '\r' ? "\r\n" : style.line_end;
    text.insert(place.end - 1, start + inner + name + print_json_lines(value, style, inner) +
                                   style.line_end + outer);
  } else {
    text.insert(place.end - 1, name + print_json_line(value, style));
  }
  accept(std::move(text), meant);
}

void JsonText::remove(const Pointer& place) {
  Json meant = value_;
  const Pointer parent = place.parent_pointer();
  Json& target = meant.at(parent);
  const JsonPlace& container = place_at(root_, text_, parent);
  const size_t number = number_of_child(container, target.is_object(), place.back());
  if (target.is_object()) {
    target.erase(place.back());
  } else {
    target.erase(number);
  }
  const Span span = span_of_entry(text_, container, number);
  std::string text = text_;
  text.erase(span.begin, span.end - span.begin);
  accept(std::move(text), meant);
}

void JsonText::accept(std::string text, const Json& meant) {
  Json value = parse(text, name_);
  if (value != meant)
    throw Error(ErrorKind::refused, "'" + escape_line(name_) + "' cannot be edited in place")
        .with_reason("cannot-edit");
  root_ = find_json_places(text, name_);
  text_ = std::move(text);
  value_ = std::move(value);
}

}  // namespace git_session::agents
