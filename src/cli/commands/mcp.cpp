#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/version.h"
#include "json/json.h"
#include "mcp/server.h"
#include "mcp/tool_table.h"

namespace git_session {
namespace {

Json tool_to_json(const mcp::Tool& tool) {
  Json json = Json::object();
  json["name"] = tool.name;
  json["title"] = tool.title;
  json["description"] = tool.description;
  json["read_only"] = tool.effects.read_only;
  json["destructive"] = tool.effects.destructive;
  json["idempotent"] = tool.effects.idempotent;
  return json;
}

const char* effect_of(const mcp::Tool& tool) {
  if (tool.effects.read_only) return "reads";
  return tool.effects.destructive ? "changes" : "adds";
}

int print_tools(Invocation& invocation) {
  Json root = json_root();
  root["tools"] = Json::array();
  for (const mcp::ToolEntry& entry : mcp::tool_table()) {
    const mcp::Tool tool = entry.declare();
    root["tools"].push_back(tool_to_json(tool));
    if (invocation.wants_json()) continue;
    invocation.console.print_line(tool.name + ": " + tool.title + " (" + effect_of(tool) + ")");
  }
  if (invocation.wants_json()) invocation.console.print_json(root);
  return 0;
}

FileDescriptor duplicate(int descriptor, const char* name) {
  FileDescriptor copy(fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  if (!copy) throw system_error("cannot use", name, errno);
  return copy;
}

/// What is served is decided here, and no client can change it.
void enter(const std::string& directory) {
  if (chdir(directory.c_str()) != 0) throw system_error("cannot work in", directory, errno);
}

int run_mcp(Invocation& invocation) {
  if (invocation.arguments.has("tools")) return print_tools(invocation);
  if (invocation.wants_json()) {
    throw Error(ErrorKind::usage, "mcp speaks JSON-RPC: --json goes with --tools only",
                "git session mcp --tools --json");
  }
  if (auto directory = invocation.arguments.operand("DIRECTORY")) enter(*directory);
  if (invocation.console.is_input_terminal()) {
    invocation.console.note("Waiting for a client on standard input; Ctrl-D ends it");
  }
  mcp::serve(
      invocation.environment, program_version,
      {duplicate(STDIN_FILENO, "standard input"), duplicate(STDOUT_FILENO, "standard output")});
  return 0;
}

}  // namespace

Command declare_mcp() {
  return {
      .name = "mcp",
      .summary = "Serve the sessions to agents, by the Model Context Protocol",
      .description =
          "Speaks the Model Context Protocol on standard input and output, for agents that start "
          "it: revision 2026-07-28, and those before it that begin with `initialize` (2025-11-25, "
          "2025-06-18, 2025-03-26, 2024-11-05). The tools do what the verbs of the same names do: "
          "current, create, add, search, show, report, update, close; promote only proposes the "
          "command that a person types. Sessions and outputs are resources, `session://ID` and "
          "`session://ID/FILE`.\n\n"
          "It serves the repository that DIRECTORY lies in, else the working directory's, and no "
          "other. A client names no path outside of its work tree, no link, no hidden file; "
          "nothing is sent anywhere, and nothing is run but git. Each call that changes a session "
          "is an operation that `git session undo` takes back.\n\n"
          "Clients start `git-session mcp`, with the dash: of `git session mcp` they could end "
          "only git. It ends when its input does.",
      .options = {{.name = "tools", .help = "only list the tools that agents see"}},
      .operands = {{.name = "DIRECTORY",
                    .help = "a folder of the repository to serve",
                    .completion = Completion::directory}},
      .examples = {{"claude mcp add git-session -- git-session mcp", "for Claude Code"},
                   {"git session mcp --tools", "what agents can do by it, and what it changes"}},
      .takes_session = false,
      .run = run_mcp};
}

}  // namespace git_session
