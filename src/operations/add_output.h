#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/output_description.h"
#include "operations/secret_gate.h"
#include "operations/workspace.h"

namespace git_session {

/// How the names in AddRequest::files are read.
enum class FileReach {
  anywhere,   ///< typed by a person: find_output_source(), and `-` is standard input
  work_tree,  ///< given by a program that others may have told to: find_work_tree_source()
};

struct AddRequest {
  std::vector<std::string> files;
  FileReach reach = FileReach::anywhere;
  std::optional<std::string> content = {};  ///< of one more output; it needs a topic
  OutputDescription description;
  bool move = false;   ///< remove a file that was copied in
  bool large = false;  ///< also over session.maxOutputSize
};

enum class AddResult { added, existing, changed };

struct AddedOutput {
  std::string file;
  AddResult result = AddResult::added;
  std::string source;             ///< what was copied in, as typed; empty when it lay there
  std::vector<std::string> keys;  ///< what was changed of an existing entry
  bool source_removed = false;    ///< it was moved in
};

struct AddReport {
  Session session;  ///< as it is afterwards
  std::vector<AddedOutput> outputs;
  /// Files that were to be moved and are still there: what and why.
  std::vector<std::string> not_removed;
  SecretReport secrets;  ///< in what was named, whether it came in or lay there
};

/// Registers files as outputs of the session: those in its folder where they are, all others as
/// copies under the names of the guide. Content that the session holds already is not copied again.
/// Secrets are reported and hold nothing up; where session.secrets says so they are redacted, in
/// copies and in files of the session, never in files elsewhere. Throws, before anything is
/// written, `usage` for what makes no sense and `refused` with reason "session-closed",
/// "session-archived", "output-too-large", "too-many-outputs" or those of
/// find_output_source() and find_work_tree_source().
AddReport add_outputs(const Workspace& workspace, const SessionLocation& location,
                      const AddRequest& request);

/// Records an artifact that is kept elsewhere: an entry of that name with the link, and no file.
AddReport add_link(const Workspace& workspace, const SessionLocation& location,
                   const std::string& name, const std::string& url,
                   const OutputDescription& description);

}  // namespace git_session
