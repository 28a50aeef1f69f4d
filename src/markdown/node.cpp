#include "markdown/node.h"

namespace git_session::markdown {
namespace {

void append_plain(std::string& out, const Node& node) {
  switch (node.kind) {
    case Kind::text:
    case Kind::code:
      out += node.text;
      break;
    case Kind::soft_break:
    case Kind::line_break:
      out += ' ';
      break;
    default:
      for (const Node& child : node.children) append_plain(out, child);
  }
}

}  // namespace

std::string plain_text(const Node& node) {
  std::string out;
  append_plain(out, node);
  return out;
}

}  // namespace git_session::markdown
