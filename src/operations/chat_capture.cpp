#include "operations/chat_capture.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "operations/capture_output.h"
#include "operations/capture_settings.h"
#include "operations/chat_session.h"
#include "operations/secret_words.h"
#include "operations/transcript.h"
#include "store/output_files.h"

namespace git_session {
namespace {

/// A file that the client names: absolute, or seen from where we stand.
std::optional<std::string> path_in_repository(const Workspace& workspace, const std::string& file) {
  if (file.empty() || file.find('\0') != file.npos) return std::nullopt;
  const auto path = workspace.relative_to_top_level(file);
  // What a person cannot read, and what metadata cannot hold, is nobody's document.
  if (!path || path->empty() || escape_line(*path) != *path) return std::nullopt;
  return path;
}

void add_line(std::string& text, const std::string& line) {
  if (!text.empty() && !line.empty()) text += "\n";
  text += line;
}

std::optional<FileStatus> status_of(const Workspace& workspace, const std::string& path) {
  try {
    return workspace.store().top_level().status(path);
  } catch (const Error&) {
    return std::nullopt;  // a link on the way
  }
}

bool is_document(const Workspace& workspace, const std::string& path) {
  const auto status = status_of(workspace, path);
  return status && status->type == FileType::regular &&
         status->size <= workspace.settings().max_output_size();
}

}  // namespace

ChatCapture::ChatCapture(const Workspace& workspace, const AgentEvent& event,
                         const FindModel& find_model)
    : workspace_(workspace),
      event_(event),
      find_model_(find_model),
      mode_(capture_mode(workspace)),
      rules_(capture_rules(workspace)),
      notes_(workspace, event.chat) {}

const std::string& ChatCapture::transcript() {
  if (transcript_) return *transcript_;
  std::string path = event_.agent_transcript;
  if (path.empty() && !event_.agent_id.empty())
    path = subagent_transcript(event_.transcript, event_.agent_id);
  if (path.empty() && event_.agent_id.empty()) path = event_.transcript;
  transcript_ = read_transcript_end(path);
  return *transcript_;
}

const std::string& ChatCapture::model() {
  if (model_) return *model_;
  model_ = recordable_name(event_.model);
  if (model_->empty())
    model_ = recordable_name(find_model_(transcript(), !event_.agent_id.empty()));
  if (model_->empty() && event_.agent_id.empty()) model_ = notes_.main_model();
  return *model_;
}

std::string ChatCapture::agent() const {
  // Rather nobody than another one, where the name cannot be recorded.
  if (!event_.agent.empty()) return recordable_name(event_.agent);
  return notes_.main_agent().empty() ? name_of(event_.client) : notes_.main_agent();
}

CapturedDocument ChatCapture::document_at(const std::string& path) {
  return {path, agent(), event_.agent_id, model(), event_.chat};
}

void ChatCapture::take_written(const std::vector<std::string>& files, bool new_files) {
  std::map<std::string, std::vector<std::string>> by_session;
  const SessionLayout& layout = workspace_.store().layout();
  for (const std::string& file : files) {
    const auto path = path_in_repository(workspace_, file);
    if (!path) continue;
    const auto location = layout.parse(*path);
    const std::string name = location ? name_in_session(*location, *path) : "";
    if (!name.empty() && is_draft_name(name)) {
      take_draft(*location, *path, new_files);
    } else if (!name.empty()) {
      by_session[location->path].push_back(*path);
    } else if (new_files && !path->starts_with(layout.root() + "/") && note_offer(*path)) {
      const bool is_here = workspace_.repository().prefix().empty();
      const std::string typed = is_here ? *path : workspace_.repository().top_level() + "/" + *path;
      add_line(reply_.context,
               *path + " looks like a work product of this session: `git session keep " +
                   quote_for_shell(typed) +
                   "` moves it there. Leave it where it is if it is part of the project.");
    }
  }
  for (auto& [place, paths] : by_session) record(*layout.parse(place), std::move(paths));
  add_line(reply_.context, words_about_secrets(secrets_));
}

void ChatCapture::record(const SessionLocation& location, std::vector<std::string> paths) {
  std::erase_if(paths, [&](const std::string& path) {
    return !is_recorded_in_session(rules_, name_in_session(location, path)) ||
           !is_document(workspace_, path);
  });
  std::vector<CapturedDocument> documents;
  for (const std::string& path : paths) documents.push_back(document_at(path));
  const bool drafts = mode_ == CaptureMode::draft;
  Recorded recorded = record_documents(workspace_, location, documents, drafts);
  if (recorded.is_full) full_session_ = location.id;
  secrets_.add(std::move(recorded.secrets));
  for (CapturedDocument& document : recorded.documents) {
    notes_.note_output(document);
    reply_.recorded.push_back(std::move(document));
  }
}

void ChatCapture::take_draft(const SessionLocation& location, const std::string& path,
                             bool is_new) {
  const std::string name = name_in_session(location, path);
  if (location.in_archive || is_hidden_name(name) || !is_recorded_in_session(rules_, name)) return;
  if (!is_document(workspace_, path)) return;
  // So that lists and gc know of the session.
  begin_session(workspace_, location);
  // Who changes a draft did not make it.
  const auto noted = is_new ? std::nullopt : noted_document(workspace_, path);
  const CapturedDocument document = noted.value_or(document_at(path));
  if (!noted) note_document(workspace_, document);
  notes_.note_draft(document);
  reply_.drafts.push_back(document);
}

bool ChatCapture::note_offer(const std::string& path) {
  if (!is_offered(rules_, path, workspace_.settings().agents())) return false;
  const CapturedDocument document = document_at(path);
  note_document(workspace_, document);
  if (notes_.was_offered(path)) return false;
  notes_.note_offer(path);
  reply_.offered.push_back(document);
  return true;
}

void ChatCapture::complete_models(const std::optional<SessionLocation>& session) {
  if (model().empty()) return;
  std::set<std::string> places;
  if (session) places.insert(session->path);
  std::vector<std::string> others;
  const SessionLayout& layout = workspace_.store().layout();
  const std::vector<CapturedDocument> outputs = notes_.outputs();
  for (CapturedDocument document : outputs) {
    if (document.agent_id != event_.agent_id) {
      others.push_back(document.path);
    } else if (const auto location = layout.parse(document.path);
               location && document.model.empty()) {
      places.insert(location->path);
      document.model = model();
      notes_.note_output(document);
    }
  }
  for (const std::string& place : places) {
    const auto location = layout.parse(place);
    if (workspace_.store().exists(*location))
      git_session::complete_models(workspace_, *location, document_at(place), others);
  }
}

}  // namespace git_session
