#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "cli/command.h"

namespace git_session {

/// One word that could stand where the cursor is.
struct Candidate {
  std::string word;
  std::string help = {};
};

/// What the shell is told to complete besides the candidates.
enum class CompletionFiles { none, files, directories };

struct CompletionAnswer {
  std::vector<Candidate> candidates;
  CompletionFiles files = CompletionFiles::none;
};

/// Gives the candidates that depend on the repository: session ids, agents, teams, users. It must
/// not throw, print or take long; nothing is a fine answer.
using CompletionSource = std::vector<Candidate> (*)(Completion kind,
                                                    const Environment& environment);

/// What could stand behind `before`, the words of a verb, where `current` has been typed; not yet
/// narrowed to what starts with it.
CompletionAnswer complete_command(const Command& command, const std::vector<std::string>& before,
                                  const std::string& current, const Environment& environment,
                                  CompletionSource source);

/// What could replace the last of `words`, the words behind `git session`; that one may be empty.
/// Every candidate starts with it.
CompletionAnswer complete_words(const std::vector<std::string>& words,
                                const Environment& environment, CompletionSource source);

/// The answer for the shell scripts: a line each of word, TAB and help; a line that starts with TAB
/// asks for `files` or `directories`.
std::string print_completion(const CompletionAnswer& answer);

}  // namespace git_session
