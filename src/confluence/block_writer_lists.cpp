#include <algorithm>
#include <string>

#include "confluence/block_writer.h"
#include "confluence/links.h"

namespace git_session::confluence {
namespace {

using markdown::CellAlignment;
using markdown::Kind;
using markdown::Node;
using markdown::Task;

bool has_task(const Node& list) {
  return std::any_of(list.children.begin(), list.children.end(),
                     [](const Node& item) { return item.task != Task::none; });
}

/// The task macro has no numbers, and a task holds a line of text and further tasks, nothing else.
bool fits_task_macro(const Node& list) {
  return !list.ordered &&
         std::all_of(list.children.begin(), list.children.end(), [](const Node& item) {
           if (item.task == Task::none) return false;
           for (size_t i = 0; i < item.children.size(); ++i) {
             const Node& block = item.children[i];
             const bool fits = i == 0 ? block.kind == Kind::paragraph
                                      : block.kind == Kind::list && fits_task_macro(block);
             if (!fits) return false;
           }
           return true;
         });
}

XmlAttributes style_of(CellAlignment alignment) {
  if (alignment == CellAlignment::centre) return {{"style", "text-align: center;"}};
  if (alignment == CellAlignment::right) return {{"style", "text-align: right;"}};
  return {};
}

}  // namespace

void BlockWriter::write_list(const Node& list) {
  if (fits_task_macro(list)) return write_tasks(list);
  if (has_task(list)) {
    page_.note(
        "the tasks are shown as a plain list: it is numbered, an item is no task, or a task holds "
        "more than text and tasks");
  }
  XmlAttributes attributes;
  if (list.ordered && list.number != 1) {
    attributes.push_back({"start", std::to_string(list.number)});
  }
  page_.xml.open(list.ordered ? XmlName("ol") : XmlName("ul"), attributes);
  for (const Node& item : list.children) {
    page_.xml.open("li");
    html_.enclose([&] { write_item(item, list.tight); });
    page_.xml.close();
  }
  page_.xml.close();
}

void BlockWriter::write_item(const Node& item, bool is_tight) {
  page_.line = item.line;
  const std::string box = item.task == Task::none ? "" : item.task == Task::done ? "[x] " : "[ ] ";
  const std::vector<Node>& blocks = item.children;
  const bool has_text = !blocks.empty() && blocks[0].kind == Kind::paragraph;
  if (!has_text) {
    page_.xml.text(box);
    return write_blocks(blocks);
  }
  const auto paragraphs = std::count_if(blocks.begin(), blocks.end(), [](const Node& block) {
    return block.kind == Kind::paragraph;
  });
  // The text of a tight list stands alone, unless the item has more of it further down.
  const bool is_bare = is_tight && paragraphs == 1;
  if (!is_bare) page_.xml.open("p");
  page_.xml.text(box);
  html_.enclose([&] { inlines_.write(blocks[0].children); });
  if (!is_bare) page_.xml.close();
  for (size_t i = 1; i < blocks.size(); ++i) write_block(blocks[i]);
}

void BlockWriter::write_tasks(const Node& list) {
  page_.xml.open("ac:task-list");
  for (const Node& item : list.children) {
    page_.line = item.line;
    page_.xml.open("ac:task");
    page_.text_element("ac:task-id", std::to_string(page_.next_task++));
    page_.text_element("ac:task-status", item.task == Task::done ? "complete" : "incomplete");
    page_.xml.open("ac:task-body");
    html_.enclose([&] {
      for (const Node& block : item.children) {
        if (block.kind == Kind::list) {
          write_tasks(block);
        } else {
          inlines_.write(block.children);
        }
      }
    });
    page_.xml.close();
    page_.xml.close();
  }
  page_.xml.close();
}

void BlockWriter::write_table(const Node& table) {
  XmlAttributes attributes;
  // As wide as its text, like a table of Markdown; the old editor shows it so anyway.
  if (page_.options.editor == Editor::current) attributes.push_back({"data-layout", "align-start"});
  page_.xml.open("table", attributes);
  const size_t outside = page_.xml.depth();
  bool in_header = false;
  for (const Node& row : table.children) {
    if (page_.xml.depth() == outside || row.is_header != in_header) {
      page_.xml.close_to(outside);
      page_.xml.open(row.is_header ? XmlName("thead") : XmlName("tbody"));
      in_header = row.is_header;
    }
    write_row(row, table);
  }
  page_.xml.close_to(outside);
  page_.xml.close();
}

void BlockWriter::write_row(const Node& row, const Node& table) {
  page_.line = row.line;
  page_.xml.open("tr");
  for (size_t column = 0; column < row.children.size(); ++column) {
    page_.xml.open(row.is_header ? XmlName("th") : XmlName("td"));
    const XmlAttributes style =
        column < table.alignments.size() ? style_of(table.alignments[column]) : XmlAttributes();
    const std::vector<Node>& inlines = row.children[column].children;
    // Confluence wants the style on a paragraph in the cell.
    if (style.empty() || inlines.empty()) {
      html_.enclose([&] { inlines_.write(inlines); });
    } else {
      write_inlines("p", style, inlines);
    }
    page_.xml.close();
  }
  page_.xml.close();
}

void BlockWriter::write_footnotes(const std::vector<Node>& blocks, size_t first) {
  html_.close_all();
  page_.xml.empty("hr");
  page_.xml.open("ol");
  for (size_t i = first; i < blocks.size(); ++i) {
    page_.xml.open("li");
    html_.enclose([&] { write_footnote(blocks[i]); });
    page_.xml.close();
  }
  page_.xml.close();
}

// The anchor stands in the first paragraph, the links back in the last one; both are made where the
// footnote has none.
void BlockWriter::write_footnote(const Node& footnote) {
  page_.line = footnote.line;
  const std::vector<Node>& blocks = footnote.children;
  const size_t size = blocks.size();
  const bool begins_with_text = size > 0 && blocks[0].kind == Kind::paragraph;
  const bool ends_with_text = size > 0 && blocks[size - 1].kind == Kind::paragraph;
  const auto write_text = [&](const Node* paragraph, bool is_first, bool is_last) {
    html_.before_block();
    if (paragraph != nullptr) page_.line = paragraph->line;
    page_.xml.open("p");
    if (is_first) page_.anchor_macro(footnote_anchor(footnote.number));
    if (paragraph != nullptr) html_.enclose([&] { inlines_.write(paragraph->children); });
    if (is_last) write_back_links(footnote.number);
    page_.xml.close();
  };
  if (!begins_with_text) write_text(nullptr, true, size == 0);
  for (size_t i = 0; i < size; ++i) {
    const bool is_first = i == 0 && begins_with_text;
    const bool is_last = i + 1 == size && ends_with_text;
    if (is_first || is_last) {
      write_text(&blocks[i], is_first, is_last);
    } else {
      write_block(blocks[i]);
    }
  }
  if (size > 0 && !ends_with_text) write_text(nullptr, false, true);
}

void BlockWriter::write_back_links(int footnote) {
  const int references = inlines_.references_to(footnote);
  for (int reference = 1; reference <= references; ++reference) {
    page_.xml.text(" ");
    const size_t outside = page_.xml.depth();
    open_anchor_link(page_, reference_anchor(footnote, reference));
    page_.xml.text("↩");
    if (reference > 1) page_.text_element("sup", std::to_string(reference));
    page_.xml.close_to(outside);
  }
}

}  // namespace git_session::confluence
