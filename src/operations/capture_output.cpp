#include "operations/capture_output.h"

#include <algorithm>

#include "base/text.h"
#include "core/superseded.h"
#include "operations/chat_session.h"
#include "operations/output_entries.h"
#include "operations/writable_session.h"
#include "store/output_files.h"

namespace git_session {
namespace {

/// No subagent has such an id: what is found out about the mover is not said of the maker.
const std::string nobody = "-";

/// Takes documents into a locked session and lists them all in one edit.
class Recording {
 public:
  Recording(const Workspace& workspace, LockedSession& locked, bool draft)
      : workspace_(workspace),
        locked_(locked),
        known_(locked.session()),
        draft_(draft),
        gate_(workspace) {}

  void take(const CapturedDocument& document);
  Recorded finish();

 private:
  struct Wanted {
    Output output;
    std::vector<std::string_view> keys;  ///< to be set where it is listed already
    CapturedDocument document;
  };
  bool can_be_listed(const Output& output) const;
  Wanted new_entry(const Output& found, const CapturedDocument& document) const;
  void inherit(Wanted& wanted) const;
  void look_for_secrets(const std::string& file, SecretReport& report) const;
  static Wanted completed_entry(const Output& listed, const CapturedDocument& document);

  const Workspace& workspace_;
  LockedSession& locked_;
  Session known_;  ///< with what was taken so far
  bool draft_;
  SecretGate gate_;
  size_t new_entries_ = 0;
  bool is_full_ = false;
  std::vector<Wanted> wanted_;
};

bool Recording::can_be_listed(const Output& output) const {
  const uint64_t limit = workspace_.settings().max_output_size();
  return output.exists && !output.outside && is_valid_utf8(output.file) &&
         output.bytes.value_or(0) <= limit;
}

Recording::Wanted Recording::new_entry(const Output& found,
                                       const CapturedDocument& document) const {
  Output output = found;
  // What the name says is shown all the same; here goes what is known.
  if (output.agent.empty() || !document.agent.empty()) output.agent = document.agent;
  if (!output.created_at) output.created_at = workspace_.now();
  output.model = document.model;
  output.chat = document.chat;
  output.draft = draft_;
  output.listed = true;
  output.supersedes =
      replaced_by(known_, output.file, output.agent, workspace_.settings().agents());
  return {std::move(output), {}, document};
}

Recording::Wanted Recording::completed_entry(const Output& listed,
                                             const CapturedDocument& document) {
  Wanted wanted{listed, {"blob"}, document};
  // Who changes a document did not make it; but the chat may have listed it without saying more.
  if (document.chat.empty() || listed.chat != document.chat) return wanted;
  // An agent that only the file's name tells is not in the entry.
  if (listed.agent.empty() || listed.agent_from_name) {
    wanted.output.agent = document.agent;
    wanted.keys.push_back("agent");
  }
  if (listed.model.empty() && wanted.output.agent == document.agent) {
    wanted.output.model = document.model;
    wanted.keys.push_back("model");
  }
  return wanted;
}

void Recording::take(const CapturedDocument& document) {
  const Output* found = find_entry(known_, name_in_session(locked_.location(), document.path));
  if (!found || !can_be_listed(*found)) return;
  if (found->listed) {
    wanted_.push_back(completed_entry(*found, document));
    return;
  }
  is_full_ = is_full_ || !locked_.has_room_for_outputs(new_entries_ + 1);
  if (is_full_) return;
  ++new_entries_;
  wanted_.push_back(new_entry(*found, document));
  known_.outputs[static_cast<size_t>(found - known_.outputs.data())] = wanted_.back().output;
}

/// A file that was moved has another maker than who moved it.
void Recording::inherit(Wanted& wanted) const {
  const std::string& blob = wanted.output.blob;
  for (const Output& gone : locked_.session().outputs) {
    if (blob.empty() || gone.blob != blob || !is_missing(gone)) continue;
    wanted.output.agent = wanted.document.agent = gone.agent;
    wanted.output.model = wanted.document.model = gone.model;
    wanted.output.chat = wanted.document.chat = gone.chat;
    wanted.output.supersedes.clear();
    wanted.document.agent_id = nobody;
  }
}

void Recording::look_for_secrets(const std::string& file, SecretReport& report) const {
  const auto bytes = locked_.folder().read_file(file, workspace_.settings().max_output_size());
  if (!bytes) return;
  const auto redacted = gate_.clean(locked_.location().path + "/" + file, *bytes, report);
  if (redacted) redact_output(workspace_, locked_, file, *redacted);
}

Recorded Recording::finish() {
  Recorded result{{}, is_full_, {}};
  std::vector<CapturedDocument>& recorded = result.documents;
  if (wanted_.empty()) return result;
  std::vector<std::string> files;
  for (const Wanted& wanted : wanted_) {
    files.push_back(wanted.output.file);
    look_for_secrets(files.back(), result.secrets);
  }
  const std::vector<std::string> blobs = blobs_of(workspace_, locked_.location(), files);
  workspace_.store().edit(locked_, [&](const Session& session, MetadataEditor& editor) {
    recorded.clear();
    for (size_t i = 0; i < wanted_.size(); ++i) {
      Wanted& wanted = wanted_[i];
      const Output* entry = find_entry(session, wanted.output.file);
      const bool is_new = !entry || !entry->listed;
      if (!blobs[i].empty()) wanted.output.blob = blobs[i];
      if (is_new) inherit(wanted);
      const bool is_changed = is_new || entry->blob != wanted.output.blob;
      put_output(editor, session, wanted.output, wanted.keys);
      if (is_changed) recorded.push_back(wanted.document);
    }
  });
  return result;
}

}  // namespace

std::string name_in_session(const SessionLocation& location, const std::string& path) {
  const std::string folder = location.path + "/";
  return path.starts_with(folder) ? path.substr(folder.size()) : std::string();
}

Recorded record_documents(const Workspace& workspace, const SessionLocation& location,
                          const std::vector<CapturedDocument>& documents, bool draft) {
  if (documents.empty() || location.in_archive) return {};
  // A folder that somebody made by hand is for adopt.
  if (!begin_session(workspace, location)) return {};
  LockedSession locked = lock_for_writing(workspace, location);
  if (!locked.session().is_open()) return {};
  Recording recording(workspace, locked, draft);
  for (const CapturedDocument& document : documents) recording.take(document);
  return recording.finish();
}

void complete_models(const Workspace& workspace, const SessionLocation& location,
                     const CapturedDocument& maker, const std::vector<std::string>& others) {
  const auto lacks_it = [&](const Output& output) {
    const std::string path = location.path + "/" + output.file;
    return output.listed && output.model.empty() && output.chat == maker.chat &&
           output.agent == maker.agent &&
           std::find(others.begin(), others.end(), path) == others.end();
  };
  const Session now = workspace.store().load(location, {});
  if (std::none_of(now.outputs.begin(), now.outputs.end(), lacks_it)) return;
  LockedSession locked = lock_for_writing(workspace, location);
  workspace.store().edit(locked, [&](const Session& session, MetadataEditor& editor) {
    for (const Output& entry : session.outputs) {
      if (!lacks_it(entry)) continue;
      Output output = entry;
      output.model = maker.model;
      put_output(editor, session, output, {"model"});
    }
  });
}

}  // namespace git_session
