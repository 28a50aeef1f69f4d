#pragma once

#include <string>

#include "git/repository.h"

namespace git_session {

/// What git's credential helpers are asked for. Nothing of it may hold a control character.
struct CredentialRequest {
  std::string protocol;  ///< "smtp"
  std::string host;      ///< with the port, where one is named
  std::string user;      ///< empty: whoever git knows there
  bool may_ask = false;  ///< a person sits there: git may ask them
};

struct Credential {
  CredentialRequest request;  ///< with the user that git named, where none was asked for
  std::string password;
};

/// The password, from `git credential fill`. Throws `unavailable` when git has none,
/// Error(invalid_data) for a request with control characters.
Credential fill_credential(const Repository& repository, const CredentialRequest& request);
/// Tells git's helpers that it was right, so that they may keep it.
void approve_credential(const Repository& repository, const Credential& credential);
/// Tells them that it was wrong, so that they forget it.
void reject_credential(const Repository& repository, const Credential& credential);

}  // namespace git_session
