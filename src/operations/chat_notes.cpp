#include "operations/chat_notes.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

const std::string notes_folder = "capture";
const std::string documents_folder = "documents";
const std::string places_folder = "places";
const std::string bindings_folder = "chats";
constexpr std::chrono::hours company_time{1};
/// So that a subagent that does much leaves few notes.
constexpr std::chrono::minutes subagent_note_time{5};
constexpr std::chrono::days kept_time{30};
/// A chat may be gone on with after months.
constexpr std::chrono::days kept_binding_time{180};

StateFiles files_of(const Workspace& workspace) {
  return StateFiles(workspace.repository().state_directory());
}

/// Fields are parted by tabs and lines by line breaks: neither can be part of one.
bool is_field(const std::string& text) { return escape_line(text) == text; }

std::vector<std::string> fields_of(const CapturedDocument& document) {
  return {document.path, document.agent, document.agent_id, document.model, document.chat};
}

std::optional<CapturedDocument> document_from(const std::vector<std::string>& fields,
                                              size_t first) {
  if (fields.size() != first + 5) return std::nullopt;
  return CapturedDocument{fields[first], fields[first + 1], fields[first + 2], fields[first + 3],
                          fields[first + 4]};
}

void add_document(std::vector<CapturedDocument>& documents,
                  const std::vector<std::string>& fields) {
  auto document = document_from(fields, 1);
  if (!document) return;
  std::erase_if(documents,
                [&](const CapturedDocument& other) { return other.path == document->path; });
  documents.push_back(std::move(*document));
}

}  // namespace

ChatNotes::ChatNotes(const Workspace& workspace, std::string chat)
    : files_(files_of(workspace)), chat_(std::move(chat)), now_(workspace.now()) {
  const auto text = files_.read(notes_folder, chat_);
  if (!text) return;
  for (const std::string& line : split(*text, '\n')) take(split(line, '\t'));
}

void ChatNotes::take(const std::vector<std::string>& fields) {
  const std::string& word = fields.front();
  const bool has_value = fields.size() == 2;
  if (word == "output") {
    add_document(outputs_, fields);
    add_document(untold_outputs_, fields);
  }
  if (word == "draft") add_document(untold_drafts_, fields);
  if (word == "offer" && has_value) offered_.push_back(fields[1]);
  if (word == "kept" && has_value) std::erase(offered_, fields[1]);
  if (word == "turn" && has_value) {
    turn_ended_at_ = parse_rfc3339(fields[1]);
    untold_outputs_.clear();
    untold_drafts_.clear();
  }
  if (word == "subagent" && has_value) subagent_at_ = parse_rfc3339(fields[1]);
  if (word == "model" && has_value) main_model_ = fields[1];
  if (word == "exported" && has_value) exported_.push_back(fields[1]);
  if (word == "ended") has_ended_ = true;
  if (word == "start" && fields.size() == 3) {
    has_ended_ = false;
    started_at_ = parse_rfc3339(fields[1]);
    if (!fields[2].empty()) main_agent_ = fields[2];
  }
}

bool ChatNotes::add(const std::vector<std::string>& fields) {
  if (!std::all_of(fields.begin(), fields.end(), is_field)) return false;
  take(fields);
  return files_.append(notes_folder, chat_, join(fields, "\t") + "\n");
}

bool ChatNotes::was_offered(const std::string& path) const {
  return std::find(offered_.begin(), offered_.end(), path) != offered_.end();
}

bool ChatNotes::start(const std::string& main_agent) {
  return add({"start", format_rfc3339(now_), main_agent});
}

void ChatNotes::note_export(const std::string& directory) { add({"exported", directory}); }

void ChatNotes::note_output(const CapturedDocument& document) {
  std::vector<std::string> fields = fields_of(document);
  fields.insert(fields.begin(), "output");
  add(fields);
}

void ChatNotes::note_draft(const CapturedDocument& document) {
  std::vector<std::string> fields = fields_of(document);
  fields.insert(fields.begin(), "draft");
  add(fields);
}

void ChatNotes::note_offer(const std::string& path) { add({"offer", path}); }

void ChatNotes::note_kept(const std::string& path) { add({"kept", path}); }

void ChatNotes::note_subagent() {
  if (subagent_at_ && now_ - *subagent_at_ < subagent_note_time) return;
  add({"subagent", format_rfc3339(now_)});
}

void ChatNotes::note_model(const std::string& model) {
  if (!model.empty() && model != main_model_) add({"model", model});
}

void ChatNotes::note_turn_ended() {
  if (started_at_) add({"turn", format_rfc3339(now_)});
}

std::optional<Instant> ChatNotes::turn_began_at() const {
  if (!started_at_) return std::nullopt;
  const Instant begin = std::max(*started_at_, turn_ended_at_.value_or(*started_at_));
  return std::max(begin, now_ - company_time);
}

bool ChatNotes::had_subagent() const { return subagent_at_ && now_ - *subagent_at_ < company_time; }

void ChatNotes::note_end() {
  if (started_at_) add({"ended"});
}

void ChatNotes::forget() { files_.remove(notes_folder, chat_); }

bool ChatNotes::has_company(const Workspace& workspace, const std::string& chat,
                            const std::string& session) {
  const StateFiles files = files_of(workspace);
  for (const std::string& name :
       files.changed_since(notes_folder, workspace.now() - company_time)) {
    if (name != chat && workspace.state().session_of_chat(name) == session) return true;
  }
  return false;
}

bool ChatNotes::is_shared(const Workspace& workspace, const std::string& chat,
                          const std::string& session) {
  const StateFiles files = files_of(workspace);
  for (const std::string& name : files.changed_since(notes_folder, workspace.now() - kept_time)) {
    const bool is_other = name != chat && workspace.state().session_of_chat(name) == session;
    if (is_other && !ChatNotes(workspace, name).has_ended()) return true;
  }
  return false;
}

void ChatNotes::forget_old(const Workspace& workspace) {
  const StateFiles files = files_of(workspace);
  for (const std::string& folder : {notes_folder, documents_folder, places_folder})
    files.remove_older(folder, workspace.now() - kept_time);
  files.remove_older(bindings_folder, workspace.now() - kept_binding_time);
}

void note_document(const Workspace& workspace, const CapturedDocument& document) {
  const std::vector<std::string> fields = fields_of(document);
  if (!std::all_of(fields.begin(), fields.end(), is_field)) return;
  files_of(workspace).write(documents_folder, short_digest(document.path),
                            join(fields, "\t") + "\n");
}

std::optional<CapturedDocument> noted_document(const Workspace& workspace,
                                               const std::string& path) {
  const auto text = files_of(workspace).read(documents_folder, short_digest(path));
  if (!text) return std::nullopt;
  auto document = document_from(split(text->substr(0, text->find('\n')), '\t'), 0);
  if (!document || document->path != path) return std::nullopt;
  return document;
}

void forget_document(const Workspace& workspace, const std::string& path) {
  files_of(workspace).remove(documents_folder, short_digest(path));
}

}  // namespace git_session
