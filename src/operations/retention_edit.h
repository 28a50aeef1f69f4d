#pragma once

#include <string>

#include "core/retention.h"
#include "core/session.h"
#include "operations/update_session.h"

namespace git_session {

/// What an update makes of a session's retention. Pure: knows neither files nor clock.
class RetentionEdit {
 public:
  /// `start` is the day that policies and lengths are counted from.
  RetentionEdit(const Session::Retention& old, Date start, const RetentionLengths& lengths)
      : retention_(old), start_(start), lengths_(lengths) {}

  /// Throws `refused` (reason "session-held"), naming `id`, where a held session shall get a date;
  /// `refused` (reason "cannot-edit") where what it had before the hold would be lost.
  Session::Retention make(const SessionUpdate& update, const std::string& id);
  /// A hold was to be released, and there was none.
  bool was_not_held() const { return was_not_held_; }

 private:
  void refuse_dates_of_held(const SessionUpdate& update, const std::string& id) const;
  void hold(const std::string& reason, const std::string& id);
  void release(const std::string& id);
  void set_policy(const std::string& policy, const std::string& id);
  void set_length(Length length);
  void set_expires(const std::string& expires);
  void replace_default_reason(std::string reason);

  Session::Retention retention_;
  const Date start_;
  const RetentionLengths lengths_;
  bool was_not_held_ = false;
};

}  // namespace git_session
