#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "confluence/anchors.h"
#include "confluence/convert_markdown.h"
#include "confluence/xml_writer.h"

namespace git_session::confluence {

/// What everything that writes one page shares.
class Page {
 public:
  Page(const ConversionOptions& conversion_options, Anchors page_anchors)
      : options(conversion_options), anchors(std::move(page_anchors)) {}

  const ConversionOptions& options;
  XmlWriter xml;
  Anchors anchors;
  int line = 0;          ///< of the Markdown that is being written
  int next_task = 1;     ///< the id of the next task
  bool in_link = false;  ///< links do not nest

  /// Notes that something on the current line is not as it was meant. Once a line is enough.
  void note(std::string text);
  void note_at(int at_line, std::string text);

  /// The name under which the picture at `path` is attached.
  std::string attach(const std::string& path);

  /// The element with text and nothing else.
  void text_element(XmlName element, std::string_view text, const XmlAttributes& attributes = {});
  /// `<ac:parameter ac:name="name">value</ac:parameter>`
  void parameter(std::string_view name, std::string_view value);
  /// A macro at which links can end.
  void anchor_macro(std::string_view name);

  /// Notes by line, attachments by their first use.
  Conversion finish();

 private:
  std::string free_name(const std::string& path);

  std::vector<ConversionNote> notes_;
  std::vector<Attachment> attachments_;
  std::map<std::string, size_t> attachment_of_path_;
  std::map<std::string, int> uses_of_name_;
};

}  // namespace git_session::confluence
