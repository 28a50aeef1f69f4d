#pragma once

#include <span>
#include <string_view>

#include "cli/command.h"

namespace git_session {

/// Where the overview shows a verb.
enum class Group {
  start,   ///< to begin a session
  work,    ///< to work in it
  find,    ///< to find and read sessions
  share,   ///< to show work to others
  care,    ///< to keep the whole in order
  other,   ///< only under `help --all`
  hidden,  ///< for programs of ours; never shown
};

/// "Start a session": the heading above a group.
const char* heading_of(Group group);

/// A verb of the table. The declaration is built when the verb is named, not before: building all
/// of them would cost more than a whole `git --version`.
struct CommandEntry {
  std::string_view name;
  Group group;
  Command (*declare)();
};

/// Every verb, in the order of the overview.
std::span<const CommandEntry> command_table();

/// nullptr when there is no such verb.
const CommandEntry* find_command(std::string_view name);

/// The verb that runs when none is named.
inline constexpr std::string_view default_verb = "status";

}  // namespace git_session
