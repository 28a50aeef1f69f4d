#include <algorithm>
#include <iterator>
#include <string>

#include "yaml/edit.h"
#include "yaml/refusal.h"

namespace git_session::yaml {
namespace {

bool is_filled_collection(const Value& value) {
  return (value.sequence() != nullptr && !value.sequence()->empty()) ||
         (value.mapping() != nullptr && !value.mapping()->empty());
}

Value* child(Value& parent, const PathPart& part) {
  if (const auto* key = std::get_if<std::string>(&part)) {
    Value::Mapping* mapping = parent.mapping();
    if (mapping == nullptr) return nullptr;
    const auto found = std::find_if(mapping->begin(), mapping->end(),
                                    [&](const auto& pair) { return pair.first == *key; });
    return found == mapping->end() ? nullptr : &found->second;
  }
  Value::Sequence* sequence = parent.sequence();
  const size_t index = std::get<size_t>(part);
  return sequence != nullptr && index < sequence->size() ? &(*sequence)[index] : nullptr;
}

/// The deepest value on the path that exists, and how many parts of the path lead to it.
std::pair<Value*, size_t> find(Value& root, const Path& path) {
  Value* value = &root;
  size_t resolved = 0;
  for (; resolved < path.size(); ++resolved) {
    Value* next = child(*value, path[resolved]);
    if (next == nullptr) break;
    value = next;
  }
  return {value, resolved};
}

/// Puts `value` under the keys of `path` from `resolved` on, which do not exist in `parent`.
void make(Value& parent, const Path& path, size_t resolved, Value value, const std::string& after) {
  for (size_t i = path.size(); i-- > resolved;) {
    const auto* key = std::get_if<std::string>(&path[i]);
    if (key == nullptr) {
      throw cannot_edit("no item " + std::to_string(std::get<size_t>(path[i])), 0);
    }
    if (i > resolved) value = Value(Value::Mapping{{*key, std::move(value)}});
  }
  if (parent.is_null()) parent = Value(Value::Mapping{});
  Value::Mapping* mapping = parent.mapping();
  if (mapping == nullptr) throw cannot_edit("not a mapping", 0);
  auto position = mapping->end();
  if (resolved + 1 == path.size() && !after.empty()) {
    position = std::find_if(mapping->begin(), mapping->end(),
                            [&](const auto& pair) { return pair.first == after; });
    if (position != mapping->end()) ++position;
  }
  mapping->insert(position, {std::get<std::string>(path[resolved]), std::move(value)});
}

void perform(Value& root, const Set& edit) {
  if (edit.path.empty()) throw cannot_edit("a path is needed", 0);
  const auto [value, resolved] = find(root, edit.path);
  if (resolved < edit.path.size()) {
    make(*value, edit.path, resolved, edit.value, edit.after);
  } else if (is_filled_collection(*value)) {
    throw cannot_edit("not a single value", 0);
  } else if (is_filled_collection(edit.value)) {
    throw cannot_edit("a single value is needed", 0);
  } else {
    *value = edit.value;
  }
}

void perform(Value& root, const Remove& edit) {
  if (edit.path.empty()) throw cannot_edit("a path is needed", 0);
  const Path outer(edit.path.begin(), edit.path.end() - 1);
  const auto [parent, resolved] = find(root, outer);
  if (resolved < outer.size()) return;
  const Value* removed = child(*parent, edit.path.back());
  if (removed == nullptr) return;
  if (Value::Mapping* mapping = parent->mapping()) {
    mapping->erase(std::find_if(mapping->begin(), mapping->end(),
                                [&](const auto& pair) { return &pair.second == removed; }));
  } else {
    const auto index = static_cast<std::ptrdiff_t>(std::get<size_t>(edit.path.back()));
    parent->sequence()->erase(parent->sequence()->begin() + index);
  }
}

void perform(Value& root, const Append& edit) {
  const auto [value, resolved] = find(root, edit.path);
  if (resolved < edit.path.size()) {
    make(*value, edit.path, resolved, Value(Value::Sequence{edit.item}), {});
    return;
  }
  if (value->is_null()) *value = Value(Value::Sequence{});
  if (value->sequence() == nullptr) throw cannot_edit("not a list", 0);
  value->sequence()->push_back(edit.item);
}

}  // namespace

Value apply_to_value(Value root, const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) {
    std::visit([&](const auto& single) { perform(root, single); }, edit);
  }
  return root;
}

}  // namespace git_session::yaml
