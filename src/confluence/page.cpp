#include "confluence/page.h"

#include <algorithm>
#include <utility>

namespace git_session::confluence {

void Page::note(std::string text) { note_at(line, std::move(text)); }

void Page::note_at(int at_line, std::string text) {
  // Only what was said last on this line can be the same.
  for (size_t i = notes_.size(); i > 0 && notes_[i - 1].line == at_line; --i) {
    if (notes_[i - 1].text == text) return;
    if (notes_.size() - i > 8) break;
  }
  notes_.push_back({at_line, std::move(text)});
}

std::string Page::attach(const std::string& path) {
  const auto [found, is_new] = attachment_of_path_.emplace(path, attachments_.size());
  if (!is_new) return attachments_[found->second].filename;
  const auto given = options.attachment_names.find(path);
  std::string name = given == options.attachment_names.end() ? free_name(path) : given->second;
  uses_of_name_.emplace(name, 1);
  attachments_.push_back({path, name, line});
  return name;
}

// Two folders may hold pictures of one name; a page holds one of each.
std::string Page::free_name(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  if (!uses_of_name_.contains(name)) return name;
  const size_t dot = std::min(name.rfind('.'), name.size());
  while (true) {
    const std::string number = std::to_string(++uses_of_name_[name]);
    std::string other = name.substr(0, dot) + "-" + number + name.substr(dot);
    if (!uses_of_name_.contains(other)) return other;
  }
}

void Page::text_element(XmlName element, std::string_view text, const XmlAttributes& attributes) {
  xml.open(element, attributes);
  xml.text(text);
  xml.close();
}

void Page::parameter(std::string_view name, std::string_view value) {
  text_element("ac:parameter", value, {{"ac:name", std::string(name)}});
}

void Page::anchor_macro(std::string_view name) {
  xml.open("ac:structured-macro", {{"ac:name", "anchor"}});
  parameter("", name);
  xml.close();
}

Conversion Page::finish() {
  std::stable_sort(notes_.begin(), notes_.end(),
                   [](const auto& left, const auto& right) { return left.line < right.line; });
  return {xml.finish(), std::move(notes_), std::move(attachments_)};
}

}  // namespace git_session::confluence
