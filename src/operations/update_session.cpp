#include "operations/update_session.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "core/fields.h"
#include "core/retention.h"
#include "core/session_id.h"
#include "core/stakeholder.h"
#include "operations/checked_team.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

/// Keys that update leaves alone, and what changes them.
struct ForeignKey {
  std::string_view key;
  const char* hint;
};
constexpr std::array foreign_keys = {
    ForeignKey{"session_id", "it is the folder's name, and stays"},
    ForeignKey{"created_at", "it stays"},
    ForeignKey{"schema", "git-session writes it"},
    ForeignKey{"outputs", "git session add"},
    ForeignKey{"status", "git session close, reopen, archive or restore"},
    ForeignKey{"tags", "--add-tag TAG, --remove-tag TAG"},
    ForeignKey{"stakeholders", "--add-stakeholder PERSON, --remove-stakeholder PERSON"},
};

std::string first_part(const std::string& key) { return key.substr(0, key.find('.')); }

void check_key(const std::string& key) {
  const SessionField* field = find_session_field(key);
  std::string name = field ? path_of(field->section, field->key) : key;
  for (const ForeignKey& foreign : foreign_keys) {
    if (first_part(name) != foreign.key) continue;
    throw Error(ErrorKind::usage, "update does not set '" + escape_line(key) + "'", foreign.hint);
  }
  for (const std::string& part : split(key, '.')) {
    if (part.empty()) {
      throw Error(ErrorKind::usage, "'" + escape_line(key) + "' is no key", "--set key=value");
    }
  }
}

/// `text` of several lines as the metadata can hold it.
std::string checked_text(const std::string& text, const std::string& option) {
  for (const std::string& line : split(text, '\n')) {
    checked_line(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line, option);
  }
  return text;
}

/// Plans the edits of one update on one state of the session.
class Update {
 public:
  Update(const Workspace& workspace, const Session& session, MetadataEditor& editor)
      : workspace_(workspace), session_(session), editor_(editor) {}

  void make(const SessionUpdate& update);
  std::vector<std::string> take_notes() { return std::move(notes_); }

 private:
  void set_value(const KeyValue& value);
  void set_field(const SessionField& field, const std::string& text);
  void set_other(const std::string& key, const std::string& text);
  void set_retention(const SessionUpdate& update);
  std::optional<Date> counted_expiry(const std::string& policy) const;
  void change_tags(const SessionUpdate& update);
  void change_stakeholders(const SessionUpdate& update);
  void add_stakeholder(const Stakeholder& person);
  void set_link(const KeyValue& link);
  void append_notes(const std::vector<std::string>& notes);

  const Workspace& workspace_;
  const Session& session_;
  MetadataEditor& editor_;
  std::vector<std::string> notes_;
};

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
  editor_.set(field, std::move(value));
}

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

void Update::set_other(const std::string& key, const std::string& text) {
  std::optional<std::string> old = other_text(session_, key);
  if (old.value_or("") == text) return;
  editor_.set_path(key, text.empty() ? Value() : Value(text));
}

/// Counted from the day in the id, so that it comes out the same whenever it is asked for.
std::optional<Date> Update::counted_expiry(const std::string& policy) const {
  std::optional<Date> start = date_of_session_id(session_.id);
  if (!start && session_.created_at) start = to_local(*session_.created_at).date;
  return expiry_date(policy, start.value_or(workspace_.today()));
}

void Update::set_retention(const SessionUpdate& update) {
  const Session::Retention& old = session_.retention;
  Session::Retention wanted = old;
  if (update.policy) {
    wanted.policy = *update.policy;
    wanted.expires_at = counted_expiry(wanted.policy);
    bool is_policys_reason = old.reason == default_retention_reason(old.policy);
    if (is_policys_reason) wanted.reason = default_retention_reason(wanted.policy);
  }
  if (update.expires && *update.expires != "never") wanted.expires_at = parse_date(*update.expires);
  if (update.expires && *update.expires == "never") wanted.expires_at.reset();
  if (update.reason) wanted.reason = *update.reason;
  if (wanted.policy != old.policy) editor_.set("retention.policy", Value(wanted.policy));
  if (wanted.expires_at != old.expires_at) {
    editor_.set("retention.expires_at",
                wanted.expires_at ? Value(format_date(*wanted.expires_at)) : Value());
  }
  if (wanted.reason != old.reason) {
    editor_.set("retention.reason", wanted.reason.empty() ? Value() : Value(wanted.reason));
  }
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

/// Whether `person` and `other` are one: the same address, or the same name where not both have
/// one.
bool is_same_person(const Stakeholder& person, const Stakeholder& other) {
  if (!person.email.empty() && !other.email.empty()) {
    return equals_ignoring_case(person.email, other.email);
  }
  return !person.name.empty() && equals_ignoring_case(person.name, other.name);
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

/// Values that other options take mean the same by `--set`.
void sort_out(SessionUpdate& update) {
  std::vector<KeyValue> rest;
  for (KeyValue& value : update.values) {
    check_key(value.key);
    const SessionField* field = find_session_field(value.key);
    std::string name = field ? path_of(field->section, field->key) : value.key;
    if (name == "retention.policy") {
      update.policy = value.value;
    } else if (name == "retention.expires_at") {
      update.expires = value.value.empty() ? "never" : value.value;
    } else {
      rest.push_back(std::move(value));
    }
  }
  update.values = std::move(rest);
}

void check(const SessionUpdate& update) {
  for (const KeyValue& value : update.values) {
    checked_line(value.key, "--set");
    checked_text(value.value, value.key);
  }
  if (update.policy && !is_retention_policy(*update.policy)) {
    throw Error(ErrorKind::usage,
                "there is no retention policy '" + escape_line(*update.policy) + "'",
                "there are " + join(retention_policies(), ", "));
  }
  if (update.expires && *update.expires != "never" && !parse_date(*update.expires)) {
    throw Error(ErrorKind::usage, "'" + escape_line(*update.expires) + "' is no day",
                "write --expires YYYY-MM-DD, or --expires never");
  }
  if (update.reason) checked_line(*update.reason, "--reason");
  for (const std::string& tag : update.added_tags) {
    if (trim(checked_line(tag, "--add-tag")).empty()) {
      throw Error(ErrorKind::usage, "a tag cannot be empty", "--add-tag TAG");
    }
  }
  for (const KeyValue& link : update.links) checked_line(link.value, "--link " + link.key);
  for (const std::string& note : update.notes) {
    if (trim(checked_text(note, "--note")).empty()) {
      throw Error(ErrorKind::usage, "a note cannot be empty", "--note TEXT");
    }
  }
}

}  // namespace

UpdateReport update_session(const Workspace& workspace, const SessionLocation& location,
                            const SessionUpdate& update) {
  SessionUpdate sorted = update;
  sort_out(sorted);
  check(sorted);
  LockedSession locked = lock_for_writing(workspace, location);
  Session before;
  UpdateReport report;
  report.session =
      workspace.store().edit(locked, [&](const Session& session, MetadataEditor& editor) {
        before = session;
        Update planned(workspace, session, editor);
        planned.make(sorted);
        report.notes = planned.take_notes();
      });
  report.changes = changes_between(before, report.session);
  return report;
}

}  // namespace git_session
