#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/adoption_plan.h"

namespace git_session {

/// The verb in the operation log.
inline constexpr const char* keep_verb = "keep";

/// What is to be kept, and where.
struct KeepRequest {
  std::vector<std::string> paths;  ///< relative to the top level
  std::string agent;               ///< what made them; empty: what a hook saw, else their names
  std::string type;
  bool large = false;  ///< also over session.maxOutputSize
};

/// The session whose drafts or folder the files lie in; nullopt when all lie elsewhere. Throws
/// `usage` when they lie in different ones.
std::optional<SessionLocation> session_of_documents(const Workspace& workspace,
                                                    const std::vector<std::string>& paths);

/// Drafts and documents from elsewhere come into the session's folder under their own names, with
/// the agent, model and chat that a hook noted when they were made. Nothing is written. Throws as
/// plan_adoption_into() does.
AdoptionPlan plan_keeping(const Workspace& workspace, const SessionLocation& location,
                          const KeepRequest& request);

/// What keep_outputs() would change.
std::vector<std::string> outputs_to_keep(const Workspace& workspace,
                                         const SessionLocation& location,
                                         const KeepRequest& request);

/// Has the chat that kept the documents tell of them at the end of its turn, and forgets who made
/// what lay there: it is in the session now.
void tell_kept(const Workspace& workspace, const AdoptionPlan& plan, const KeepRequest& request);

/// Outputs that lie in the folder already are listed, and are drafts no more. Returns the names of
/// those that this changed.
std::vector<std::string> keep_outputs(const Workspace& workspace, const SessionLocation& location,
                                      const KeepRequest& request);

}  // namespace git_session
