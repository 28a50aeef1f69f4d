#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace git_session::agents {

/// What was there, and empty, before our part came into it, so that nothing in the file tells it
/// from what we made: JSON pointers into it, and "" for the file itself.
using EmptyPlaces = std::set<std::string>;

/// A file with our part in it.
struct WithOurPart {
  std::string text;
  EmptyPlaces empty;                 ///< that our part came into
  std::vector<std::string> by_hand;  ///< what calls us in words of its own, and stays: "hooks.Stop"
};

/// A file without our part; nullopt when nothing would be left in it but what we made.
using WithoutOurPart = std::optional<std::string>;

}  // namespace git_session::agents
