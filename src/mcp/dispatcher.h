#pragma once

#include <optional>
#include <string>

#include "base/environment.h"
#include "mcp/dialect.h"
#include "mcp/message.h"
#include "operations/session_cache.h"

namespace git_session::mcp {

/// Answers one request after the other. Of a client it remembers only which legacy revision
/// `initialize` chose; all else it is told with each request. (That sessions are not read twice
/// changes no answer.)
class Dispatcher {
 public:
  Dispatcher(Environment environment, std::string version)
      : environment_(std::move(environment)), version_(std::move(version)) {}

  /// The reply to a request or a broken message. Never throws for what a client sent or a
  /// repository holds.
  Json answer(const Message& message);

 private:
  Outcome outcome_of(const Message& request);
  Outcome initialize(const Message& request);
  Json server_info() const;

  Environment environment_;
  std::string version_;
  std::optional<std::string> legacy_version_;
  SessionCache cache_;
};

}  // namespace git_session::mcp
