#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "confluence/page.h"

namespace git_session::confluence {

struct HtmlElement;  // html_elements.h

/// What HTML has opened on a page, above a floor: the elements of Markdown around it, which it
/// cannot close.
class HtmlStack {
 public:
  explicit HtmlStack(Page& page) : page_(page), xml_(page.xml) {}

  /// What is open now becomes the floor; gives what lower_floor() needs to undo it.
  size_t raise_floor() { return std::exchange(floor_, xml_.depth()); }
  void lower_floor(size_t outer) { floor_ = outer; }

  size_t size() const { return open_.size(); }
  bool is_full() const { return open_.size() >= 64; }

  void open(const HtmlElement& element, const XmlAttributes& attributes);
  /// What is opened next belongs to this tag.
  void push(std::string_view tag, bool is_link = false);
  /// Opens what nobody wrote and has to be there.
  void imply(XmlName element);

  /// Closes down to the innermost element of that tag; nothing when there is none.
  void close_tag(std::string_view tag);
  /// Closes down to the innermost element that is one of `names`; false, and nothing is closed,
  /// when there is none.
  bool close_until(std::initializer_list<std::string_view> names);
  /// Closes what holds text and styles only.
  void close_text();
  void close_all() { close_to(floor_); }
  /// Closes what came after the first `count`.
  void shrink_to(size_t count);

  /// Makes a place where a block may be; false when Markdown's text is around.
  bool make_room_for_block();
  void make_room_for_cell();
  void make_room_for_text();

 private:
  struct Open {
    std::string_view tag;  ///< empty: nobody wrote it, it had to be there
    size_t depth = 0;      ///< of elements before it
    bool is_link = false;
  };

  void close_to(size_t depth);

  Page& page_;
  XmlWriter& xml_;
  std::vector<Open> open_;
  size_t floor_ = 0;  ///< a depth
};

}  // namespace git_session::confluence
