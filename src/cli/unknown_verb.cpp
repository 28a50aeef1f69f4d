#include "cli/unknown_verb.h"

#include "cli/command_table.h"
#include "cli/suggestion.h"

namespace git_session {

Error unknown_verb(const std::string& verb, std::string_view program) {
  std::vector<std::string> verbs;
  for (const CommandEntry& entry : command_table()) {
    if (entry.group != Group::hidden) verbs.emplace_back(entry.name);
  }
  const std::optional<std::string> meant = nearest_word(verb, verbs);
  return Error(ErrorKind::usage, "unknown verb '" + verb + "'",
               (meant ? "did you mean " + *meant + "? " : std::string()) + "see " +
                   std::string(program) + " help --all");
}

}  // namespace git_session
