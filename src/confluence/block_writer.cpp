#include "confluence/block_writer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "confluence/code_macro.h"
#include "confluence/panel.h"
#include "confluence/storage_fragment.h"

namespace git_session::confluence {
namespace {

using markdown::Kind;
using markdown::Node;

/// `[TOC]`, `[[_TOC_]]` or `{toc}` alone in a paragraph: what the last one says beyond its name.
std::optional<std::string> contents_mark(const Node& paragraph) {
  const std::vector<Node>& nodes = paragraph.children;
  if (nodes.size() == 1 && nodes[0].kind == Kind::text) {
    const std::string& text = nodes[0].text;
    if (text == "[TOC]" || text == "[[TOC]]") return "";
    const auto mark = wiki_contents_in(trim(text));
    return mark ? std::optional(mark->parameters) : std::nullopt;
  }
  const bool is_gitlab = nodes.size() == 3 && nodes[0].kind == Kind::text &&
                         nodes[0].text == "[[" && nodes[1].kind == Kind::emphasis &&
                         markdown::plain_text(nodes[1]) == "TOC" && nodes[2].kind == Kind::text &&
                         nodes[2].text == "]]";
  return is_gitlab ? std::optional<std::string>("") : std::nullopt;
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
    case Kind::wiki_macro:
      return write_wiki_macro(block);
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
  if (const auto parameters = contents_mark(paragraph)) {
    write_contents(*parameters);
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

void BlockWriter::write_wiki_macro(const Node& block) {
  const WikiMacro macro = read_wiki_macro(block.info, block.text);
  page_.xml.open("ac:structured-macro", {{"ac:name", block.info}});
  const bool has_title_bar = block.info == "panel" || block.info == "expand";
  if (has_title_bar && !macro.title.empty()) page_.parameter("title", macro.title);
  write_wiki_parameters(block.info, macro);
  page_.xml.open("ac:rich-text-body");
  if (!has_title_bar) write_title(macro.title);
  html_.enclose([&] { write_blocks(block.children); });
  page_.xml.close();
  page_.xml.close();
}

void BlockWriter::write_contents(std::string_view parameters) {
  page_.xml.open("ac:structured-macro", {{"ac:name", "toc"}});
  write_wiki_parameters("toc", read_wiki_macro("toc", parameters));
  page_.xml.close();
}

void BlockWriter::write_wiki_parameters(std::string_view name, const WikiMacro& macro) {
  for (const auto& [parameter, value] : macro.parameters) page_.parameter(parameter, value);
  for (const std::string& text : macro.left_out) {
    page_.note("{" + std::string(name) + "}: '" + truncate_to_width(text, 60) + "' is left out");
  }
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

}  // namespace git_session::confluence
