#include "confluence/block_writer.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "confluence/code_macro.h"
#include "confluence/links.h"
#include "confluence/panel.h"
#include "confluence/storage_fragment.h"

namespace git_session::confluence {
namespace {

using markdown::CellAlignment;
using markdown::Kind;
using markdown::Node;
using markdown::Task;

/// `[TOC]` or `[[_TOC_]]` alone in a paragraph.
bool is_contents_mark(const Node& paragraph) {
  const std::vector<Node>& nodes = paragraph.children;
  if (nodes.size() == 1) {
    return nodes[0].kind == Kind::text && (nodes[0].text == "[TOC]" || nodes[0].text == "[[TOC]]");
  }
  return nodes.size() == 3 && nodes[0].kind == Kind::text && nodes[0].text == "[[" &&
         nodes[1].kind == Kind::emphasis && markdown::plain_text(nodes[1]) == "TOC" &&
         nodes[2].kind == Kind::text && nodes[2].text == "]]";
}

bool is_comment(const Node& node) {
  return node.kind == Kind::html_inline && node.text.starts_with("<!--");
}

/// Whether there is nothing in it that a reader could see.
bool shows_nothing(const std::vector<Node>& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), [](const Node& node) {
    return is_comment(node) || node.kind == Kind::soft_break ||
           (node.kind == Kind::text && trim(node.text).empty());
  });
}

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

constexpr std::array<XmlName, 6> heading_names{"h1", "h2", "h3", "h4", "h5", "h6"};

}  // namespace

void BlockWriter::write_document(const Node& document) {
  html_.enclose([&] { write_blocks(document.children); });
}

void BlockWriter::write_blocks(const std::vector<Node>& blocks) {
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == Kind::footnote) return write_footnotes(blocks, i);
    write_block(blocks[i]);
  }
}

void BlockWriter::write_block(const Node& block) {
  page_.line = block.line;
  if (block.kind == Kind::html_block) return html_.write_block(block.text);
  html_.before_block();
  switch (block.kind) {
    case Kind::heading:
      return write_heading(block);
    case Kind::block_quote:
      return write_within("blockquote", {}, block.children);
    case Kind::alert:
      return write_panel(block);
    case Kind::admonition:
      return block.is_foldable ? write_unfoldable(block) : write_panel(block);
    case Kind::list:
      return write_list(block);
    case Kind::code_block:
      return write_code_block(block);
    case Kind::rule:
      return page_.xml.empty("hr");
    case Kind::table:
      return write_table(block);
    default:
      return write_paragraph(block);
  }
}

void BlockWriter::write_within(XmlName element, const XmlAttributes& attributes,
                               const std::vector<Node>& blocks) {
  page_.xml.open(element, attributes);
  html_.enclose([&] { write_blocks(blocks); });
  page_.xml.close();
}

void BlockWriter::write_inlines(XmlName element, const XmlAttributes& attributes,
                                const std::vector<Node>& inlines) {
  page_.xml.open(element, attributes);
  html_.enclose([&] { inlines_.write(inlines); });
  page_.xml.close();
}

void BlockWriter::write_heading(const Node& heading) {
  const XmlName name = heading_names[static_cast<size_t>(std::clamp(heading.level, 1, 6)) - 1];
  const Anchor* anchor = page_.anchors.of(heading);
  if (anchor == nullptr || anchor->id.empty()) return write_inlines(name, {}, heading.children);
  if (!anchor->is_set) return write_inlines(name, {{"id", anchor->id}}, heading.children);
  // Confluence derives anchors from the text: one of the author's own needs a macro.
  std::vector<Node> inlines = heading.children;
  std::string& last = inlines.back().text;
  last.resize(heading_id_in(last)->length);
  page_.xml.open(name);
  page_.anchor_macro(anchor->id);
  html_.enclose([&] { inlines_.write(inlines); });
  page_.xml.close();
}

void BlockWriter::write_paragraph(const Node& paragraph) {
  if (is_contents_mark(paragraph)) {
    page_.xml.empty("ac:structured-macro", {{"ac:name", "toc"}});
  } else if (!shows_nothing(paragraph.children)) {
    write_inlines("p", {}, paragraph.children);
  }
}

void BlockWriter::write_code_block(const Node& block) {
  CodeInfo info = read_code_info(block.info);
  if (info.language == "csf") {
    const std::string fault =
        page_.options.macros.empty() ? "no macro is allowed" : write_fragment(page_, block.text);
    if (fault.empty()) return;
    page_.note("storage format is shown as code: " + fault);
    info.language = "xml";
  }
  write_code(page_, block.text, info);
}

void BlockWriter::write_panel(const Node& block) {
  if (block.info == "quote" || block.info == "cite") {
    page_.xml.open("blockquote");
    write_title(block.title);
    html_.enclose([&] { write_blocks(block.children); });
    return page_.xml.close();
  }
  const Panel panel = panel_of(block);
  page_.xml.open("ac:structured-macro", {{"ac:name", std::string(panel.macro)}});
  page_.xml.open("ac:rich-text-body");
  write_title(panel.title);
  html_.enclose([&] { write_blocks(block.children); });
  page_.xml.close();
  page_.xml.close();
}

// Above the content and not as a parameter: the new editor has no place for one.
void BlockWriter::write_title(const std::string& title) {
  if (title.empty()) return;
  page_.xml.open("p");
  page_.text_element("strong", title);
  page_.xml.close();
}

void BlockWriter::write_unfoldable(const Node& admonition) {
  page_.xml.open("ac:structured-macro", {{"ac:name", "expand"}});
  page_.parameter("title", admonition.title.empty() ? admonition.info : admonition.title);
  write_within("ac:rich-text-body", {}, admonition.children);
  page_.xml.close();
}

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
