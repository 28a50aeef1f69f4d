#include "cli/shell_lines.h"

#include "base/text.h"

namespace git_session {
namespace {

/// Inside fish's single quotes only the quote and the backslash mean something.
std::string quote_for_fish(std::string_view word) {
  std::string quoted = "'";
  for (char c : word) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

}  // namespace

Shell shell_named(std::string_view name) {
  return name.substr(name.rfind('/') + 1) == "fish" ? Shell::fish : Shell::posix;
}

std::string export_line(Shell shell, std::string_view directory) {
  if (shell == Shell::fish) return "set -gx CLAUDE_SESSION_DIR " + quote_for_fish(directory);
  return "export CLAUDE_SESSION_DIR=" + quote_for_shell(directory);
}

}  // namespace git_session
