#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/console.h"

namespace git_session {

/// One question to the person at the terminal.
struct Question {
  std::string text;                       ///< "Team"
  std::vector<std::string> choices = {};  ///< empty: any answer
  std::string fallback = {};              ///< what an empty answer means; empty: ask again
  std::string option = {};                ///< what to type instead: "--team NAME"
};

/// Asks until the answer is acceptable. Throws Error(usage) that names the option instead when
/// nobody can be asked (Console::can_prompt) or the input ends.
std::string ask(Console& console, const Question& question);

/// What a verb ends with when its question was answered with no: whatever follows it in a script
/// must not go on.
inline constexpr int declined = 1;

/// Whether what was shown shall be done: --yes says so, else whoever sits at the terminal; a no is
/// noted. Throws Error(usage) when nobody can be asked; `way_out` is the hint then.
bool is_agreed(Invocation& invocation, const std::string& question, const std::string& way_out);

/// Asks for what may be left out; empty when it is, when nobody can be asked or the input ends.
std::string ask_or_skip(Console& console, const Question& question);

/// Asks for yes or no; no when nobody can be asked or the input ends.
bool confirm(Console& console, const std::string& question);

}  // namespace git_session
