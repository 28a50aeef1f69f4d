#include "confluence/wiki_macro.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace git_session::confluence {
namespace {

constexpr size_t longest_mark = 400;

constexpr std::array<std::string_view, 6> enclosing{"panel", "info",    "note",
                                                    "tip",   "warning", "expand"};

// Often used in Confluence; who writes them here learns that they do nothing.
constexpr std::array<std::string_view, 24> strangers{"anchor",
                                                     "attachments",
                                                     "blog-posts",
                                                     "chart",
                                                     "children",
                                                     "code",
                                                     "color",
                                                     "column",
                                                     "excerpt",
                                                     "excerpt-include",
                                                     "gallery",
                                                     "html",
                                                     "html-include",
                                                     "iframe",
                                                     "include",
                                                     "jira",
                                                     "multimedia",
                                                     "noformat",
                                                     "pagetree",
                                                     "quote",
                                                     "recently-updated",
                                                     "section",
                                                     "viewfile",
                                                     "widget"};

template <size_t size>
std::string_view one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(), [word](std::string_view each) {
    return equals_ignoring_case(each, word);
  });
  return found == words.end() ? std::string_view() : *found;
}

/// What stands between braces.
struct Braces {
  std::string_view name;
  std::string_view parameters;
  size_t length = 0;
};

std::optional<Braces> braces_in(std::string_view text) {
  if (!text.starts_with('{')) return std::nullopt;
  size_t end = 1;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    const bool is_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c == '-' && end > 1);
    if (!is_name || end > 32) break;
  }
  if (end == 1 || end == text.size()) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  if (text[end] == '}') return Braces{name, {}, end + 1};
  if (text[end] != ':') return std::nullopt;
  const size_t close = text.substr(0, longest_mark).find_first_of("{}", end);
  if (close == text.npos || text[close] == '{') return std::nullopt;
  return Braces{name, text.substr(end + 1, close - end - 1), close + 1};
}

std::optional<WikiMark> as_mark(const Braces& braces, std::string_view name) {
  if (name.empty()) return std::nullopt;
  return WikiMark{name, std::string(braces.parameters), braces.length};
}

bool is_colour(std::string_view value) {
  const bool is_number = value.starts_with('#');
  if (is_number) value.remove_prefix(1);
  if (is_number && value.size() != 3 && value.size() != 6) return false;
  return !value.empty() && value.size() <= 24 &&
         std::all_of(value.begin(), value.end(), [is_number](char c) {
           const bool is_digit = c >= '0' && c <= '9';
           const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           return is_number ? is_digit || (is_letter && (c | 0x20) <= 'f') : is_letter;
         });
}

bool is_number(std::string_view value, int64_t least, int64_t most) {
  if (value.size() > 2) return false;
  const auto number = parse_integer(value);
  return number && *number >= least && *number <= most;
}

bool is_truth(std::string_view value) { return value == "true" || value == "false"; }
bool is_level(std::string_view value) { return is_number(value, 1, 6); }
bool is_width(std::string_view value) {
  if (value.ends_with("px")) value.remove_suffix(2);
  return is_number(value, 0, 20);
}
bool is_border(std::string_view value) {
  constexpr std::array<std::string_view, 5> words{"none", "solid", "dashed", "dotted", "double"};
  return !one_of(words, value).empty();
}
bool is_list_type(std::string_view value) { return value == "list" || value == "flat"; }
bool is_list_style(std::string_view value) {
  constexpr std::array<std::string_view, 9> words{"default",     "none",        "disc",
                                                  "circle",      "square",      "decimal",
                                                  "lower-alpha", "lower-roman", "upper-roman"};
  return !one_of(words, value).empty();
}

/// A parameter of a macro whose value is no text: only what cannot be anything else may pass.
struct Parameter {
  std::string_view macro;
  std::string_view name;
  bool (*allows)(std::string_view value);
};

constexpr std::array<Parameter, 12> plain_parameters{{{"toc", "maxLevel", is_level},
                                                      {"toc", "minLevel", is_level},
                                                      {"toc", "outline", is_truth},
                                                      {"toc", "printable", is_truth},
                                                      {"toc", "type", is_list_type},
                                                      {"toc", "style", is_list_style},
                                                      {"panel", "bgColor", is_colour},
                                                      {"panel", "titleBGColor", is_colour},
                                                      {"panel", "titleColor", is_colour},
                                                      {"panel", "borderColor", is_colour},
                                                      {"panel", "borderStyle", is_border},
                                                      {"panel", "borderWidth", is_width}}};

