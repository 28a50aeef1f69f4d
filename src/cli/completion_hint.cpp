#include "cli/completion_hint.h"

#include <unistd.h>

#include "base/companion.h"
#include "base/text.h"

namespace git_session {
namespace {

/// zsh looks into these by itself.
bool is_system_prefix(const std::string& prefix) {
  return prefix == "/usr" || prefix == "/usr/local";
}

}  // namespace

std::string completion_hint(const Environment& environment) {
  const auto prefix = installation_prefix();
  const std::string shell = environment.value_or_empty("SHELL");
  if (!prefix) return "Completion for bash, zsh and fish comes with script/install";
  if (!shell.ends_with("/zsh") || is_system_prefix(*prefix)) return {};
  return "zsh completes it when ~/.zshrc has, before compinit: fpath+=(" +
         quote_for_shell(*prefix + "/share/zsh/site-functions") + ")";
}

}  // namespace git_session
