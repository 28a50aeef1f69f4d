#include "support/json_samples.h"

namespace git_session::test {
namespace {

using agents::Json;
using Pointer = agents::JsonText::Pointer;

const std::vector<std::string> gaps = {"",     "",       "",    " ",        "  ",      "\t",
                                       "\n  ", "\n    ", "\n",  "\r\n\t",   "\r\n",    "\n\n",
                                       "\r",   " \n ",   "\n ", "\r\n    ", "\n      "};
const std::vector<std::string> words = {
    "\"\"",        "\"a\"",     "\"hooks\"",          "\"\\u0061\"", "\"\xC3\xA9\"",
    "\"\\\"},[\"", "\"a/b~c\"", "\"\\ud83d\\ude00\"", "\"\\\\\""};
const std::vector<std::string> scalars = {"0",     "-1.5e+3", "true",
                                          "false", "null",    "12345678901234"};

void add_value(std::string& text, Choices& choices, size_t depth);

void add_gap(std::string& text, Choices& choices) { text += choices.of(gaps); }

void add_container(std::string& text, Choices& choices, size_t depth, bool is_object) {
  text += is_object ? '{' : '[';
  add_gap(text, choices);
  const size_t count = choices.below(4);
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) {
      text += ',';
      add_gap(text, choices);
    }
    if (is_object) {
      // Keys differ: one that stands twice is refused.
      text += "\"" + std::to_string(i) + choices.of(words).substr(1);
      add_gap(text, choices);
      text += ':';
      add_gap(text, choices);
    }
    add_value(text, choices, depth + 1);
    add_gap(text, choices);
  }
  text += is_object ? '}' : ']';
}

void add_value(std::string& text, Choices& choices, size_t depth) {
  switch (choices.below(depth < 4 ? 4 : 2)) {
    case 0:
      text += choices.of(words);
      break;
    case 1:
      text += choices.of(scalars);
      break;
    case 2:
      add_container(text, choices, depth, false);
      break;
    default:
      add_container(text, choices, depth, true);
      break;
  }
}

void collect(const Json& value, const Pointer& place, std::vector<Pointer>& found) {
  if (!value.is_structured()) return;
  found.push_back(place);
  size_t number = 0;
  for (const auto& [key, item] : value.items())
    collect(item, value.is_object() ? place / key : place / number++, found);
}

}  // namespace

std::string odd_json(Choices& choices) {
  std::string text = choices.one_in(8) ? "\xef\xbb\xbf" : "";
  add_gap(text, choices);
  add_container(text, choices, 0, true);
  add_gap(text, choices);
  return text;
}

std::vector<Pointer> containers_of(const Json& value) {
  std::vector<Pointer> found;
  collect(value, Pointer(), found);
  return found;
}

Json new_json(Choices& choices) {
  static const std::vector<Json> values = {
      Json(1),
      Json("x"),
      Json::array(),
      Json::object(),
      Json{{"a", {1, 2}}},
      Json::parse(R"([{"matcher": "a|b", "hooks": [{"type": "command", "timeout": 3}]}])")};
  return choices.of(values);
}

}  // namespace git_session::test
