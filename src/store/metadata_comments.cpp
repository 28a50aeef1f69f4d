#include "store/metadata_comments.h"

#include <algorithm>
#include <string_view>

#include "yaml/lines.h"

namespace git_session {
namespace {

using yaml::NodeRef;

class Finder {
 public:
  explicit Finder(const yaml::Document& document) : text_(document.source()) {
    visit(document.root());
    between(position_, text_.size());
  }

  std::vector<MetadataComment> result() { return std::move(comments_); }

 private:
  void visit(NodeRef node) {
    if (node.is_scalar()) {
      between(position_, node.begin());
      position_ = std::max(position_, node.end());
    } else if (node.is_sequence()) {
      node.for_each_item([&](NodeRef item) { visit(item); });
    } else {
      node.for_each_pair([&](NodeRef key, NodeRef value) {
        visit(key);
        visit(value);
      });
    }
  }

  /// Nothing but marks of YAML and comments lies between two scalars; a `#` begins one only behind
  /// a blank or at the start of a line.
  void between(size_t begin, size_t end) {
    while (begin < end) {
      const size_t found = text_.find('#', begin);
      if (found >= end) return;
      const size_t line_end = yaml::line_end(text_, found);
      comments_.push_back({std::string(text_.substr(found, line_end - found)), line_of(found)});
      begin = line_end;
    }
  }

  int line_of(size_t position) {
    line_ +=
        static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                    text_.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
    counted_ = position;
    return line_;
  }

  std::string_view text_;
  size_t position_ = 0;
  size_t counted_ = 0;
  int line_ = 1;
  std::vector<MetadataComment> comments_;
};

}  // namespace

std::vector<MetadataComment> comments_of(const yaml::Document& document) {
  return Finder(document).result();
}

}  // namespace git_session
