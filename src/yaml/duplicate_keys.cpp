#include "yaml/duplicate_keys.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "yaml/layout.h"
#include "yaml/lines.h"
#include "yaml/splice.h"

namespace git_session::yaml {
namespace {

constexpr size_t max_duplicates = 16;

/// The lines of a pair; nullopt when something else stands on them.
std::optional<Splice> lines_of(const Layout& layout, NodeRef mapping, size_t index) {
  if (mapping.style() != Style::block) return std::nullopt;
  try {
    const size_t begin = layout.entry_begin(mapping, index);
    const size_t line = line_begin(layout.text(), begin);
    if (skip_spaces(layout.text(), line) != begin) return std::nullopt;
    return Splice{line, layout.boundary(mapping, index).position, ""};
  } catch (const Error&) {
    return std::nullopt;
  }
}

struct Found {
  std::string name;
  int line;
  std::optional<Splice> first;
  std::optional<Splice> later;
};

class Search {
 public:
  explicit Search(const Document& document) : layout_(document) { visit(document.root(), ""); }
  std::vector<Found> result() { return std::move(found_); }

 private:
  void visit(NodeRef node, const std::string& path) {
    const std::string lead = path.empty() ? path : path + ".";
    if (node.is_sequence()) {
      size_t number = 0;
      node.for_each_item([&](NodeRef item) { visit(item, lead + std::to_string(++number)); });
    }
    std::map<std::string, size_t, std::less<>> seen;
    size_t index = 0;
    node.for_each_pair([&](NodeRef key, NodeRef value) {
      const std::string name = lead + std::string(key.text());
      const auto [first, is_new] = seen.emplace(key.text(), index);
      if (!is_new) add(node, name, key.line(), first->second, index);
      ++index;
      visit(value, name);
    });
  }

  void add(NodeRef mapping, const std::string& name, int line, size_t first, size_t later) {
    if (found_.size() == max_duplicates) {
      throw Error(ErrorKind::invalid_data, "more than 16 duplicate keys").at_line(line);
    }
    found_.push_back(
        {name, line, lines_of(layout_, mapping, first), lines_of(layout_, mapping, later)});
  }

  Layout layout_;
  std::vector<Found> found_;
};

/// Without the lines that `skipped` does not name; what lies inside others goes with them.
std::string without(const std::string& text, std::vector<Splice> removed) {
  std::sort(removed.begin(), removed.end(), [](const Splice& left, const Splice& right) {
    return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
  });
  std::vector<Splice> outer;
  for (const Splice& splice : removed) {
    if (outer.empty() || splice.begin >= outer.back().end) outer.push_back(splice);
  }
  return apply_splices(text, std::move(outer));
}

}  // namespace

std::vector<DuplicateKey> find_duplicate_keys(const std::string& text) {
  const Document document = Document::parse(text, DuplicateKeys::allowed);
  const std::vector<Found> found = Search(document).result();
  const bool are_alone = std::all_of(found.begin(), found.end(), [](const Found& one) {
    return one.first.has_value() && one.later.has_value();
  });
  std::vector<DuplicateKey> duplicates;
  for (size_t i = 0; i < found.size(); ++i) {
    DuplicateKey duplicate{found[i].name, found[i].line, {}, {}, {}};
    if (are_alone) {
      std::vector<Splice> others;
      for (size_t other = 0; other < found.size(); ++other) {
        if (other != i) others.push_back(*found[other].later);
      }
      const auto without_also = [&](const std::vector<Splice>& more) {
        std::vector<Splice> removed = others;
        removed.insert(removed.end(), more.begin(), more.end());
        return without(text, std::move(removed));
      };
      duplicate.first = without_also({*found[i].later});
      duplicate.later = without_also({*found[i].first});
      duplicate.neither = without_also({*found[i].first, *found[i].later});
    }
    duplicates.push_back(std::move(duplicate));
  }
  return duplicates;
}

}  // namespace git_session::yaml
