#include "confluence/storage_lines.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "confluence/storage_canonical.h"
#include "confluence/storage_elements.h"
#include "confluence/storage_inline_text.h"

namespace git_session::confluence {
namespace {

using Nodes = std::span<const StorageNode>;

bool is_on_its_own(const StorageNode& node) {
  return is_block(node) || node.name == "ac:structured-macro";
}

bool is_heading(const StorageNode& node) {
  return node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6';
}

bool is_plain(const StorageNode& node, std::string_view name) {
  return node.name == name && node.attributes.empty();
}

bool has_plain_items(const StorageNode& list) {
  return !list.children.empty() &&
         std::all_of(list.children.begin(), list.children.end(),
                     [](const StorageNode& item) { return is_plain(item, "li"); });
}

/// `[x]`, or empty when it is no task as it should be.
std::string_view box_of(const StorageNode& task) {
  if (!is_plain(task, "ac:task") || task.children.size() != 2) return {};
  const StorageNode& status = task.children[0];
  if (!is_plain(status, "ac:task-status") || !is_plain_text(status)) return {};
  if (!is_plain(task.children[1], "ac:task-body")) return {};
  const std::string text = text_in(status.children);
  return text == "complete" ? "[x]" : text == "incomplete" ? "[ ]" : "";
}

bool is_plain_task_list(const StorageNode& list) {
  return is_plain(list, "ac:task-list") && !list.children.empty() &&
         std::none_of(list.children.begin(), list.children.end(),
                      [](const StorageNode& task) { return box_of(task).empty(); });
}

bool is_plain_row(const StorageNode& row) {
  return is_plain(row, "tr") && !row.children.empty() &&
         std::all_of(row.children.begin(), row.children.end(), [](const StorageNode& cell) {
           return cell.name == "td" || cell.name == "th";
         });
}

bool has_plain_rows(const StorageNode& body) {
  return is_plain(body, "tbody") && !body.children.empty() &&
         std::all_of(body.children.begin(), body.children.end(), is_plain_row);
}

bool has_content(const StorageNode& paragraph) {
  return !paragraph.attributes.empty() || !paragraph.children.empty();
}

std::string text_of(const StorageNode& paragraph) {
  return readable_attribute_list(paragraph) + readable_inlines(paragraph.children);
}

/// Told from all other lines by how it begins.
std::string paragraph_line(const StorageNode& paragraph) {
  if (!has_content(paragraph)) return "{empty paragraph}";
  std::string text = text_of(paragraph);
  if (!paragraph.attributes.empty()) return text;
  if (text.starts_with('{')) return "{p} " + text;
  const bool looks_like_sign =
      std::string_view("#>-+").find(text[0]) != std::string_view::npos || text.starts_with("1.");
  return looks_like_sign ? "\\" + text : text;
}

std::string cell_text(const StorageNode& cell) {
  const std::string attributes = readable_attributes(cell);
  std::string out = attributes.empty() ? "" : "{@" + attributes + "} ";
  if (cell.children.empty()) return out;
  const StorageNode& first = cell.children.front();
  if (cell.children.size() == 1 && first.name == "p" && has_content(first)) {
    return out + text_of(first);
  }
  return out + "{@|" + readable_inlines(cell.children) + "}";
}

std::string row_line(const StorageNode& row) {
  std::string out;
  for (const StorageNode& cell : row.children) {
    out += (cell.name == "th" ? "|| " : "| ") + cell_text(cell) + " ";
  }
  return out + "|";
}

class LinePrinter {
 public:
  void print_blocks(Nodes nodes, size_t level) {
    const StorageNode* before = nullptr;
    for (size_t i = 0; i < nodes.size();) {
      size_t end = i;
      while (end < nodes.size() && !is_on_its_own(nodes[end])) ++end;
      if (end > i) {
        add(level, "+ " + readable_inlines(nodes.subspan(i, end - i)));
        before = nullptr;
        i = end;
      } else {
        print_block(nodes[i], level, before);
        before = &nodes[i++];
      }
    }
  }

  std::vector<std::string> finish() { return std::move(lines_); }

