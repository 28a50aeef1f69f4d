#include "support/yaml_mutation.h"

#include <algorithm>

#include "base/text.h"

namespace git_session::test {
namespace {

using std::string_literals::operator""s;

const std::vector<std::string> awkward_pieces = {" ",          "  ",
                                                 "\t",         "\n",
                                                 "\n\n",       ": ",
                                                 ":",          "- ",
                                                 "-",          "# ",
                                                 "#",          " # c",
                                                 "'",          "\"",
                                                 "[",          "]",
                                                 "{",          "}",
                                                 ",",          "|",
                                                 ">",          "|+",
                                                 "?",          "? ",
                                                 "&a ",        "*a",
                                                 "!",          "!!str ",
                                                 "%",          "@",
                                                 "`",          "~",
                                                 "null",       "\\",
                                                 "é",          "\xE2\x80\xA8",
                                                 "\xC2\x85",   "\xEF\xBB\xBF",
                                                 "\r",         "\r\n",
                                                 "---\n",      "...\n",
                                                 "=",          "<<: ",
                                                 "\x01",       "\xF0\x9F\x98\x80",
                                                 "a: 1\n",     "- x\n",
                                                 "  # deep\n", "# top\n",
                                                 "[]",         "{}",
                                                 "   \n",      "\xC2\xA0"};

const std::vector<std::string> awkward_texts = {
    "",
    "x",
    "closed",
    "two words",
    "2025-11-22T08:00:00Z",
    "2025-11-22",
    "12",
    "1.5",
    "1e5",
    "0x1F",
    "0o17",
    "1_000",
    "1:20",
    "yes",
    "No",
    "on",
    "y",
    "true",
    "NULL",
    "~",
    "=",
    "<<",
    "-",
    "- a",
    "?",
    "? a",
    ":",
    "a: b",
    "a:",
    "a :b",
    "a #b",
    "#a",
    "a#b",
    "'",
    "it's",
    "\"",
    "a \"b\" c",
    "\\",
    "\\n",
    "[",
    "[a]",
    "{a: b}",
    "a, b",
    "&a",
    "*a",
    "!a",
    "!!int 3",
    "|",
    ">",
    "%",
    "@",
    "`",
    " lead",
    "trail ",
    "tab\there",
    "\ttab",
    "one\ntwo",
    "one\ntwo\n",
    "one\n\n\n",
    "\none\n",
    "  indented\nless\n",
    "one\n  two\n",
    "one \ntwo\t\n",
    "\n",
    "\n\n",
    " \n ",
    "# one\n# two\n",
    "- one\n- two",
    "---\n...\n",
    "---",
    "...",
    "... x",
    "one\r\ntwo",
    "one\rtwo",
    "é",
    "漢字",
    "\xF0\x9F\x98\x80",
    "a\xC2\x85"
    "b",
    "a\xE2\x80\xA8"
    "b",
    "a\xE2\x80\xA9",
    "\xEF\xBB\xBF"
    "a",
    "a\xEF\xBB\xBF"
    "b",
    "\x1b[2J",
    "\x07",
    "\x7f",
    "\xC2\x80",
    "\xC2\xA0"
    "a",
    "\xE2\x80\xAE",
    "\xEF\xBF\xBE",
    ".inf",
    "-.INF",
    ".nan",
    ".gitignore",
    "../../x.py",
    "~user",
    "a,b",
    "a]",
    "}b",
    "http://x/y?z#w",
    "C:\\x",
    "50+",
    "95/100",
    "100%",
    "12e45",
    "a long line of words that goes on and on and on and on and on and on and on and on and on and "
    "on and on",
    "<<<<<<< HEAD",
    "=======",
    "one\n=======\ntwo",
    "null\n",
    "a\n---\nb\n",
    "key: |\n  x\n"};

const std::vector<std::string> keys = {
    "status", "closed_at", "user", "notes", "outputs", "tags", "new_key", "a", "b",
    "yes",    "1",         "a b",  "a: b",  "#c",      "漢",   "",        "-", "?",
    "[x]",    "null",      "it's", "x\ny",  "\"q\"",   "&x",   "context"};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

std::string mutate_lines(const std::string& text, Choices& choices) {
  std::vector<std::string> lines = lines_of(text);
  if (lines.empty()) return choices.of(awkward_pieces);
  const size_t at = choices.below(lines.size());
  const auto position = lines.begin() + static_cast<std::ptrdiff_t>(at);
  switch (choices.below(9)) {
    case 0:
      lines.erase(position);
      break;
    case 1:
      lines.insert(position, choices.of(lines));
      break;
    case 2:
      std::swap(lines[at], lines[choices.below(lines.size())]);
      break;
    case 3:
      lines[at].insert(0, 1 + choices.below(4), ' ');
      break;
    case 4:
      lines[at].erase(0, std::min(lines[at].find_first_not_of(' '), 1 + choices.below(3)));
      break;
    case 5:
      lines.insert(position, std::string(choices.below(6), ' ') + "# comment\n");
      break;
    case 6:
      lines.insert(position, choices.one_in(3) ? "   \n" : "\n");
      break;
    case 7:
      if (!lines[at].empty() && lines[at].back() == '\n')
        lines[at].insert(lines[at].size() - 1, "  # c");
      break;
    default:
      if (!lines[at].empty() && lines[at].back() == '\n')
        lines[at].insert(lines[at].size() - 1, "\r");
      break;
  }
  return join(lines, "");
}

/// Not in the middle of a character.
size_t random_position(const std::string& text, Choices& choices) {
  size_t position = choices.below(text.size() + 1);
  while (position < text.size() && (static_cast<unsigned char>(text[position]) & 0xC0) == 0x80)
    ++position;
  return position;
}

struct Found {
  yaml::Path path;
  yaml::NodeRef node;
};

void collect(yaml::NodeRef node, const yaml::Path& path, std::vector<Found>& found) {
  found.push_back({path, node});
  size_t index = 0;
  node.for_each_item([&](yaml::NodeRef item) {
    yaml::Path deeper = path;
    deeper.emplace_back(index++);
    collect(item, deeper, found);
  });
  node.for_each_pair([&](yaml::NodeRef key, yaml::NodeRef value) {
    yaml::Path deeper = path;
    deeper.emplace_back(std::string(key.text()));
    collect(value, deeper, found);
  });
}

std::string sibling_of(const Found& found, Choices& choices) {
  if (!found.node.is_mapping() || found.node.size() == 0 || choices.one_in(2)) return {};
  return std::string(found.node.key(choices.below(found.node.size())).text());
}

}  // namespace

size_t Choices::below(size_t limit) {
  if (!bytes_.empty()) {
    const auto byte = static_cast<unsigned char>(bytes_[0]);
    bytes_.remove_prefix(1);
    return byte % limit;
  }
  // splitmix64: the standard distributions differ between libraries.
  uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
  return static_cast<size_t>((mixed ^ (mixed >> 31)) % limit);
}

std::string mutate(std::string text, Choices& choices) {
  switch (choices.below(12)) {
    case 0: {
      const size_t at = random_position(text, choices);
      size_t end = at;
      if (end < text.size()) (void)next_code_point(text, end);
      return text.erase(at, end - at);
    }
    case 1:
    case 2:
    case 3:
      return text.insert(random_position(text, choices), choices.of(awkward_pieces));
    case 4:
      return text.substr(0, random_position(text, choices));
    case 5:
      return "\xEF\xBB\xBF" + text;
    case 6:
      while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
      return text;
    default:
      return mutate_lines(text, choices);
  }
}

Value random_scalar(Choices& choices) {
  switch (choices.below(10)) {
    case 0:
      return {};
    case 1:
      return choices.one_in(2);
    case 2:
      return static_cast<int>(choices.below(2000)) - 1000;
    case 3:
      return choices.of(std::vector<double>{0.5, -1.0, 1e22, 1e-7, 3.14159, 5e-324});
    default:
      return choices.of(awkward_texts);
  }
}

Value random_item(Choices& choices) {
  if (choices.one_in(3)) return random_scalar(choices);
  Value::Mapping mapping = {{"file", random_scalar(choices)}};
  if (choices.one_in(2)) mapping.emplace_back("type", random_scalar(choices));
  if (choices.one_in(4)) mapping.emplace_back(choices.of(keys) + "+", random_scalar(choices));
  return mapping;
}

yaml::Edit random_edit(const yaml::Document& document, Choices& choices) {
  std::vector<Found> all;
  collect(document.root(), {}, all);
  const auto some = [&](auto is_wanted) {
    std::vector<Found> wanted;
    std::copy_if(all.begin(), all.end(), std::back_inserter(wanted),
                 [&](const Found& found) { return is_wanted(found.node); });
    // Now and then one that does not fit.
    return choices.of(wanted.empty() || choices.one_in(30) ? all : wanted);
  };
  switch (choices.below(8)) {
    case 0:
    case 1:
      return yaml::Set{some([](auto node) { return node.is_scalar(); }).path,
                       random_scalar(choices)};
    case 2:
    case 3: {
      Found found = some([](auto node) { return node.is_mapping() || node.is_null(); });
      const std::string sibling = sibling_of(found, choices);
      found.path.emplace_back(choices.of(keys));
      if (choices.one_in(5)) found.path.emplace_back(choices.of(keys));
      return yaml::Set{found.path, random_scalar(choices), sibling};
    }
    case 4:
    case 5:
      if (all.size() > 1) all.erase(all.begin());
      return yaml::Remove{choices.of(all).path};
    default: {
      Found found = some([](auto node) { return node.is_sequence() || node.is_null(); });
      if (choices.one_in(5)) {
        found = some([](auto node) { return node.is_mapping(); });
        found.path.emplace_back(choices.of(keys));
      }
      return yaml::Append{found.path, random_item(choices)};
    }
  }
}

}  // namespace git_session::test
