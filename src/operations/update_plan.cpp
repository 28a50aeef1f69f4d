#include "operations/update_plan.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "operations/checked_team.h"
#include "operations/retention_edit.h"

namespace git_session {
namespace {

/// The text of a key that is not ours; nullopt when it is absent.
std::optional<std::string> other_text(const Session& session, const std::string& key) {
  const Value::Mapping* mapping = &session.extra;
  const Value* found = nullptr;
  for (const std::string& part : split(key, '.')) {
    if (!mapping) return std::nullopt;
    auto pair = std::find_if(mapping->begin(), mapping->end(),
                             [&](const auto& entry) { return entry.first == part; });
    if (pair == mapping->end()) return std::nullopt;
    found = &pair->second;
    mapping = found->mapping();
  }
  return to_text(*found);
}

/// Whether `person` and `other` are one: the same address, or the same name where not both have
/// one.
bool is_same_person(const Stakeholder& person, const Stakeholder& other) {
  if (!person.email.empty() && !other.email.empty()) {
    return equals_ignoring_case(person.email, other.email);
  }
  return !person.name.empty() && equals_ignoring_case(person.name, other.name);
}

}  // namespace

void Update::make(const SessionUpdate& update) {
  for (const KeyValue& value : update.values) set_value(value);
  set_retention(update);
  change_tags(update);
  change_stakeholders(update);
  for (const KeyValue& link : update.links) set_link(link);
  append_notes(update.notes);
}

void Update::set_value(const KeyValue& value) {
  if (const SessionField* field = find_session_field(value.key)) {
    return set_field(*field, value.value);
  }
  if (value.key.starts_with("links.")) return set_link({value.key.substr(6), value.value});
  set_other(value.key, value.value);
}

void Update::set_field(const SessionField& field, const std::string& text) {
  const std::string name = path_of(field.section, field.key);
  Session wanted = session_;
  if (field.required && trim(text).empty()) {
    throw Error(ErrorKind::usage, "'" + name + "' cannot be empty");
  }
  std::string word = name == "created_by.team" ? checked_team(workspace_.settings(), text) : text;
  if (!field.set(wanted, word)) {
    throw Error(ErrorKind::usage, "'" + name + "' cannot be '" + escape_line(text) + "'",
                "git session schema says what it takes");
  }
  Value value = field.get(wanted);
  if (value == field.get(session_)) return;
  // Nobody would find it then: neither on the branch in its id nor on the new one.
  if (name == "context.branch" && !session_.context.branch.empty() &&
      is_of_other_branch(session_.id, text)) {
    throw Error(ErrorKind::usage,
                "'" + name + "' cannot be '" + escape_line(text) +
                    "': the session's id has another branch in it",
                "git session create on that branch starts a session there");
  }
  editor_.set(field, std::move(value));
}

void Update::set_other(const std::string& key, const std::string& text) {
  std::optional<std::string> old = other_text(session_, key);
  if (old.value_or("") == text) return;
  editor_.set_path(key, text.empty() ? Value() : Value(text));
}

void Update::set_retention(const SessionUpdate& update) {
  const bool is_asked_for = update.policy || update.length || update.expires || update.reason ||
                            update.hold || update.release_hold;
  if (!is_asked_for) return;
  const Session::Retention& old = session_.retention;
  RetentionEdit edit(old, start(), workspace_.settings().retention_lengths());
  const Session::Retention wanted = edit.make(update, session_.id);
  if (edit.was_not_held()) notes_.push_back("the session was not held");
  if (wanted.policy != old.policy) editor_.set("retention.policy", Value(wanted.policy));
  if (wanted.expires_at != old.expires_at) {
    editor_.set("retention.expires_at",
                wanted.expires_at ? Value(format_date(*wanted.expires_at)) : Value());
  }
  if (wanted.reason != old.reason) {
    editor_.set("retention.reason", wanted.reason.empty() ? Value() : Value(wanted.reason));
  }
  if (wanted.before_hold != old.before_hold) {
    editor_.set("retention.before_hold",
                wanted.before_hold.empty() ? Value() : Value(wanted.before_hold));
  }
}

/// Counted from the day in the id, so that it comes out the same whenever it is asked for.
Date Update::start() const {
  std::optional<Date> start = date_of_session_id(session_.id);
  if (!start && session_.created_at) start = to_local(*session_.created_at).date;
  return start.value_or(workspace_.today());
}

void Update::change_tags(const SessionUpdate& update) {
  std::vector<std::string> present = session_.tags;
  for (const std::string& tag : update.added_tags) {
    if (std::find(present.begin(), present.end(), tag) != present.end()) continue;
    editor_.append_tag(tag);
    present.push_back(tag);
  }
  for (const std::string& tag : update.removed_tags) {
    bool was_there = false;
    for (size_t i = 0; i < session_.tags.size(); ++i) {
      if (session_.tags[i] != tag) continue;
      editor_.remove_tag(i);
      was_there = true;
    }
    if (!was_there) notes_.push_back("there is no tag '" + tag + "'");
  }
}

void Update::add_stakeholder(const Stakeholder& person) {
  const auto& people = session_.stakeholders;
  auto known = std::find_if(people.begin(), people.end(), [&](const Stakeholder& other) {
    return is_same_person(person, other);
  });
  if (known == people.end()) return editor_.append_stakeholder(person);
  Stakeholder merged = *known;
  if (!person.name.empty()) merged.name = person.name;
  if (!person.email.empty()) merged.email = person.email;
  if (!person.role.empty()) merged.role = person.role;
  if (describe(merged) == describe(*known)) return;
  editor_.change_stakeholder(static_cast<size_t>(known - people.begin()), merged);
}

void Update::change_stakeholders(const SessionUpdate& update) {
  for (const Stakeholder& person : update.added_stakeholders) add_stakeholder(person);
  for (const std::string& text : update.removed_stakeholders) {
    bool was_there = false;
    for (size_t i = 0; i < session_.stakeholders.size(); ++i) {
      if (!is_named(session_.stakeholders[i], text)) continue;
      editor_.remove_stakeholder(i);
      was_there = true;
    }
    if (!was_there) notes_.push_back("there is no stakeholder '" + text + "'");
  }
}

void Update::set_link(const KeyValue& link) {
  std::string old;
  for (const auto& [name, target] : session_.links) {
    if (name == link.key) old = target;
  }
  if (old != link.value) editor_.set_link(link.key, link.value);
}

void Update::append_notes(const std::vector<std::string>& notes) {
  if (notes.empty()) return;
  std::string text = session_.notes;
  for (const std::string& note : notes) {
    // A final line break is what lets a file keep it as a block, to which lines can be added.
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    text += note;
    if (!text.ends_with('\n')) text += '\n';
  }
  editor_.set("notes", Value(text));
}

}  // namespace git_session
