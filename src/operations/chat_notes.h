#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/state_files.h"
#include "operations/workspace.h"

namespace git_session {

/// A document as a hook saw it being made, and who made it.
struct CapturedDocument {
  std::string path;      ///< relative to the top level
  std::string agent;     ///< empty where nothing tells
  std::string agent_id;  ///< of a subagent; empty for the chat itself
  std::string model;     ///< empty until it is known
  std::string chat = {};

  bool operator==(const CapturedDocument&) const = default;
};

/// What the hooks of one chat remember from one event to the next, under the git directory; goes 30
/// days after the last one. Each note is a line that is appended, so that hooks that run at the
/// same time lose none. Where it cannot be written, work goes on without.
class ChatNotes {
 public:
  /// `chat` must be a plain id.
  ChatNotes(const Workspace& workspace, std::string chat);

  /// When the chat was started or resumed last; nullopt before.
  std::optional<Instant> started_at() const { return started_at_; }
  /// Since when what appears may be of the present turn: since the chat was started or the last
  /// turn ended, at most an hour back. nullopt when no hook ran before.
  std::optional<Instant> turn_began_at() const;
  /// Whether a subagent of the chat did something within the last hour.
  bool had_subagent() const;
  /// That the chat was started with; may be empty.
  const std::string& main_model() const { return main_model_; }
  /// What the chat was started as; may be empty.
  const std::string& main_agent() const { return main_agent_; }
  /// What its shells were given as CLAUDE_SESSION_DIR.
  const std::vector<std::string>& exported() const { return exported_; }
  /// Documents recorded in the chat, the last entry for each path.
  const std::vector<CapturedDocument>& outputs() const { return outputs_; }
  /// Documents recorded and drafts made since the person was told last.
  const std::vector<CapturedDocument>& untold_outputs() const { return untold_outputs_; }
  const std::vector<CapturedDocument>& untold_drafts() const { return untold_drafts_; }
  bool was_offered(const std::string& path) const;

  /// False where nothing can be noted.
  bool start(const std::string& main_agent);
  void note_export(const std::string& directory);
  void note_output(const CapturedDocument& document);
  void note_draft(const CapturedDocument& document);
  void note_offer(const std::string& path);
  /// It may be offered again: what lies there is another document then.
  void note_kept(const std::string& path);
  void note_subagent();
  void note_model(const std::string& model);
  /// The person was told, and the next turn begins.
  void note_turn_ended();
  /// The notes stay, for the chats that run beside it and in case that it is taken up again.
  void note_end();
  bool has_ended() const { return has_ended_; }
  void forget();

  /// Whether another chat that ran within the last hour writes to this session as well, or did.
  static bool has_company(const Workspace& workspace, const std::string& chat,
                          const std::string& session);
  /// Whether another chat that has not ended is bound to this session.
  static bool is_shared(const Workspace& workspace, const std::string& chat,
                        const std::string& session);
  /// Removes what chats that never ended have left.
  static void forget_old(const Workspace& workspace);

 private:
  bool add(const std::vector<std::string>& fields);
  void take(const std::vector<std::string>& fields);

  StateFiles files_;
  std::string chat_;
  Instant now_;
  std::optional<Instant> started_at_;
  std::string main_agent_;
  std::string main_model_;
  bool has_ended_ = false;
  std::optional<Instant> turn_ended_at_;
  std::optional<Instant> subagent_at_;
  std::vector<std::string> exported_;
  std::vector<CapturedDocument> outputs_;
  std::vector<CapturedDocument> untold_outputs_;
  std::vector<CapturedDocument> untold_drafts_;
  std::vector<std::string> offered_;
};

/// Who made a draft or a document outside of sessions, until `keep` asks: kept for 30 days by the
/// document's path.
void note_document(const Workspace& workspace, const CapturedDocument& document);
std::optional<CapturedDocument> noted_document(const Workspace& workspace, const std::string& path);
/// Once it has been kept: another document may come to that place.
void forget_document(const Workspace& workspace, const std::string& path);

}  // namespace git_session
