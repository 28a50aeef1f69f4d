#include "confluence/storage_runs.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "confluence/storage_elements.h"

namespace git_session::confluence {
namespace {

constexpr std::string_view object = "\x01";

template <size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Blocks without text that an author wrote as text.
bool holds_no_runs(const StorageNode& block) {
  constexpr std::array<std::string_view, 8> closed{
      "ac:adf-extension", "ac:parameter", "ac:placeholder", "ac:plain-text-body",
      "ac:task-id",       "ac:task-uuid", "ac:task-status", "pre"};
  return is_one_of(block.name, closed);
}

/// Elements within text that have a part in it; all others are one thing.
bool is_part_of_text(const StorageNode& node) {
  if (node.is_text()) return !node.is_verbatim;
  if (node.name == "ac:link") return node.child("ac:link-body") != nullptr;
  constexpr std::array<std::string_view, 8> others{"ac:link-body", marker_name, "b",  "i",
                                                   "ins",          "s",         "tt", "strike"};
  return mark_rank(node) != 0 || is_one_of(node.name, others);
}

/// What a link leads to takes no place in the text.
bool is_target(const StorageNode& node) { return node.name.starts_with("ri:"); }

size_t length_of(const StorageNode& node) {
  if (is_target(node)) return 0;
  if (!is_part_of_text(node)) return object.size();
  if (node.is_text()) return node.text.size();
  size_t length = 0;
  for (const StorageNode& child : node.children) length += length_of(child);
  return length;
}

void append_run_text(std::string& out, const StorageNodes& nodes) {
  for (const StorageNode& node : nodes) {
    if (is_target(node)) continue;
    if (!is_part_of_text(node)) {
      out += object;
    } else if (node.is_text()) {
      out += node.text;
    } else {
      append_run_text(out, node.children);
    }
  }
}

void collect_pieces(const StorageNodes& nodes, std::vector<MarkedPiece>& pieces, size_t& at) {
  for (const StorageNode& node : nodes) {
    if (node.is_text() || !is_part_of_text(node)) {
      at += length_of(node);
      continue;
    }
    const std::string* ref = node.name == marker_name ? node.attribute("ac:ref") : nullptr;
    const size_t place = pieces.size();
    if (ref != nullptr) pieces.push_back({*ref, at, at});
    collect_pieces(node.children, pieces, at);
    if (ref != nullptr) pieces[place].end = at;
  }
}

/// Cuts the text node at `index` in two; the first part has `size` bytes.
void cut(StorageNodes& nodes, size_t index, size_t size) {
  StorageNode rest{.text = nodes[index].text.substr(size)};
  nodes[index].text.resize(size);
  nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(rest));
}

/// Whether a border between nodes is at byte `at` of `nodes`, or can be made within a text.
/// `index` becomes that of the first node behind it.
bool find_border(StorageNodes& nodes, size_t at, size_t& index) {
  size_t before = 0;
  for (index = 0; index < nodes.size(); ++index) {
    if (before == at) return true;
    const size_t length = length_of(nodes[index]);
    if (at < before + length) {
      if (!nodes[index].is_text()) return false;
      cut(nodes, index, at - before);
      ++index;
      return true;
    }
    before += length;
  }
  return before == at;
}

/// The child that holds all of the bytes, which become counted from its beginning; nullptr: none.
StorageNode* holder_of(StorageNodes& nodes, size_t& begin, size_t& end) {
  size_t before = 0;
  for (StorageNode& node : nodes) {
    const size_t length = length_of(node);
    if (begin >= before && end <= before + length && length > 0) {
      // What is marked as a whole gets the marker around it.
      const bool is_whole = begin == before && end == before + length;
      if (is_whole || node.is_text() || !is_part_of_text(node)) return nullptr;
      begin -= before;
      end -= before;
      return &node;
    }
    before += length;
  }
  return nullptr;
}

}  // namespace

void for_each_run(StorageNodes& nodes, const std::function<void(StorageNodes& run)>& visit) {
  StorageNodes out;
  StorageNodes run;
  const auto end_run = [&] {
    if (!run.empty()) visit(run);
    std::move(run.begin(), run.end(), std::back_inserter(out));
    run.clear();
  };
  for (StorageNode& node : nodes) {
    const bool is_closed = holds_no_runs(node);
    if (!is_block(node) && !is_closed) {
      run.push_back(std::move(node));
      continue;
    }
    end_run();
    if (!is_closed) for_each_run(node.children, visit);
    out.push_back(std::move(node));
  }
  end_run();
  nodes = std::move(out);
}

std::string run_text(const StorageNodes& run) {
  std::string out;
  append_run_text(out, run);
  return out;
}

std::vector<MarkedPiece> marked_pieces(const StorageNodes& run) {
  std::vector<MarkedPiece> pieces;
  size_t at = 0;
  collect_pieces(run, pieces, at);
  return pieces;
}

bool set_marker(StorageNodes& run, StorageNode marker, size_t begin, size_t end) {
  StorageNodes* nodes = &run;
  while (StorageNode* holder = holder_of(*nodes, begin, end)) {
    if (holder->name == "code" || holder->name == "tt") return false;
    nodes = &holder->children;
  }
  size_t last = 0;
  size_t first = 0;
  // From behind, so that a cut does not move the other border.
  if (!find_border(*nodes, end, last) || !find_border(*nodes, begin, first)) return false;
  last = first;
  for (size_t length = 0; length < end - begin; ++last) length += length_of((*nodes)[last]);
  const auto from = nodes->begin() + static_cast<std::ptrdiff_t>(first);
  const auto to = nodes->begin() + static_cast<std::ptrdiff_t>(last);
  marker.children.assign(std::make_move_iterator(from), std::make_move_iterator(to));
  nodes->insert(nodes->erase(from, to), std::move(marker));
  return true;
}

}  // namespace git_session::confluence
