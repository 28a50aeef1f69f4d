#include "confluence/storage_elements.h"

#include <algorithm>
#include <array>

namespace git_session::confluence {
namespace {

struct ElementSpacing {
  std::string_view element;
  Spacing spacing;
};

using enum Spacing;

// Sorted by element.
constexpr std::array<ElementSpacing, 41> spacings{{
    {"", structural},
    {"ac:adf-content", structural},
    {"ac:adf-extension", structural},
    {"ac:adf-node", structural},
    {"ac:caption", text},
    {"ac:image", structural},
    {"ac:layout", structural},
    {"ac:layout-cell", flow},
    {"ac:layout-section", structural},
    {"ac:link", structural},
    {"ac:parameter", exact},
    {"ac:plain-text-body", exact},
    {"ac:rich-text-body", flow},
    {"ac:structured-macro", structural},
    {"ac:task", structural},
    {"ac:task-body", flow},
    {"ac:task-list", structural},
    {"ac:task-status", text},
    {"blockquote", flow},
    {"code", exact},
    {"colgroup", structural},
    {"div", flow},
    {"h1", text},
    {"h2", text},
    {"h3", text},
    {"h4", text},
    {"h5", text},
    {"h6", text},
    {"li", flow},
    {"ol", structural},
    {"p", text},
    {"pre", exact},
    {"ri:attachment", structural},
    {"table", structural},
    {"tbody", structural},
    {"td", flow},
    {"tfoot", structural},
    {"th", flow},
    {"thead", structural},
    {"tr", structural},
    {"ul", structural},
}};

constexpr bool is_before(const ElementSpacing& left, const ElementSpacing& right) {
  return left.element < right.element;
}
static_assert(std::is_sorted(spacings.begin(), spacings.end(), is_before));

constexpr std::array<std::string_view, 34> blocks{"ac:adf-extension",
                                                  "ac:layout",
                                                  "ac:layout-cell",
                                                  "ac:layout-section",
                                                  "ac:parameter",
                                                  "ac:placeholder",
                                                  "ac:task",
                                                  "ac:task-body",
                                                  "ac:plain-text-body",
                                                  "ac:task-list",
                                                  "ac:task-status",
                                                  "ac:rich-text-body",
                                                  "blockquote",
                                                  "col",
                                                  "colgroup",
                                                  "div",
                                                  "h1",
                                                  "h2",
                                                  "h3",
                                                  "h4",
                                                  "h5",
                                                  "h6",
                                                  "hr",
                                                  "li",
                                                  "ol",
                                                  "p",
                                                  "pre",
                                                  "table",
                                                  "tbody",
                                                  "td",
                                                  "th",
                                                  "tr",
                                                  "ul",
                                                  "thead"};

// Outermost first.
constexpr std::array<std::string_view, 11> marks{"a",   "strong", "em",  "u",    "del", "small",
                                                 "big", "sub",    "sup", "span", "code"};

template <size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Spacing spacing_in(std::string_view element) {
  const auto found = std::lower_bound(spacings.begin(), spacings.end(),
                                      ElementSpacing{element, inlined}, is_before);
  return found == spacings.end() || found->element != element ? inlined : found->spacing;
}

bool is_block(const StorageNode& node) {
  if (node.name != "ac:structured-macro") return is_one_of(node.name, blocks);
  return node.child("ac:rich-text-body") != nullptr || node.child("ac:plain-text-body") != nullptr;
}

size_t mark_rank(const StorageNode& node) {
  const auto found = std::find(marks.begin(), marks.end(), node.name);
  if (found == marks.end()) return 0;
  // Without an address it is a place to link to.
  if (node.name == "a" && node.attribute("href") == nullptr) return 0;
  return static_cast<size_t>(found - marks.begin()) + 1;
}

bool holds_paragraphs(std::string_view element) {
  constexpr std::array<std::string_view, 6> holders{
      "ac:layout-cell", "ac:rich-text-body", "blockquote", "li", "td", "th"};
  return is_one_of(element, holders);
}

bool is_empty_paragraph(const StorageNode& node) {
  if (node.name != "p" || !node.attributes.empty()) return false;
  return std::all_of(node.children.begin(), node.children.end(), [](const StorageNode& child) {
    if (!child.is_text()) return false;
    // Editors put a blank that does not break into it, so that it is not lost.
    for (size_t at = 0; at < child.text.size();) {
      if (child.text.compare(at, 2, "\xc2\xa0") == 0) {
        at += 2;
      } else if (std::string_view(" \t\r\n").find(child.text[at]) != std::string_view::npos) {
        ++at;
      } else {
        return false;
      }
    }
    return true;
  });
}

}  // namespace git_session::confluence