 private:
  void add(size_t level, std::string_view text) {
    constexpr size_t deepest_indent = 16;
    lines_.push_back(level <= deepest_indent ? std::string(level * 2, ' ')
                                             : "{level " + std::to_string(level) + "} ");
    lines_.back() += text;
  }

  /// `before`: the block in front of it, with which a list must not run together.
  void print_block(const StorageNode& node, size_t level, const StorageNode* before) {
    const bool is_apart = before == nullptr || before->name != node.name;
    const ReadableMacro macro = readable_macro(node);
    if (node.name == "p") {
      add(level, paragraph_line(node));
    } else if (is_heading(node)) {
      const std::string text = text_of(node);
      const std::string sign(static_cast<size_t>(node.name[1] - '0'), '#');
      add(level, text.empty() ? sign : sign + " " + text);
    } else if (is_plain(node, "hr") && node.children.empty()) {
      add(level, "---");
    } else if (is_plain(node, "blockquote")) {
      print_item(">", node.children, level);
    } else if ((node.name == "ul" || node.name == "ol") && has_plain_items(node)) {
      print_list(node, level, is_apart && node.attributes.empty());
    } else if (is_plain_task_list(node) && is_apart) {
      for (const StorageNode& task : node.children) print_task(task, level);
    } else if (node.name == "pre" && is_plain_text(node)) {
      print_verbatim("{pre}", node, level);
    } else if (has_plain_rows(node) && is_apart) {
      for (const StorageNode& row : node.children) add(level, row_line(row));
    } else if (!macro.head.empty()) {
      print_macro(macro, level);
    } else {
      print_other(node, level);
    }
  }

  void print_item(std::string_view sign, const StorageNodes& content, size_t level) {
    const bool has_text =
        !content.empty() && content.front().name == "p" && has_content(content.front());
    add(level, has_text ? std::string(sign) + " " + text_of(content.front()) : std::string(sign));
    print_blocks(Nodes(content).subspan(has_text ? 1 : 0), level + 1);
  }

  // All items of a numbered list have the same number: one more or less changes one line.
  void print_list(const StorageNode& list, size_t level, bool is_plain_list) {
    if (!is_plain_list) add(level, "{" + list.name + readable_attributes(list) + "}");
    for (const StorageNode& item : list.children) {
      print_item(list.name == "ul" ? "-" : "1.", item.children, is_plain_list ? level : level + 1);
    }
  }

  void print_task(const StorageNode& task, size_t level) {
    const Nodes content = task.children[1].children;
    const auto block = std::find_if(content.begin(), content.end(), is_block);
    const auto size = static_cast<size_t>(block - content.begin());
    const std::string text = readable_inlines(content.first(size));
    add(level, "- " + std::string(box_of(task)) + (text.empty() ? "" : " ") + text);
    print_blocks(content.subspan(size), level + 1);
  }

  void print_macro(const ReadableMacro& macro, size_t level) {
    if (macro.body == nullptr) return add(level, macro.head);
    if (macro.body->name == "ac:plain-text-body") {
      return print_verbatim(macro.head, *macro.body, level);
    }
    const StorageNodes& content = macro.body->children;
    add(level, content.empty() ? macro.head + " {empty}" : macro.head);
    print_blocks(content, level + 1);
  }

  void print_verbatim(const std::string& head, const StorageNode& body, size_t level) {
    add(level, head + " ```");
    if (body.children.empty()) return;
    for (const std::string& line : split(text_in(body.children), '\n')) add(level + 1, line);
  }

  void print_other(const StorageNode& node, size_t level) {
    const std::string head = "{" + node.name + readable_attributes(node);
    const StorageNodes& content = node.children;
    if (content.empty()) return add(level, head + "}");
    if (std::none_of(content.begin(), content.end(), is_on_its_own)) {
      return add(level, head + "|" + readable_inlines(content) + "}");
    }
    add(level, head + "}");
    print_blocks(content, level + 1);
  }

  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> readable_lines(std::string_view storage) {
  LinePrinter printer;
  printer.print_blocks(canonical_nodes(parse_storage(storage)), 0);
  return printer.finish();
}

}  // namespace git_session::confluence
