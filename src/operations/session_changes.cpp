#include "operations/session_changes.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "core/fields.h"
#include "core/stakeholder.h"

namespace git_session {
namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;

/// Every scalar of unknown keys under its dotted name.
void flatten(const Value& value, const std::string& key, Texts& texts) {
  if (const auto* mapping = value.mapping()) {
    for (const auto& [name, inner] : *mapping) {
      flatten(inner, key.empty() ? name : key + "." + name, texts);
    }
  } else if (const auto* sequence = value.sequence()) {
    for (size_t i = 0; i < sequence->size(); ++i) {
      flatten((*sequence)[i], key + "." + std::to_string(i), texts);
    }
  } else {
    texts.emplace_back(key, to_text(value));
  }
}

Texts texts_of(const Session& session) {
  Texts texts;
  for (const SessionField& field : session_fields()) {
    if (field.key == "notes") continue;
    texts.emplace_back(path_of(field.section, field.key), to_text(field.get(session)));
  }
  for (const auto& [name, target] : session.links) texts.emplace_back("links." + name, target);
  flatten(Value(session.extra), "", texts);
  return texts;
}

void compare_texts(const Texts& before, const Texts& after, std::vector<FieldChange>& changes) {
  std::map<std::string, std::string> old(before.begin(), before.end());
  for (const auto& [key, text] : after) {
    auto known = old.extract(key);
    std::string was = known.empty() ? std::string() : known.mapped();
    if (was != text) changes.push_back({key, was, text});
  }
  for (const auto& [key, text] : old) {
    if (!text.empty()) changes.push_back({key, text, ""});
  }
}

void compare_items(const std::string& key, std::vector<std::string> before,
                   const std::vector<std::string>& after, std::vector<FieldChange>& changes) {
  for (const std::string& item : after) {
    auto known = std::find(before.begin(), before.end(), item);
    if (known != before.end()) {
      before.erase(known);
    } else {
      changes.push_back({key, "", item, true});
    }
  }
  for (const std::string& item : before) changes.push_back({key, item, "", true});
}

std::vector<std::string> described(const std::vector<Stakeholder>& people) {
  std::vector<std::string> texts;
  for (const Stakeholder& person : people) texts.push_back(describe(person));
  return texts;
}

void compare_notes(const std::string& before, const std::string& after,
                   std::vector<FieldChange>& changes) {
  if (before == after) return;
  if (!after.starts_with(before)) {
    changes.push_back({"notes", before, after});
    return;
  }
  for (std::string& line : split(after.substr(before.size()), '\n')) {
    if (!line.empty()) changes.push_back({"notes", "", std::move(line), true});
  }
}

}  // namespace

std::vector<FieldChange> changes_between(const Session& before, const Session& after) {
  std::vector<FieldChange> changes;
  compare_texts(texts_of(before), texts_of(after), changes);
  compare_items("stakeholders", described(before.stakeholders), described(after.stakeholders),
                changes);
  compare_items("tags", before.tags, after.tags, changes);
  compare_notes(before.notes, after.notes, changes);
  return changes;
}

}  // namespace git_session
