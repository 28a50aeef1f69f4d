#include "yaml/planner.h"

namespace git_session::yaml {

Planner::Planner(const Document& document, bool may_use_literals)
    : text_(document.source()),
      root_(document.root()),
      layout_(document),
      style_(file_style_of(document)),
      emitter_(style_, may_use_literals),
      quoting_emitter_(style_, false) {}

Planner::Place Planner::find(const Path& path) const {
  Place place{root_, std::nullopt, 0, 0};
  for (const PathPart& part : path) {
    const NodeRef collection = place.node;
    std::optional<size_t> found;
    if (const auto* key = std::get_if<std::string>(&part)) {
      size_t index = 0;
      collection.for_each_pair([&](NodeRef candidate, NodeRef) {
        if (candidate.text() == *key) found = index;
        ++index;
      });
    } else if (collection.is_sequence() && std::get<size_t>(part) < collection.size()) {
      found = std::get<size_t>(part);
    }
    if (!found) break;
    place = {collection.item(*found), collection, *found, place.resolved + 1};
  }
  return place;
}

}  // namespace git_session::yaml