const Parameter* plain_parameter(std::string_view macro, std::string_view name) {
  const auto found = std::find_if(
      plain_parameters.begin(), plain_parameters.end(), [macro, name](const Parameter& each) {
        return each.macro == macro && equals_ignoring_case(each.name, name);
      });
  return found == plain_parameters.end() ? nullptr : &*found;
}

}  // namespace

std::optional<WikiMark> wiki_mark_in(std::string_view text) {
  const auto braces = braces_in(text);
  return braces ? as_mark(*braces, one_of(enclosing, braces->name)) : std::nullopt;
}

std::optional<WikiMark> wiki_contents_in(std::string_view text) {
  const auto braces = braces_in(text);
  if (!braces || braces->length != text.size()) return std::nullopt;
  return as_mark(*braces, equals_ignoring_case(braces->name, "toc") ? "toc" : "");
}

std::optional<WikiMark> bare_wiki_mark(std::string_view text) {
  text = trim(text);
  const auto mark = wiki_mark_in(text);
  const bool is_bare = mark && mark->length == text.size() && mark->length == mark->name.size() + 2;
  return is_bare ? mark : std::nullopt;
}

std::vector<FoundMark> take_front_marks(std::string& text) {
  std::vector<FoundMark> found;
  size_t at = 0;
  while (const auto mark = wiki_mark_in(std::string_view(text).substr(at))) {
    const size_t end = std::min(text.find_first_not_of(" \t", at + mark->length), text.size());
    found.push_back({*mark, text.substr(at, end - at)});
    at = end;
  }
  text.erase(0, at);
  return found;
}

std::vector<FoundMark> take_back_marks(std::string& text) {
  std::vector<FoundMark> found;
  for (size_t at = text.rfind('{'); at != text.npos; at = text.rfind('{')) {
    const auto mark = bare_wiki_mark(std::string_view(text).substr(at));
    if (!mark) break;
    const size_t before = at == 0 ? text.npos : text.find_last_not_of(" \t", at - 1);
    const size_t begin = before == text.npos ? 0 : before + 1;
    found.push_back({*mark, text.substr(begin)});
    text.resize(begin);
  }
  return found;
}

WikiMacro read_wiki_macro(std::string_view name, std::string_view parameters) {
  WikiMacro macro;
  for (const std::string& each : split(parameters, '|')) {
    const std::string_view text = trim(each);
    const size_t equals = text.find('=');
    const std::string_view key = equals == text.npos ? "title" : trim(text.substr(0, equals));
    const std::string_view value = equals == text.npos ? text : trim(text.substr(equals + 1));
    if (text.empty()) continue;
    const Parameter* plain = plain_parameter(name, key);
    const bool is_new = std::none_of(
        macro.parameters.begin(), macro.parameters.end(),
        [plain](const auto& earlier) { return plain != nullptr && earlier.first == plain->name; });
    if (name != "toc" && key == "title" && macro.title.empty()) {
      macro.title = value;
    } else if (plain != nullptr && is_new && plain->allows(value)) {
      macro.parameters.emplace_back(plain->name, value);
    } else {
      macro.left_out.emplace_back(text);
    }
  }
  return macro;
}

std::string fault_of_wiki_mark(std::string_view text) {
  const auto braces = braces_in(text);
  if (!braces) return {};
  const std::string shown = "'{" + std::string(braces->name) + "}' is shown as text: ";
  if (equals_ignoring_case(braces->name, "status")) return {};
  if (equals_ignoring_case(braces->name, "toc")) return shown + "it is no paragraph of its own";
  if (!one_of(enclosing, braces->name).empty()) {
    return shown + "one has to begin a line and one to end this or a later line beside it";
  }
  const bool is_macro = !one_of(strangers, braces->name).empty() ||
                        braces->parameters.find('=') != std::string_view::npos;
  return is_macro ? shown + "it is none of the macros that are taken from Markdown" : "";
}

}  // namespace git_session::confluence
