#pragma once

#include <optional>
#include <string>

#include "agents/our_part.h"

namespace git_session {

/// The committed file of settings for the whole team.
inline constexpr const char* defaults_file = ".gitsession";

/// What `create` takes where nobody says anything else; empty: nothing.
struct TeamDefaults {
  std::string team;
  std::string project;

  bool is_empty() const { return team.empty() && project.empty(); }
};

/// `.gitsession` with a marked block that sets them, beside what the block sets already. Throws
/// Error(invalid_data) for marks that do not pair, Error(conflict) for a block that holds something
/// else too, Error(usage) for a value that is not one line of UTF-8.
agents::WithOurPart with_defaults(const std::optional<std::string>& text,
                                  const TeamDefaults& defaults);
agents::WithoutOurPart without_defaults(const std::string& text, const agents::EmptyPlaces& empty);

}  // namespace git_session
