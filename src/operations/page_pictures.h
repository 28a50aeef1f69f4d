#pragma once

#include <string>
#include <vector>

#include "operations/prepare_page.h"

namespace git_session {

/// Reads the pictures that a conversion of `file` asks for, and tells `options` under which names
/// they are attached and which there are not: no regular file of the session, behind a link, too
/// large for a server. Secrets in them go to `secrets`, or are redacted.
std::vector<PagePicture> read_pictures(const Workspace& workspace, const Session& session,
                                       const std::string& file,
                                       const confluence::Conversion& conversion,
                                       confluence::ConversionOptions& options,
                                       const SecretGate& gate, SecretReport& secrets);

}  // namespace git_session
