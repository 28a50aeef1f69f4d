#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "operations/workspace.h"

namespace git_session {

/// Why an output should not be shared without a yes: it is a draft, others cannot find in the
/// repository what the page is made from, or a pattern of the allow-list, which came by `git pull`,
/// is all that lets a secret pass.
enum class ShareConcern { draft, uncommitted, unpushed, secret_allowed };

/// `refused`, with the reason "output-draft", "output-uncommitted", "output-unpushed" or
/// "secret-allowed".
Error share_refusal(ShareConcern concern, const std::string& message);
/// For people: "is marked as a draft".
const char* describe(ShareConcern concern);

/// What speaks against sharing an output of a session as it is now; empty: nothing. Where the
/// repository has no remote, nothing can be pushed, and that is no concern.
std::vector<ShareConcern> share_concerns(const Workspace& workspace, const Session& session,
                                         const Output& output);
/// The same for any file of the session, such as a picture.
std::vector<ShareConcern> share_concerns(const Workspace& workspace, const Session& session,
                                         const std::string& file);

}  // namespace git_session
