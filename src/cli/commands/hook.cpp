#include <unistd.h>

#include <chrono>
#include <exception>

#include "base/error.h"
#include "base/lock_file.h"
#include "base/named_file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/console.h"
#include "json/agent_event_json.h"
#include "operations/capture_event.h"
#include "operations/capture_settings.h"

namespace git_session {
namespace {

/// An event tells what a tool wrote, so it may be long.
constexpr uint64_t most_event_bytes = uint64_t{32} << 20;
/// Clients wait ten seconds and more for a hook, but 1.5 s for all that they call at the end.
constexpr std::chrono::milliseconds longest_wait{8000};
constexpr std::chrono::milliseconds longest_wait_at_end{1000};

std::optional<AgentClient> client_named(const std::string& name) {
  for (AgentClient client : {AgentClient::claude, AgentClient::codex, AgentClient::cursor}) {
    if (name == name_of(client)) return client;
  }
  return std::nullopt;
}

std::string read_event() {
  const FileDescriptor input(dup(STDIN_FILENO));
  if (!input) return {};
  std::string event = read_up_to(input, most_event_bytes + 1, "standard input");
  return event.size() > most_event_bytes ? std::string() : event;
}

/// Whoever calls hooks need not do so from where the chat is.
void go_to(const std::string& directory) {
  if (!directory.starts_with('/') || directory.find('\0') != directory.npos) return;
  // Where it is gone, the event is about where we are.
  if (chdir(directory.c_str()) != 0) return;
}

/// For the shells of the chat, where the client reads such a file. Only ever added to.
bool export_environment(const Environment& environment, const CaptureReply& reply) {
  const std::string file = environment.value_or_empty("CLAUDE_ENV_FILE");
  if (file.empty()) return false;
  std::string lines;
  for (const auto& [name, value] : reply.environment)
    lines += "export " + name + "=" + quote_for_shell(value) + "\n";
  return !lines.empty() && append_to_named_file(file, lines);
}

/// nullopt where sessions are not used.
std::optional<Workspace> open_where_used(const Environment& environment) {
  try {
    Workspace workspace = Workspace::open(environment);
    if (is_set_up(workspace)) return workspace;
  } catch (const Error& error) {
    // Agents work outside of repositories too.
    const bool is_elsewhere =
        error.kind() == ErrorKind::not_found || error.reason() == "bare-repository";
    if (!is_elsewhere) throw;
  }
  return std::nullopt;
}

/// nullopt: there is nothing to do here.
std::optional<CaptureReply> capture(Invocation& invocation, const AgentEvent& event) {
  Environment environment = invocation.environment;
  environment.variables["CLAUDE_CODE_SESSION_ID"] = event.chat;
  go_to(event.working_directory);
  std::optional<Workspace> workspace = open_where_used(environment);
  // The chat's shell may stand elsewhere by now.
  const std::string project = environment.value_or_empty("CLAUDE_PROJECT_DIR");
  if (!workspace && project.starts_with('/')) {
    go_to(project);
    workspace = open_where_used(environment);
  }
  if (!workspace) return std::nullopt;
  CaptureReply reply = capture_event(*workspace, event, model_in_transcript);
  const bool is_exported =
      event.client == AgentClient::cursor ||
      (event.client == AgentClient::claude && export_environment(environment, reply));
  if (is_exported) note_export(*workspace, event.chat, reply);
  if (!reply.is_remembered)
    invocation.console.warn(
        "the git directory cannot be written: what chats make is found by branch alone");
  return reply;
}

/// Whatever happens, the agent goes on.
int run_hook(Invocation& invocation) {
  Console& console = invocation.console;
  const std::string name = invocation.arguments.operand("AGENT").value_or("claude");
  const std::optional<AgentClient> client = client_named(name);
  if (!client) {
    console.warn("hook knows claude, codex and cursor, not '" + escape_line(name) + "'");
    return 0;
  }
  if (console.is_input_terminal()) {
    console.note("hook is for agents: it reads one of their events on standard input");
    return 0;
  }
  try {
    const AgentEvent event = parse_agent_event(*client, read_event());
    const bool is_end = event.kind == AgentEvent::Kind::chat_ended;
    limit_lock_waiting(is_end ? longest_wait_at_end : longest_wait);
    if (event.kind == AgentEvent::Kind::other || event.chat.empty()) return 0;
    const auto reply = capture(invocation, event);
    if (!reply) return 0;
    if (invocation.wants_json()) {
      console.print_json(capture_root(event, *reply));
    } else {
      console.print_raw(agent_reply(event, *reply));
    }
  } catch (const std::exception& error) {
    console.discard_pending();
    console.warn(std::string("not captured: ") + error.what());
  }
  return 0;
}

}  // namespace

Command declare_hook() {
  return {
      .name = "hook",
      .summary = "Record what an agent writes; called by the agent's program",
      .description =
          "Reads one event of Claude Code, Codex or Cursor on standard input, as their settings "
          "for hooks send it, and answers in the way they read. Nobody types it: git session setup "
          "writes the lines that call it. It ends with 0 whatever happens.\n\n"
          "A chat is one run of an agent, with its own id; many chats feed one session. When a "
          "chat starts, it is bound to the current session, else to the open one of its branch "
          "and ticket, else to a folder that becomes a session with the first document; the agent "
          "is told where that is. A document that is written into a session's folder is recorded "
          "with agent, model, chat and content id; one that lands elsewhere is offered to the "
          "agent, once, to be moved by git session keep. What shell commands made is recorded when "
          "the turn or the subagent ends.\n\n"
          "Nothing happens where sessions are not used: there is no sessions folder, no "
          ".gitsession, and session.capture is not set. session.capture is keep, draft or off; "
          "session.capture.include and session.capture.exclude say what a document is. Never "
          "recorded: what was asked and answered, environments, contents of commands.",
      .operands = {{.name = "AGENT", .help = "claude (unless given), codex or cursor"}},
      .examples = {{"git-session hook claude <event.json", "what the agent's program does"},
                   {"git-session hook --json <event.json", "what was done, for programs"}},
      .takes_session = false,
      .run = run_hook};
}

}  // namespace git_session
