#include "operations/capture_event.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "core/capture_words.h"
#include "operations/briefing.h"
#include "operations/capture_settings.h"
#include "operations/chat_capture.h"
#include "operations/chat_session.h"
#include "operations/secret_words.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

void start_chat(const Workspace& workspace, const AgentEvent& event, ChatCapture& capture) {
  const SessionLocation location = settle_chat(workspace);
  std::string directory = workspace.absolute_path(location);
  if (capture.mode() == CaptureMode::draft) directory = make_drafts_folder(workspace, location);
  CaptureReply& reply = capture.reply();
  ChatNotes& notes = capture.notes();
  // Once its context has shrunk it goes on in the middle of a turn.
  if (!event.goes_on || !notes.started_at())
    reply.is_remembered = notes.start(recordable_name(event.agent));
  notes.note_model(recordable_name(event.model));
  ChatNotes::forget_old(workspace);
  reply.environment = {{"CLAUDE_SESSION_DIR", directory}, {"GIT_SESSION", location.id}};
  reply.session = location;
  reply.context = briefing(workspace, location);
}

/// Nobody else can have made what a turn leaves behind.
bool is_alone(const Workspace& workspace, const AgentEvent& event, ChatCapture& capture,
              const SessionLocation& location) {
  return !event.has_background_work && !capture.notes().had_subagent() &&
         !ChatNotes::has_company(workspace, event.chat, qualified_name(location));
}

void sweep_session(const Workspace& workspace, const AgentEvent& event, ChatCapture& capture,
                   std::string_view evidence) {
  const auto location = settled_session(workspace);
  capture.reply().session = location;
  if (!location) return;
  const bool is_end =
      event.kind == AgentEvent::Kind::turn_ended || event.kind == AgentEvent::Kind::chat_ended;
  capture.sweep(*location, evidence, is_end && is_alone(workspace, event, capture, *location));
}

/// One part for each session, all in one line.
std::string documents_line(const Workspace& workspace,
                           const std::vector<CapturedDocument>& documents, const char* singular,
                           const char* plural) {
  struct Part {
    size_t count = 0;
    Makers makers;
  };
  std::map<std::string, Part> parts;
  for (const CapturedDocument& document : documents) {
    const auto location = workspace.store().layout().parse(document.path);
    if (!location || !workspace.store().exists(*location)) continue;
    Part& part = parts[location->path];
    ++part.count;
    part.makers.add(document.agent, document.model);
  }
  std::vector<std::string> lines;
  for (const auto& [path, part] : parts) {
    const Session session = workspace.load(*workspace.store().layout().parse(path), {});
    lines.push_back(kept_line(part.count, singular, plural, short_name(session), part.makers));
  }
  return join(lines, "; ");
}

/// Somebody closed the chat's session, and the agent wrote there all the same.
std::string refused_line(const Workspace& workspace, const ChatCapture& capture) {
  const auto name = workspace.state().session_of_chat(current_chat(workspace));
  if (capture.reply().session || !name) return {};
  const std::vector<SessionLocation> found = workspace.store().find(*name, Scope::everything);
  if (found.size() != 1 || found.front().in_archive) return {};
  const Session session = workspace.load(found.front(), {});
  if (session.shape == Shape::none || session.is_open()) return {};
  const size_t count = capture.count_refused(found.front());
  if (count == 0) return {};
  return count_of(count, "document") + " not recorded: " + session.id +
         " is closed; git session reopen " + session.id + " takes it up again";
}

/// Those of the whole turn, as they are by now.
SecretReport secrets_in(const Workspace& workspace,
                        const std::vector<CapturedDocument>& documents) {
  constexpr size_t most_documents = 20;
  SecretReport report;
  const SecretGate gate(workspace);
  const size_t count = std::min(documents.size(), most_documents);
  for (size_t i = documents.size() - count; i < documents.size(); ++i) {
    try {
      gate.look_at_file(documents[i].path, report);
    } catch (const Error&) {
      // A link on the way: it is no output any more.
    }
  }
  return report;
}

