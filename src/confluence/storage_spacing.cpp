#include "confluence/storage_spacing.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "confluence/storage_elements.h"

namespace git_session::confluence {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// A line end in a paragraph is shown as one, unlike in HTML.
std::string collapsed(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_not_of(blanks, at), text.size());
    if (end == at) {
      out += text[at++];
      continue;
    }
    out += text.substr(at, end - at).find_first_of("\r\n") == text.npos ? ' ' : '\n';
    at = end;
  }
  return out;
}

void trim_start(std::string& text) {
  text.erase(0, std::min(text.find_first_not_of(blanks), text.size()));
}

void trim_end(std::string& text) { text.erase(text.find_last_not_of(blanks) + 1); }

/// What is left of the text that stands between `before` and `after`; nullptr: the end.
void trim_between(std::string& text, const StorageNode* before, const StorageNode* after,
                  Spacing spacing) {
  const auto is_border = [spacing](const StorageNode* node) {
    return node == nullptr || (spacing == Spacing::flow && is_block(*node));
  };
  if (is_border(before)) trim_start(text);
  if (is_border(after)) trim_end(text);
}

bool is_structural_blank(const std::string& text, const StorageNode* before,
                         const StorageNode* after) {
  const auto is_style = [](const StorageNode* node) {
    return node != nullptr && mark_rank(*node) != 0;
  };
  return text.find_first_not_of(blanks) == text.npos && !is_style(before) && !is_style(after);
}

void settle_text(StorageNodes& nodes, Spacing spacing) {
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].is_text() || spacing == Spacing::exact) continue;
    std::string& text = nodes[i].text;
    const StorageNode* before = i == 0 ? nullptr : &nodes[i - 1];
    const StorageNode* after = i + 1 == nodes.size() ? nullptr : &nodes[i + 1];
    text = collapsed(text);
    if (spacing == Spacing::structural && is_structural_blank(text, before, after)) text.clear();
    if (spacing == Spacing::flow || spacing == Spacing::text) {
      trim_between(text, before, after, spacing);
    }
  }
  std::erase_if(nodes, [](const StorageNode& node) { return node.is_text() && node.text.empty(); });
}

bool is_inline_macro(const StorageNode& node) {
  if (node.name != "ac:structured-macro") return false;
  const std::string* name = node.attribute("ac:name");
  return name != nullptr && (*name == "status" || *name == "anchor");
}

/// Pictures and macros may stand beside paragraphs.
bool wants_paragraph(const StorageNode& node) {
  if (node.is_text()) return node.text.find_first_not_of(blanks) != node.text.npos;
  return (node.name != "ac:image" && node.name != "ac:structured-macro") || is_inline_macro(node);
}

StorageNodes with_paragraphs(StorageNodes nodes) {
  StorageNodes out;
  for (size_t begin = 0; begin < nodes.size();) {
    size_t end = begin;
    while (end < nodes.size() && !is_block(nodes[end])) ++end;
    const auto first = nodes.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = nodes.begin() + static_cast<std::ptrdiff_t>(end);
    StorageNodes run(std::make_move_iterator(first), std::make_move_iterator(last));
    if (std::any_of(run.begin(), run.end(), wants_paragraph)) {
      out.push_back({.name = "p", .children = std::move(run)});
    } else {
      std::move(run.begin(), run.end(), std::back_inserter(out));
    }
    if (end < nodes.size()) out.push_back(std::move(nodes[end++]));
    begin = end;
  }
  return out;
}

void drop_last_breaks(StorageNodes& nodes) {
  while (!nodes.empty()) {
    StorageNode& last = nodes.back();
    if (last.is_text()) trim_end(last.text);
    const bool is_nothing =
        last.is_text() ? last.text.empty() : last.name == "br" && last.children.empty();
    if (!is_nothing) return;
    nodes.pop_back();
  }
}

Spacing spacing_of(const StorageNode& parent) {
  const bool has_element = std::any_of(parent.children.begin(), parent.children.end(),
                                       [](const StorageNode& node) { return !node.is_text(); });
  // The value of a parameter is its text, or what it refers to.
  if (parent.name == "ac:parameter" && has_element) return Spacing::structural;
  return spacing_in(parent.name);
}

void settle_children(StorageNode& parent) {
  StorageNodes& nodes = parent.children;
  const std::string_view name = parent.name;
  const Spacing spacing = spacing_of(parent);
  settle_text(nodes, spacing);
  if (holds_paragraphs(name)) nodes = with_paragraphs(std::move(nodes));
  for (StorageNode& node : nodes) {
    if (!node.is_text()) settle_children(node);
  }
  if (spacing == Spacing::text) drop_last_breaks(nodes);
  if (!name.empty() && !holds_paragraphs(name)) return;
  while (!nodes.empty() && is_empty_paragraph(nodes.back())) nodes.pop_back();
}

}  // namespace

void settle_spacing(StorageNodes& nodes) {
  StorageNode page{.children = std::move(nodes)};
  settle_children(page);
  nodes = std::move(page.children);
}

}  // namespace git_session::confluence
