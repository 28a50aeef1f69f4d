#include "operations/keep_documents.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/superseded.h"
#include "operations/capture_output.h"
#include "operations/chat_notes.h"
#include "operations/chat_session.h"
#include "operations/output_entries.h"
#include "operations/writable_session.h"
#include "store/output_files.h"

namespace git_session {
namespace {

/// The name of an output that lies in the session's folder, not among its drafts; empty for others.
std::string output_name(const SessionLocation& location, const std::string& path) {
  const std::string name = name_in_session(location, path);
  return is_draft_name(name) ? std::string() : name;
}

/// What the hook saw, but for what the command line says.
CapturedDocument maker_of(const Workspace& workspace, const std::string& path,
                          const KeepRequest& request) {
  CapturedDocument maker = noted_document(workspace, path).value_or(CapturedDocument());
  maker.path = path;
  if (!request.agent.empty() && request.agent != maker.agent) {
    maker.agent = request.agent;
    maker.model.clear();
  }
  if (maker.chat.empty()) maker.chat = current_chat(workspace);
  return maker;
}

void complete(const Workspace& workspace, const Session& session, const KeepRequest& request,
              const std::string& path, Output& output) {
  const CapturedDocument maker = maker_of(workspace, path, request);
  if (!maker.agent.empty()) output.agent = maker.agent;
  output.model = maker.model;
  output.chat = maker.chat;
  output.supersedes =
      replaced_by(session, output.file, output.agent, workspace.settings().agents());
  // That a draft lay among the drafts is no news.
  const auto location = workspace.store().layout().parse(path);
  if (location) output.extra.clear();
}

}  // namespace

std::optional<SessionLocation> session_of_documents(const Workspace& workspace,
                                                    const std::vector<std::string>& paths) {
  std::optional<SessionLocation> found;
  for (const std::string& path : paths) {
    auto location = workspace.store().layout().parse(path);
    if (!location || name_in_session(*location, path).empty()) continue;
    if (found && !(*found == *location))
      throw Error(ErrorKind::usage,
                  "'" + escape_line(path) + "' is of another session than the files before it",
                  "git session keep the files of one session at a time");
    found = std::move(location);
  }
  return found;
}

AdoptionPlan plan_keeping(const Workspace& workspace, const SessionLocation& location,
                          const KeepRequest& request) {
  AdoptRequest adoption{request.agent, request.type, request.large, {}};
  const Session session = workspace.load(location, {});
  adoption.complete = [&](const std::string& path, Output& output) {
    complete(workspace, session, request, path, output);
  };
  std::vector<std::string> paths;
  std::copy_if(request.paths.begin(), request.paths.end(), std::back_inserter(paths),
               [&](const std::string& path) { return output_name(location, path).empty(); });
  if (paths.empty()) return {};
  return plan_adoption_into(workspace, location, paths, adoption);
}

void tell_kept(const Workspace& workspace, const AdoptionPlan& plan, const KeepRequest& request) {
  const std::string chat = current_chat(workspace);
  for (const AdoptedSession& session : plan.sessions) {
    begin_session(workspace, session.location);
    for (const MigratedFile& one : session.files) {
      CapturedDocument maker = maker_of(workspace, one.file.path, request);
      forget_document(workspace, one.file.path);
      if (chat.empty()) continue;
      ChatNotes notes(workspace, chat);
      if (notes.was_offered(one.file.path)) notes.note_kept(one.file.path);
      maker.path = session.location.path + "/" + one.target;
      if (maker.agent.empty()) maker.agent = one.agent;
      if (notes.started_at()) notes.note_output(maker);
    }
  }
}

std::vector<std::string> outputs_to_keep(const Workspace& workspace,
                                         const SessionLocation& location,
                                         const KeepRequest& request) {
  std::vector<std::string> names;
  const Session session = workspace.load(location);
  for (const std::string& path : request.paths) {
    const Output* entry = find_entry(session, output_name(location, path));
    if (entry && (!entry->listed || entry->draft)) names.push_back(entry->file);
  }
  return names;
}

std::vector<std::string> keep_outputs(const Workspace& workspace, const SessionLocation& location,
                                      const KeepRequest& request) {
  std::vector<CapturedDocument> documents;
  for (const std::string& path : request.paths) {
    if (!output_name(location, path).empty())
      documents.push_back(maker_of(workspace, path, request));
  }
  std::vector<std::string> kept;
  if (documents.empty()) return kept;
  require_not_archived(location);
  const Recorded recorded = record_documents(workspace, location, documents, false);
  for (const CapturedDocument& document : recorded.documents)
    kept.push_back(output_name(location, document.path));
  workspace.store().edit(location, [&](const Session& session, MetadataEditor& editor) {
    require_open(session);
    for (const CapturedDocument& document : documents) {
      const Output* entry = find_entry(session, output_name(location, document.path));
      if (!entry || !entry->listed || !entry->draft) continue;
      Output output = *entry;
      output.draft = false;
      put_output(editor, session, output, {"draft"});
      if (std::find(kept.begin(), kept.end(), entry->file) == kept.end())
        kept.push_back(entry->file);
    }
  });
  return kept;
}

}  // namespace git_session