std::string turn_message(const Workspace& workspace, const ChatCapture& capture,
                         const ChatNotes& notes, const std::vector<CapturedDocument>& offered) {
  const bool marks_drafts = capture.mode() == CaptureMode::draft;
  std::vector<std::string> parts = {
      documents_line(workspace, notes.untold_outputs(),
                     marks_drafts ? "document marked as draft" : "document kept",
                     marks_drafts ? "documents marked as drafts" : "documents kept"),
      documents_line(workspace, notes.untold_drafts(), "draft", "drafts")};
  if (!parts.back().empty()) {
    parts.back() +=
        "; git session keep " + quote_for_shell(notes.untold_drafts().front().path) + " keeps it";
  }
  for (const CapturedDocument& document : offered) {
    parts.push_back(document.path + " lies outside of the session; git session keep " +
                    quote_for_shell(document.path) + " moves it in");
  }
  if (const std::string& full = capture.full_session(); !full.empty())
    parts.push_back(full + " cannot list more documents; git session create starts another one");
  parts.push_back(refused_line(workspace, capture));
  parts.push_back(words_about_secrets(secrets_in(workspace, notes.untold_outputs())));
  std::erase(parts, "");
  return join(parts, "; ");
}

void end_turn(const Workspace& workspace, const AgentEvent& event, ChatCapture& capture) {
  sweep_session(workspace, event, capture, capture.transcript());
  capture.complete_models(capture.reply().session);
  capture.sweep_elsewhere(capture.transcript());
  capture.reply().message =
      turn_message(workspace, capture, capture.notes(), capture.reply().offered);
  capture.notes().note_turn_ended();
}

void end_chat(const Workspace& workspace, const AgentEvent& event, ChatCapture& capture) {
  sweep_session(workspace, event, capture, capture.transcript());
  capture.complete_models(capture.reply().session);
  capture.notes().note_end();
  const auto location = capture.reply().session;
  if (location) leave_place(workspace, *location);
  if (!location || workspace.store().exists(*location)) return;
  workspace.state().unbind_chat(event.chat);
  capture.notes().forget();
}

}  // namespace

CaptureReply capture_event(const Workspace& workspace, const AgentEvent& event,
                           const FindModel& find_model) {
  using Kind = AgentEvent::Kind;
  if (event.kind == Kind::other || !is_plain_chat_id(event.chat)) return {};
  ChatCapture capture(workspace, event, find_model);
  if (capture.mode() == CaptureMode::off) return {};
  if (!event.agent_id.empty()) capture.notes().note_subagent();
  switch (event.kind) {
    case Kind::chat_started:
      start_chat(workspace, event, capture);
      break;
    case Kind::context_shrinks:
      capture.reply().session = settled_session(workspace);
      if (const auto& session = capture.reply().session)
        capture.reply().context = briefing(workspace, session);
      break;
    case Kind::file_written:
      capture.take_written(event.files, event.files_are_new);
      break;
    case Kind::command_ran:
      sweep_session(workspace, event, capture, event.command);
      break;
    case Kind::subagent_stopped:
      capture.take_written(event.files, false);
      sweep_session(workspace, event, capture, capture.transcript());
      capture.complete_models(capture.reply().session);
      break;
    case Kind::turn_ended:
      end_turn(workspace, event, capture);
      break;
    case Kind::chat_ended:
      end_chat(workspace, event, capture);
      break;
    case Kind::other:
      break;
  }
  return std::move(capture.reply());
}

void note_export(const Workspace& workspace, const std::string& chat, const CaptureReply& reply) {
  for (const auto& [name, value] : reply.environment)
    if (name == "CLAUDE_SESSION_DIR") ChatNotes(workspace, chat).note_export(value);
}

}  // namespace git_session
