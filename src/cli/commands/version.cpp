#include "cli/version.h"

#include "cli/command.h"
#include "cli/console.h"
#include "json/json.h"

namespace git_session {
namespace {

int run_version(Invocation& invocation) {
  if (invocation.wants_json()) {
    Json root = json_root();
    root["version"] = program_version;
    invocation.console.print_json(root);
  } else {
    invocation.console.print(version_line);
  }
  return 0;
}

}  // namespace

Command declare_version() {
  return {.name = "version",
          .summary = "Print the version of this program",
          .description = "Prints the version of this program, as `git-session --version` does.",
          .examples = {{"git session version --json", "the version for a program"}},
          .takes_session = false,
          .run = run_version};
}

}  // namespace git_session
