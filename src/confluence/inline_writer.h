#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "confluence/html_writer.h"
#include "confluence/page.h"
#include "markdown/node.h"

namespace git_session::confluence {

/// Writes what stands within paragraphs, headings and cells.
class InlineWriter {
 public:
  InlineWriter(Page& page, HtmlWriter& html) : page_(page), html_(html) {}

  void write(const std::vector<markdown::Node>& nodes);
  /// Text with mentions and status lozenges in it.
  void write_text(std::string_view text);
  /// How often the footnote was referred to so far.
  int references_to(int footnote) const;

 private:
  void write_node(const markdown::Node& node);
  void write_styled(XmlName element, const markdown::Node& node);
  void write_link(const markdown::Node& link);
  /// How much of `behind`, the text that follows, belongs to the picture: `{width=300}`.
  size_t write_image(const markdown::Node& image, std::string_view behind);
  void write_footnote_reference(int number);

  /// Write what begins at the start of `text` and give its length, 0 when nothing does.
  size_t write_status(std::string_view text);
  size_t write_mention(std::string_view text);
  size_t write_braced_mention(std::string_view text);

  Page& page_;
  HtmlWriter& html_;
  std::map<int, int> references_;
};

/// Undoes what the reading of bare addresses does to `@{ada@a.example}`: it is text again.
void rejoin_mentions(markdown::Node& document);

/// The anchors of a footnote and of a reference to it; both numbers are counted from 1.
std::string footnote_anchor(int footnote);
std::string reference_anchor(int footnote, int reference);

}  // namespace git_session::confluence
