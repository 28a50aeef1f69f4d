#include "cli/shell_lines.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/process.h"

namespace git_session {
namespace {

TEST(ShellNamed, IsFishOrPosix) {
  EXPECT_EQ(shell_named("/usr/bin/fish"), Shell::fish);
  EXPECT_EQ(shell_named("fish"), Shell::fish);
  for (const char* name : {"bash", "/bin/zsh", "sh", "", "/opt/fish/bin/bash"}) {
    EXPECT_EQ(shell_named(name), Shell::posix) << name;
  }
}

TEST(ExportLine, QuotesWhatAShellWouldRead) {
  EXPECT_EQ(export_line(Shell::posix, "/work/a"), "export CLAUDE_SESSION_DIR=/work/a");
  EXPECT_EQ(export_line(Shell::fish, "/it's\\ $(x)"),
            "set -gx CLAUDE_SESSION_DIR '/it\\'s\\\\ $(x)'");
}

RC_GTEST_PROP(ExportLine, GivesTheSameBytesToAShell, (std::string directory)) {
  std::erase(directory, '\0');
  std::string script = export_line(Shell::posix, directory) + "\nprintf %s \"$CLAUDE_SESSION_DIR\"";
  RC_ASSERT(run_process({"/bin/sh", "-c", script}).output == directory);
}

}  // namespace
}  // namespace git_session
