#include "markdown/alert.h"

#include <string>

namespace git_session::markdown {

void make_alert(Node& quote) {
  if (quote.children.empty() || quote.children.front().kind != Kind::paragraph) return;
  Node& paragraph = quote.children.front();
  if (paragraph.children.empty() || paragraph.children.front().kind != Kind::text) return;
  std::string marker = paragraph.children.front().text;
  for (char& c : marker) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const char* name : {"note", "tip", "important", "warning", "caution"}) {
    if (marker != "[!" + std::string(name) + "]") continue;
    const bool is_alone = paragraph.children.size() == 1;
    if (!is_alone && paragraph.children[1].kind != Kind::soft_break) return;
    const size_t rest = is_alone ? 1 : 2;
    if (!is_alone) ++paragraph.line;
    paragraph.children.erase(paragraph.children.begin(), paragraph.children.begin() + rest);
    if (paragraph.children.empty()) quote.children.erase(quote.children.begin());
    quote.kind = Kind::alert;
    quote.info = name;
    return;
  }
}

}  // namespace git_session::markdown
