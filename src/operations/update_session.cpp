#include "operations/update_session.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "core/fields.h"
#include "operations/update_plan.h"
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
    ForeignKey{"retention.before_hold", "--hold REASON, --release-hold"},
    ForeignKey{"status", "git session close, reopen, archive or restore"},
    ForeignKey{"tags", "--add-tag TAG, --remove-tag TAG"},
    ForeignKey{"stakeholders", "--add-stakeholder PERSON, --remove-stakeholder PERSON"},
};

std::string first_part(const std::string& key) { return key.substr(0, key.find('.')); }

void check_key(const std::string& key) {
  const SessionField* field = find_session_field(key);
  std::string name = field ? path_of(field->section, field->key) : key;
  for (const ForeignKey& foreign : foreign_keys) {
    if (first_part(name) != foreign.key && name != foreign.key) continue;
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

void check_hold(const SessionUpdate& update) {
  if (!update.hold) return;
  if (trim(checked_line(*update.hold, "--hold")).empty()) {
    throw Error(ErrorKind::usage, "a hold needs a reason", "--hold REASON");
  }
  if (update.policy || update.length || update.expires || update.reason || update.release_hold) {
    throw Error(ErrorKind::usage,
                "--hold goes with none of --retention, --expires, --reason and --release-hold",
                "set those first, then hold the session");
  }
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
  check_hold(update);
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

SessionUpdate checked_update(const SessionUpdate& update) {
  SessionUpdate sorted = update;
  sort_out(sorted);
  check(sorted);
  return sorted;
}

UpdateReport update_session(const Workspace& workspace, const SessionLocation& location,
                            const SessionUpdate& update) {
  const SessionUpdate sorted = checked_update(update);
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
