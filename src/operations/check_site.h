#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "confluence/site.h"

namespace git_session {

/// One thing that publishing needs, and whether it is there.
struct SiteCheck {
  enum class State { passed, failed, unknown };
  std::string name;  ///< "login", "space", "rights"
  State state = State::passed;
  std::string words;  ///< what was found, or what is wrong, for people
  std::string hint;   ///< what to do about it
};
const char* name_of(SiteCheck::State state);

/// Tries whether the site takes the login and what that may do in a space (empty: not tried).
/// Changes nothing there, and stops at the first thing that is wrong.
std::vector<SiteCheck> check_site(confluence::Site& site, const std::string& space_key);

}  // namespace git_session
