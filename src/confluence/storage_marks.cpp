#include "confluence/storage_marks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "confluence/storage_elements.h"

namespace git_session::confluence {
namespace {

bool is_same_mark(const StorageNode& left, const StorageNode& right) {
  return left.name == right.name && left.attributes == right.attributes;
}

/// The styles of one thing, outermost first.
using Marks = std::vector<StorageNode>;

class MarkJoiner {
 public:
  void add(StorageNodes nodes) {
    for (StorageNode& node : nodes) {
      if (mark_rank(node) == 0) {
        add_leaf(std::move(node));
        continue;
      }
      StorageNodes children = std::move(node.children);
      node.children.clear();
      around_.push_back(std::move(node));
      add(std::move(children));
      around_.pop_back();
    }
  }

  StorageNodes finish() {
    close_to(0);
    return std::move(done_);
  }

 private:
  Marks marks_around() const {
    Marks marks = around_;
    std::stable_sort(marks.begin(), marks.end(), [](const auto& left, const auto& right) {
      return mark_rank(left) < mark_rank(right);
    });
    marks.erase(std::unique(marks.begin(), marks.end(), is_same_mark), marks.end());
    return marks;
  }

  void add_leaf(StorageNode leaf) {
    if (leaf.is_text() && leaf.text.empty()) return;
    Marks marks = marks_around();
    size_t common = 0;
    while (common < std::min(marks.size(), open_.size()) &&
           is_same_mark(marks[common], open_[common])) {
      ++common;
    }
    close_to(common);
    std::move(marks.begin() + static_cast<std::ptrdiff_t>(common), marks.end(),
              std::back_inserter(open_));
    StorageNodes& siblings = open_.empty() ? done_ : open_.back().children;
    if (leaf.is_text() && !siblings.empty() && siblings.back().is_text()) {
      siblings.back().text += leaf.text;
    } else {
      siblings.push_back(std::move(leaf));
    }
  }

  void close_to(size_t depth) {
    while (open_.size() > depth) {
      StorageNode mark = std::move(open_.back());
      open_.pop_back();
      (open_.empty() ? done_ : open_.back().children).push_back(std::move(mark));
    }
  }

  Marks around_;  ///< of what is added, as it was nested
  Marks open_;    ///< of what is built
  StorageNodes done_;
};

}  // namespace

StorageNodes join_marks(StorageNodes nodes) {
  MarkJoiner joiner;
  joiner.add(std::move(nodes));
  return joiner.finish();
}

}  // namespace git_session::confluence
