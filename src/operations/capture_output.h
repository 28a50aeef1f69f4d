#pragma once

#include <vector>

#include "operations/chat_notes.h"
#include "operations/secret_gate.h"
#include "operations/workspace.h"

namespace git_session {

struct Recorded {
  std::vector<CapturedDocument> documents;  ///< that are new, or have new content
  bool is_full = false;                     ///< more came than the metadata can list
  SecretReport secrets;                     ///< in those that were listed
};

/// Records documents that lie in a session's folder as outputs of it: who made them, in which chat,
/// the id of the content. What is listed already gets the new id of its content; and where this
/// chat listed it, agent and model as far as it does not say them. A new one with the topic, agent
/// and extension of an older one replaces that (Output::supersedes); one with the content of an
/// output that is missing is that one moved, and made by whoever made that. With `draft` new ones
/// are marked as drafts.
///
/// Passed over: what the session does not show as an output, files over session.maxOutputSize,
/// names that are not UTF-8, what is more than metadata can list. A session that is closed takes
/// nothing. Secrets hold nothing up, because the file lies there already: they are reported, and
/// redacted where session.secrets says so. Throws as lock_for_writing() and
/// SessionStore::edit() do.
Recorded record_documents(const Workspace& workspace, const SessionLocation& location,
                          const std::vector<CapturedDocument>& documents, bool draft);

/// Sets the model of outputs of this chat and agent that lack one, but for `others`, which another
/// agent of the same name made.
void complete_models(const Workspace& workspace, const SessionLocation& location,
                     const CapturedDocument& maker, const std::vector<std::string>& others);

/// `path` in the session's folder; empty when it does not lie there.
std::string name_in_session(const SessionLocation& location, const std::string& path);

}  // namespace git_session
