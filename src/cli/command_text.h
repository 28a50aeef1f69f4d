#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"

namespace git_session {

// The words that help, man pages and docs/commands.md share.

/// "git session add [OPTION…] FILE…"
std::string usage_of(const Command& command, std::string_view program);
/// "FILE…", "[ID]": an operand as the usage line shows it.
std::string term_of(const Operand& operand);
/// "-m, --message TEXT"
std::string term_of(const Option& option);
/// The sentence of an operand with its choices.
std::string text_of(const Operand& operand);
/// The sentence of an option with its choices and whether it repeats.
std::string text_of(const Option& option);
/// The command's own options, then the common ones, without the hidden ones.
struct VisibleOptions {
  std::vector<Option> own;
  std::vector<Option> common;
};
VisibleOptions visible_options_of(const Command& command);
/// Every exit code the command may end with, in order; its own words win over the common ones.
std::vector<std::pair<int, std::string>> exit_codes_of(const Command& command);

}  // namespace git_session
