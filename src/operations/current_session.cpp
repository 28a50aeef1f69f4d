#include "operations/current_session.h"

#include <algorithm>

#include "base/error.h"
#include "core/session_id.h"
#include "operations/chat_notes.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

constexpr size_t most_candidates = 10;

std::optional<SessionLocation> find_one(const Workspace& workspace, const std::string& name) {
  std::vector<SessionLocation> found = workspace.store().find(name, Scope::everything);
  if (found.size() != 1) return std::nullopt;
  return found.front();
}

/// The session that an absolute path lies in, by its letters.
std::optional<SessionLocation> location_of_directory(const Workspace& workspace,
                                                     const std::string& directory) {
  const std::string top = workspace.repository().top_level() + "/";
  if (!directory.starts_with(top)) return std::nullopt;
  return workspace.store().layout().parse(directory.substr(top.size()));
}

/// nullopt when the session takes no more work; otherwise why it is passed over.
std::optional<std::string> reason_to_pass_over(const Workspace& workspace,
                                               const SessionLocation& location) {
  if (location.in_archive) return "is archived";
  Session session = workspace.store().load(location, {});
  if (session.is_readable() && !session.is_open())
    return std::string("is ") + name_of(session.status.current);
  return std::nullopt;
}

using Folders = std::vector<std::string>;

/// The folders that hooks gave to the shells of this chat. They decide nothing: what the chat is
/// bound to does, and that may have changed since.
Folders given_by_hook(const Workspace& workspace) {
  const std::string chat = current_chat(workspace);
  if (chat.empty() || !workspace.state().session_of_chat(chat)) return {};
  return ChatNotes(workspace, chat).exported();
}

std::optional<CurrentSession> from_environment(const Workspace& workspace, const Folders& given) {
  std::string name = workspace.environment().value_or_empty("GIT_SESSION");
  if (name.empty()) return std::nullopt;
  for (const std::string& folder : given) {
    const auto location = location_of_directory(workspace, folder);
    if (location && location->id == name) return std::nullopt;
  }
  try {
    return CurrentSession{workspace.resolve(name), CurrentSource::environment, {}};
  } catch (const Error& error) {
    throw Error(error.kind(), "GIT_SESSION: " + std::string(error.what()),
                "unset GIT_SESSION, or set it to an id of git session list")
        .with_candidates(error.candidates());
  }
}

/// People export the variable once and never unset it, so it gives way to a newer create or use and
/// to a session that is over.
std::optional<CurrentSession> from_session_directory(const Workspace& workspace,
                                                     const std::optional<SessionPointer>& pointer,
                                                     const Folders& given,
                                                     std::vector<std::string>& notes) {
  std::string directory = workspace.environment().value_or_empty("CLAUDE_SESSION_DIR");
  const bool is_given = std::find(given.begin(), given.end(), directory) != given.end();
  if (directory.empty() || is_given) return std::nullopt;
  if (pointer && pointer->session_directory == directory) return std::nullopt;
  std::string note = "CLAUDE_SESSION_DIR is passed over: '" + directory + "' ";
  auto relative = workspace.relative_to_top_level(directory);
  if (!relative) {
    notes.push_back(note + "is no folder of this repository");
    return std::nullopt;
  }
  auto location = workspace.store().layout().parse(*relative);
  if (!location || !workspace.store().exists(*location)) {
    notes.push_back(note + "is no session");
    return std::nullopt;
  }
  if (auto reason = reason_to_pass_over(workspace, *location)) {
    notes.push_back(note + *reason);
    return std::nullopt;
  }
  return CurrentSession{*location, CurrentSource::environment, {}};
}

std::optional<CurrentSession> from_chat(const Workspace& workspace) {
  std::string chat = workspace.environment().value_or_empty("CLAUDE_CODE_SESSION_ID");
  auto name = workspace.state().session_of_chat(chat);
  if (!name) return std::nullopt;
  auto location = find_one(workspace, *name);
  if (!location || reason_to_pass_over(workspace, *location)) return std::nullopt;
  return CurrentSession{*location, CurrentSource::agent, {}};
}

std::optional<CurrentSession> from_working_directory(const Workspace& workspace) {
  auto location = workspace.store().layout().parse(workspace.repository().prefix());
  if (!location || !workspace.store().exists(*location)) return std::nullopt;
  return CurrentSession{*location, CurrentSource::working_directory, {}};
}

std::optional<CurrentSession> from_pointer(const Workspace& workspace,
                                           const std::optional<SessionPointer>& pointer) {
  if (!pointer || pointer->branch != workspace.branch()) return std::nullopt;
  auto location = find_one(workspace, pointer->session);
  if (!location || reason_to_pass_over(workspace, *location)) return std::nullopt;
  return CurrentSession{*location, CurrentSource::pointer, {}};
}

