#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "confluence/html_stack.h"
#include "confluence/html_tokens.h"
#include "confluence/page.h"

namespace git_session::confluence {

struct HtmlElement;  // html_elements.h

/// Writes the HTML that stands in Markdown: tags of a fixed list become elements, which are closed
/// where they must be; all others are shown as text. An element may be opened by one piece and
/// closed by a later one, with Markdown in between.
class HtmlWriter {
 public:
  explicit HtmlWriter(Page& page) : page_(page), xml_(page.xml), stack_(page) {}

  /// A block of HTML. What is open at its end and can hold blocks stays open.
  void write_block(std::string_view html);
  /// A tag or a comment within text.
  void write_inline(std::string_view html);

  /// To be called before Markdown writes a block, or text and what stands in it: makes a place
  /// where that may be.
  void before_block();
  void before_inline();

  /// Closes what HTML opened and Markdown does not enclose.
  void close_all();

  /// While true, text is the title of what is to be unfolded, and add_to_summary() wants it.
  bool is_in_summary() const { return in_summary_; }
  void add_to_summary(std::string_view text) { summary_ += text; }

  /// Calls `write`; HTML cannot close what is open now, and what HTML opens in `write` ends with
  /// it.
  template <typename Write>
  void enclose(const Write& write) {
    const size_t outer = stack_.raise_floor();
    write();
    close_all();
    stack_.lower_floor(outer);
  }

 private:
  void start(const HtmlToken& token);
  void start_known(const HtmlElement& element, const HtmlToken& token);
  void start_block(const HtmlElement& element, const HtmlToken& token);
  void start_item(const HtmlElement& element, const HtmlToken& token);
  void start_row_or_cell(const HtmlElement& element, const HtmlToken& token);
  void start_link(const HtmlToken& token);
  void write_image(const HtmlToken& token);
  void end(const HtmlToken& token);
  void write_text(std::string_view html);
  void show_as_text(const HtmlToken& token);
  void write_preformatted(const std::vector<HtmlToken>& tokens, size_t& at);

  void begin_details();
  Page& page_;
  XmlWriter& xml_;
  HtmlStack stack_;
  bool has_details_ = false;  ///< `<details>` came and its title may still follow
  bool in_summary_ = false;
  std::string summary_;
};

}  // namespace git_session::confluence
