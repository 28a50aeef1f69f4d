#include "confluence/html_elements.h"

#include <algorithm>
#include <array>

namespace git_session::confluence {
namespace {

using enum HtmlRole;

// Sorted by tag.
constexpr std::array<HtmlElement, 76> elements{{
    {"a", link, "a"},
    {"abbr", hollow_phrasing, "span"},
    {"acronym", hollow_phrasing, "span"},
    {"article", hollow_block, "div"},
    {"aside", hollow_block, "div"},
    {"b", phrasing, "strong"},
    {"bdi", hollow_phrasing, "span"},
    {"bdo", hollow_phrasing, "span"},
    {"big", hollow_phrasing, "span"},
    {"blockquote", block, "blockquote"},
    {"br", line_break, "br"},
    {"caption", hollow_block, "div"},
    {"center", hollow_block, "div"},
    {"cite", phrasing, "em"},
    {"code", phrasing, "code"},
    {"col", hollow_phrasing, "span", false},
    {"colgroup", hollow_phrasing, "span"},
    {"dd", hollow_block, "div"},
    {"del", phrasing, "del"},
    {"details", details, "div"},
    {"dfn", phrasing, "em"},
    {"div", hollow_block, "div"},
    {"dl", hollow_block, "div"},
    {"dt", hollow_block, "div"},
    {"em", phrasing, "em"},
    {"figcaption", hollow_block, "div"},
    {"figure", hollow_block, "div"},
    {"font", hollow_phrasing, "span"},
    {"footer", hollow_block, "div"},
    {"h1", block, "h1"},
    {"h2", block, "h2"},
    {"h3", block, "h3"},
    {"h4", block, "h4"},
    {"h5", block, "h5"},
    {"h6", block, "h6"},
    {"header", hollow_block, "div"},
    {"hr", block, "hr", false},
    {"i", phrasing, "em"},
    {"img", image, "ac:image", false},
    {"ins", phrasing, "u"},
    {"kbd", phrasing, "code"},
    {"label", hollow_phrasing, "span"},
    {"li", item, "li"},
    {"main", hollow_block, "div"},
    {"mark", hollow_phrasing, "span"},
    {"nav", hollow_block, "div"},
    {"nobr", hollow_phrasing, "span"},
    {"ol", block, "ol"},
    {"p", block, "p"},
    {"picture", hollow_phrasing, "span"},
    {"pre", preformatted, "pre"},
    {"q", hollow_phrasing, "span"},
    {"s", phrasing, "del"},
    {"samp", phrasing, "code"},
    {"section", hollow_block, "div"},
    {"small", phrasing, "small"},
    {"source", hollow_phrasing, "span", false},
    {"span", hollow_phrasing, "span"},
    {"strike", phrasing, "del"},
    {"strong", phrasing, "strong"},
    {"sub", phrasing, "sub"},
    {"summary", summary, "div"},
    {"sup", phrasing, "sup"},
    {"table", block, "table"},
    {"tbody", row_group, "tbody"},
    {"td", cell, "td"},
    {"tfoot", row_group, "tbody"},
    {"th", cell, "th"},
    {"thead", row_group, "thead"},
    {"time", hollow_phrasing, "span"},
    {"tr", row, "tr"},
    {"tt", phrasing, "code"},
    {"u", phrasing, "u"},
    {"ul", block, "ul"},
    {"var", phrasing, "em"},
    {"wbr", hollow_phrasing, "span", false},
}};

constexpr bool is_before(const HtmlElement& left, const HtmlElement& right) {
  return left.tag < right.tag;
}
static_assert(std::is_sorted(elements.begin(), elements.end(), is_before));

template <size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const HtmlElement* find_html_element(std::string_view tag) {
  const auto found = std::lower_bound(
      elements.begin(), elements.end(), tag,
      [](const HtmlElement& each, std::string_view name) { return each.tag < name; });
  return found == elements.end() || found->tag != tag ? nullptr : found;
}

Content content_of(std::string_view element) {
  constexpr std::array<std::string_view, 5> flow{"", "blockquote", "li", "ac:rich-text-body", "td"};
  if (is_one_of(element, flow) || element == "th") return Content::flow;
  if (element == "ul" || element == "ol") return Content::items;
  if (element == "tr") return Content::cells;
  constexpr std::array<std::string_view, 3> rows{"table", "thead", "tbody"};
  return is_one_of(element, rows) ? Content::rows : Content::text;
}

}  // namespace git_session::confluence
