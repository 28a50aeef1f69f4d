#include "operations/retention_edit.h"

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

bool is_held(const Session::Retention& retention) { return retention.policy == "hold"; }

Error cannot_keep(const std::string& message, const std::string& hint) {
  return Error(ErrorKind::refused, message, hint).with_reason("cannot-edit");
}

}  // namespace

Session::Retention RetentionEdit::make(const SessionUpdate& update, const std::string& id) {
  if (update.release_hold) release(id);
  refuse_dates_of_held(update, id);
  if (update.hold) hold(*update.hold, id);
  if (update.policy) set_policy(*update.policy, id);
  if (update.length) set_length(*update.length);
  if (update.expires) set_expires(*update.expires);
  if (update.reason) retention_.reason = *update.reason;
  return retention_;
}

void RetentionEdit::refuse_dates_of_held(const SessionUpdate& update, const std::string& id) const {
  const bool changes_policy = update.policy && *update.policy != "hold";
  if (!is_held(retention_) || !(changes_policy || update.length || update.expires)) return;
  const std::string why = retention_.reason.empty() ? "" : ": " + escape_line(retention_.reason);
  throw Error(ErrorKind::refused, "session '" + id + "' is held" + why,
              "git session update " + quote_for_shell(id) + " --release-hold lets go of it")
      .with_reason("session-held");
}

void RetentionEdit::hold(const std::string& reason, const std::string& id) {
  if (!is_held(retention_)) {
    const HeldRetention held{retention_.policy.empty() ? std::string("project") : retention_.policy,
                             retention_.expires_at, retention_.reason};
    retention_.before_hold = describe(held);
    if (parse_held_retention(retention_.before_hold) != held) {
      throw cannot_keep("the policy '" + escape_line(held.policy) + "' of session '" + id +
                            "' cannot be kept in one line",
                        "git session update " + quote_for_shell(id) + " --retention project");
    }
  }
  retention_.policy = "hold";
  retention_.expires_at.reset();
  retention_.reason = reason;
}

void RetentionEdit::release(const std::string& id) {
  was_not_held_ = !is_held(retention_);
  if (was_not_held_) return;
  auto before = parse_held_retention(retention_.before_hold);
  if (before && before->policy != "hold") {
    retention_ = {before->policy, before->expires_at, before->reason};
    return;
  }
  if (!before && !retention_.before_hold.empty()) {
    throw cannot_keep("what session '" + id + "' had before the hold cannot be read: '" +
                          escape_line(retention_.before_hold) + "'",
                      "correct retention.before_hold, or take it out, in an editor");
  }
  // Held by hand, or from the start: what a new session would get.
  retention_ = {"project", expiry_date("project", start_, lengths_),
                default_retention_reason("project")};
}

void RetentionEdit::set_policy(const std::string& policy, const std::string& id) {
  if (policy == "hold") {
    if (is_held(retention_)) return;
    const bool is_own_reason = !is_default_retention_reason(retention_.reason, retention_.policy);
    return hold(is_own_reason ? retention_.reason : default_retention_reason(policy), id);
  }
  replace_default_reason(default_retention_reason(policy));
  retention_.policy = policy;
  retention_.expires_at = expiry_date(policy, start_, lengths_);
}

void RetentionEdit::set_length(Length length) {
  replace_default_reason(default_retention_reason(length));
  if (!is_dated_policy(retention_.policy)) retention_.policy = "project";
  retention_.expires_at = add_length(start_, length);
}

void RetentionEdit::set_expires(const std::string& expires) {
  if (expires != "never") {
    retention_.expires_at = parse_date(expires);
    // A date on what is kept for good would never count.
    if (retention_.policy == "permanent") retention_.policy = "project";
    return;
  }
  retention_.expires_at.reset();
  // Any other policy has a date; kept without one, it would read as forgotten.
  if (is_dated_policy(retention_.policy)) retention_.policy = "permanent";
}

void RetentionEdit::replace_default_reason(std::string reason) {
  if (is_default_retention_reason(retention_.reason, retention_.policy)) {
    retention_.reason = std::move(reason);
  }
}

}  // namespace git_session
