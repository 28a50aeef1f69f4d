#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/capture_rules.h"
#include "operations/capture_event.h"
#include "operations/secret_gate.h"

namespace git_session {

/// The documents of one event: recorded where they lie in a session, noted as drafts, offered where
/// they lie elsewhere. What it did is in the reply.
class ChatCapture {
 public:
  ChatCapture(const Workspace& workspace, const AgentEvent& event, const FindModel& find_model);

  ChatNotes& notes() { return notes_; }
  CaptureReply& reply() { return reply_; }
  const CaptureReply& reply() const { return reply_; }
  CaptureMode mode() const { return mode_; }

  /// Documents that a tool wrote, as the event names them. `new_files` may be offered.
  void take_written(const std::vector<std::string>& files, bool new_files);
  /// What came to the session's folder in this turn and nobody recorded yet, as far as `evidence`
  /// (a command, a transcript) names it, or all that looks like a document when nobody else can
  /// have made it.
  void sweep(const SessionLocation& location, std::string_view evidence, bool is_alone);
  /// How many documents came to a session in this turn that takes none.
  size_t count_refused(const SessionLocation& location) const;
  /// The session whose metadata cannot list more; empty: none.
  const std::string& full_session() const { return full_session_; }
  /// Documents outside of sessions that git does not know, that came in this turn and that
  /// `evidence` names; for the person. Gives up on a repository too large to look through.
  void sweep_elsewhere(std::string_view evidence);
  /// Adds the model, now that it is known, to what the event's agent made in this chat.
  void complete_models(const std::optional<SessionLocation>& session);

  /// The end of the transcript that the event's agent is in.
  const std::string& transcript();
  /// In what the event recorded.
  const SecretReport& secrets() const { return secrets_; }
  /// Of the event's agent; empty where nothing tells.
  const std::string& model();
  /// The subagent, else what the chat was started as, else the name of its program.
  std::string agent() const;

 private:
  CapturedDocument document_at(const std::string& path);
  void record(const SessionLocation& location, std::vector<std::string> paths);
  void take_draft(const SessionLocation& location, const std::string& path, bool is_new);
  bool note_offer(const std::string& path);
  bool came_in_turn(const std::string& path) const;
  struct Unrecorded {
    std::string path;
    bool is_listed = false;
  };
  std::vector<Unrecorded> unrecorded(const SessionLocation& location) const;
  std::vector<std::string> unknown_drafts(const SessionLocation& location) const;

  const Workspace& workspace_;
  const AgentEvent& event_;
  const FindModel& find_model_;
  CaptureMode mode_;
  CaptureRules rules_;
  ChatNotes notes_;
  CaptureReply reply_;
  std::optional<std::string> transcript_;
  std::optional<std::string> model_;
  std::string full_session_;
  SecretReport secrets_;
};

}  // namespace git_session
