#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "confluence/html_writer.h"
#include "confluence/inline_writer.h"
#include "confluence/page.h"
#include "confluence/wiki_macro.h"
#include "markdown/node.h"

namespace git_session::confluence {

/// Writes the blocks of a document: a walk over its tree.
class BlockWriter {
 public:
  explicit BlockWriter(Page& page) : page_(page), html_(page), inlines_(page, html_) {}

  void write_document(const markdown::Node& document);

 private:
  void write_blocks(const std::vector<markdown::Node>& blocks);
  void write_block(const markdown::Node& block);
  void write_within(XmlName element, const XmlAttributes& attributes,
                    const std::vector<markdown::Node>& blocks);
  void write_inlines(XmlName element, const XmlAttributes& attributes,
                     const std::vector<markdown::Node>& inlines);

  void write_heading(const markdown::Node& heading);
  void write_paragraph(const markdown::Node& paragraph);
  void write_code_block(const markdown::Node& block);
  void write_panel(const markdown::Node& block);
  void write_unfoldable(const markdown::Node& admonition);
  void write_wiki_macro(const markdown::Node& block);
  void write_contents(std::string_view parameters);
  void write_wiki_parameters(std::string_view name, const WikiMacro& macro);
  void write_title(const std::string& title);

  void write_list(const markdown::Node& list);
  void write_item(const markdown::Node& item, bool is_tight);
  void write_tasks(const markdown::Node& list);

  void write_table(const markdown::Node& table);
  void write_row(const markdown::Node& row, const markdown::Node& table);

  void write_footnotes(const std::vector<markdown::Node>& blocks, size_t first);
  void write_footnote(const markdown::Node& footnote);
  void write_back_links(int footnote);

  Page& page_;
  HtmlWriter html_;
  InlineWriter inlines_;
};

}  // namespace git_session::confluence
