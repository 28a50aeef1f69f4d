#include "confluence/storage_canonical.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "confluence/storage_attributes.h"
#include "confluence/storage_marks.h"
#include "confluence/storage_spacing.h"

namespace git_session::confluence {
namespace {

struct Renaming {
  std::string_view from;
  std::string_view to;
};

// Elements that mean the same.
constexpr std::array<Renaming, 7> renamings{{{"ac:plain-text-link-body", "ac:link-body"},
                                             {"b", "strong"},
                                             {"i", "em"},
                                             {"ins", "u"},
                                             {"s", "del"},
                                             {"strike", "del"},
                                             {"tt", "code"}}};

bool is_bookkeeping(const StorageNode& node) {
  if (node.name == "ac:adf-attribute") {
    const std::string* key = node.attribute("key");
    return key != nullptr && *key == "local-id";
  }
  // Columns say something by their widths alone.
  if (node.name == "colgroup") {
    return node.attributes.empty() &&
           std::all_of(node.children.begin(), node.children.end(), [](const StorageNode& column) {
             return column.is_text() ? trim(column.text).empty()
                                     : column.name == "col" && column.attributes.empty() &&
                                           column.children.empty();
           });
  }
  return node.name == "ac:task-id" || node.name == "ac:task-uuid" ||
         node.name == "ac:adf-fragment-mark";
}

bool is_transparent(const StorageNode& node, std::string_view parent) {
  if (node.name == "ac:inline-comment-marker") return true;
  if (!node.attributes.empty()) return false;
  if (node.name == "span") return true;
  return parent == "table" &&
         (node.name == "thead" || node.name == "tbody" || node.name == "tfoot");
}

void move_into(StorageNodes& nodes, StorageNodes more) {
  std::move(more.begin(), more.end(), std::back_inserter(nodes));
}

void sort_parameters(StorageNodes& nodes) {
  const auto others = std::stable_partition(
      nodes.begin(), nodes.end(), [](const auto& node) { return node.name == "ac:parameter"; });
  const auto name_of = [](const StorageNode& parameter) {
    const std::string* name = parameter.attribute("ac:name");
    return name == nullptr ? std::string_view() : std::string_view(*name);
  };
  std::stable_sort(nodes.begin(), others, [&name_of](const auto& left, const auto& right) {
    return name_of(left) < name_of(right);
  });
  nodes = join_marks(std::move(nodes));
}

/// All rows into one body, where the first of them is.
void gather_rows(StorageNodes& nodes) {
  StorageNode body{.name = "tbody"};
  size_t place = nodes.size();
  StorageNodes others;
  for (StorageNode& node : nodes) {
    if (node.name == "tr") {
      if (body.children.empty()) place = others.size();
      body.children.push_back(std::move(node));
    } else {
      others.push_back(std::move(node));
    }
  }
  if (!body.children.empty()) {
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(place), std::move(body));
  }
  nodes = join_marks(std::move(others));
}

/// A line end is all that CDATA can say.
void settle_verbatim(StorageNodes& nodes) {
  for (StorageNode& node : nodes) {
    node.is_verbatim = node.is_text();
    std::erase(node.text, '\r');
  }
  std::erase_if(nodes, [](const StorageNode& node) { return node.is_text() && node.text.empty(); });
}

/// Without bookkeeping, with one spelling, but with the white space as it came.
StorageNodes plain(StorageNodes nodes, std::string_view parent) {
  StorageNodes out;
  for (StorageNode& node : nodes) {
    if (node.is_text()) {
      node.is_verbatim = false;
      out.push_back(std::move(node));
      continue;
    }
    for (const auto& [from, to] : renamings) {
      if (node.name == from) node.name = to;
    }
    make_canonical_attributes(node);
    node.children = plain(std::move(node.children), node.name);
    if (is_bookkeeping(node)) continue;
    if (node.name == "ac:plain-text-body") settle_verbatim(node.children);
    if (node.name == "ac:structured-macro") sort_parameters(node.children);
    if (node.name == "table") gather_rows(node.children);
    if (is_transparent(node, parent)) {
      move_into(out, std::move(node.children));
    } else {
      out.push_back(std::move(node));
    }
  }
  return join_marks(std::move(out));
}

}  // namespace

StorageNodes canonical_nodes(StorageNodes nodes) {
  StorageNodes out = plain(std::move(nodes), "");
  settle_spacing(out);
  return out;
}

std::string canonical_storage(std::string_view storage) {
  return write_storage(canonical_nodes(parse_storage(storage)));
}

}  // namespace git_session::confluence
