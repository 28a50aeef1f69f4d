#include "confluence/html_stack.h"

#include <algorithm>

#include "confluence/html_elements.h"

namespace git_session::confluence {

void HtmlStack::open(const HtmlElement& element, const XmlAttributes& attributes) {
  push(element.tag);
  xml_.open(element.element, attributes);
}

void HtmlStack::push(std::string_view tag, bool is_link) {
  open_.push_back({tag, xml_.depth(), is_link});
}

void HtmlStack::close_to(size_t depth) {
  while (!open_.empty() && open_.back().depth >= depth) {
    if (open_.back().is_link) page_.in_link = false;
    open_.pop_back();
  }
  xml_.close_to(depth);
}

void HtmlStack::close_tag(std::string_view tag) {
  for (size_t i = open_.size(); i > 0 && open_[i - 1].depth >= floor_; --i) {
    if (open_[i - 1].tag == tag) return close_to(open_[i - 1].depth);
  }
}

void HtmlStack::shrink_to(size_t count) {
  if (open_.size() > count) close_to(open_[count].depth);
}

bool HtmlStack::close_until(std::initializer_list<std::string_view> names) {
  for (size_t depth = xml_.depth(); depth > floor_; --depth) {
    if (std::find(names.begin(), names.end(), xml_.name_at(depth)) == names.end()) continue;
    close_to(depth);
    return true;
  }
  return false;
}

void HtmlStack::close_text() {
  while (content_of(xml_.innermost()) == Content::text && xml_.depth() > floor_) {
    close_to(xml_.depth() - 1);
  }
}

bool HtmlStack::make_room_for_block() {
  close_text();
  if (content_of(xml_.innermost()) == Content::text) return false;
  if (content_of(xml_.innermost()) != Content::flow) make_room_for_text();
  return true;
}

void HtmlStack::make_room_for_cell() {
  if (xml_.innermost() == "table") imply("tbody");
  if (content_of(xml_.innermost()) == Content::rows) imply("tr");
}

void HtmlStack::make_room_for_text() {
  make_room_for_cell();
  if (content_of(xml_.innermost()) == Content::cells) imply("td");
  if (content_of(xml_.innermost()) == Content::items) imply("li");
  const std::string_view innermost = xml_.innermost();
  const bool holds_text = innermost == "li" || innermost == "td" || innermost == "th";
  if (content_of(innermost) == Content::flow && !holds_text) imply("p");
}

void HtmlStack::imply(XmlName element) {
  push({});
  xml_.open(element);
}

}  // namespace git_session::confluence