[[noreturn]] void throw_no_session(const Workspace& workspace, const std::string& user,
                                   std::vector<Session> here,
                                   const std::vector<std::string>& notes) {
  std::string message = "no current session";
  std::string hint = "git session create starts one";
  if (here.size() > 1) {
    message +=
        ": " + std::to_string(here.size()) + " are open on branch '" + workspace.branch() + "'";
    hint = "git session use ID picks one";
  } else {
    message += " for " + user + " on branch '" + workspace.branch() + "'";
    here = open_sessions(workspace, user, std::nullopt);
    if (!here.empty()) hint += "; git session use ID goes on with an open one";
  }
  std::vector<std::string> names;
  for (auto session = here.rbegin(); session != here.rend(); ++session) {
    if (names.size() < most_candidates) names.push_back(session->id);
  }
  for (const std::string& note : notes) message += "; " + note;
  throw Error(ErrorKind::no_session, message, hint).with_candidates(std::move(names));
}

}  // namespace

const char* name_of(CurrentSource source) {
  switch (source) {
    case CurrentSource::flag:
      return "flag";
    case CurrentSource::environment:
      return "env";
    case CurrentSource::agent:
      return "agent";
    case CurrentSource::working_directory:
      return "cwd";
    case CurrentSource::pointer:
      return "pointer";
    case CurrentSource::unique:
      return "unique";
  }
  return "unique";
}

std::string describe(CurrentSource source, const Workspace& workspace) {
  switch (source) {
    case CurrentSource::flag:
      return "named on the command line";
    case CurrentSource::environment:
      return workspace.environment().value_or_empty("GIT_SESSION").empty()
                 ? "from CLAUDE_SESSION_DIR"
                 : "from GIT_SESSION";
    case CurrentSource::agent:
      return "bound to this chat";
    case CurrentSource::working_directory:
      return "the working directory lies in it";
    case CurrentSource::pointer:
      return "set by create or use on branch " + workspace.branch();
    case CurrentSource::unique:
      return "your only open session on branch " + workspace.branch();
  }
  return {};
}

std::vector<Session> open_sessions(const Workspace& workspace, const std::string& user,
                                   const std::optional<std::string>& branch) {
  std::vector<SessionLocation> candidates = workspace.store().locations_of(user);
  if (branch) {
    std::erase_if(candidates, [&](const SessionLocation& location) {
      return is_of_other_branch(location.id, *branch);
    });
  }
  std::vector<std::optional<Session>> open(candidates.size());
  workspace.store().visit(candidates, {}, [&](size_t index, Session&& session) {
    bool fits = !branch || session.context.branch == *branch;
    if (fits && session.shape != Shape::none && session.is_readable() && session.is_open()) {
      open[index] = std::move(session);
    }
  });
  std::vector<Session> found;
  for (std::optional<Session>& session : open) {
    if (session) found.push_back(std::move(*session));
  }
  return found;
}

std::optional<CurrentSession> find_chosen_session(const Workspace& workspace,
                                                  std::vector<std::string>& notes) {
  const Folders given = given_by_hook(workspace);
  if (auto found = from_environment(workspace, given)) return found;
  std::optional<SessionPointer> pointer = workspace.state().pointer();
  std::optional<CurrentSession> found = from_session_directory(workspace, pointer, given, notes);
  if (!found) found = from_chat(workspace);
  if (!found) found = from_working_directory(workspace);
  if (!found) found = from_pointer(workspace, pointer);
  return found;
}

CurrentSession find_current_session(const Workspace& workspace,
                                    const std::optional<std::string>& named) {
  if (named) return {workspace.resolve(*named), CurrentSource::flag, {}};
  std::vector<std::string> notes;
  std::optional<CurrentSession> found = find_chosen_session(workspace, notes);
  if (!found) {
    std::string user = workspace.user();
    std::vector<Session> open = open_sessions(workspace, user, workspace.branch());
    if (open.size() != 1) throw_no_session(workspace, user, std::move(open), notes);
    found = CurrentSession{
        workspace.store().layout().session(user, open.front().id), CurrentSource::unique, {}};
  }
  found->notes = std::move(notes);
  return *found;
}

bool set_current_session(const Workspace& workspace, const SessionLocation& location) {
  std::string name = qualified_name(location);
  std::string chat = workspace.environment().value_or_empty("CLAUDE_CODE_SESSION_ID");
  if (!chat.empty()) workspace.state().bind_chat(chat, name);
  return workspace.state().set_pointer(
      {name, workspace.branch(), workspace.environment().value_or_empty("CLAUDE_SESSION_DIR")});
}

bool forget_current_session(const Workspace& workspace) {
  std::string chat = workspace.environment().value_or_empty("CLAUDE_CODE_SESSION_ID");
  bool is_unbound = workspace.state().unbind_chat(chat);
  return workspace.state().clear_pointer() && is_unbound;
}

void drop_current_session(const Workspace& workspace, const SessionLocation& location) {
  auto pointer = workspace.state().pointer();
  if (pointer && pointer->session == qualified_name(location)) workspace.state().clear_pointer();
}

}  // namespace git_session
