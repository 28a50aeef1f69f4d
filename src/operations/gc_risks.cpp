#include "operations/gc_risks.h"

#include <algorithm>

namespace git_session {
namespace {

/// Drafts that git knows are like any other file.
bool is_old_draft(const std::string& file, const GcDrafts* old_drafts) {
  if (file == std::string(drafts_folder_name) + "/.gitignore") return true;
  return old_drafts && std::find(old_drafts->files.begin(), old_drafts->files.end(), file) !=
                           old_drafts->files.end();
}

std::vector<std::string> files_of(const GcSession& found) {
  if (!found.files.empty()) return found.files;
  std::vector<std::string> files = {std::string(metadata_file_name)};
  for (const Output& output : found.session.outputs) {
    if (output.exists && !output.outside) files.push_back(output.file);
  }
  return files;
}

}  // namespace

void name_risks(GcSession& found, const GcDrafts* old_drafts, const GcGitFacts& git) {
  const std::string prefix = found.location.path + "/";
  for (const std::string& file : files_of(found)) {
    if (found.session.sparse) break;  // what is not in the work tree is as git has it
    if (!git.tracked.contains(prefix + file) && is_old_draft(file, old_drafts)) continue;
    if (!git.is_committed(prefix + file)) {
      found.uncommitted.push_back(file);
    } else if (!git.is_pushed(prefix + file)) {
      found.unpushed.push_back(file);
    }
  }
  for (const Output& output : found.session.outputs) {
    if (!output.promoted && !output.outside) found.unpromoted.push_back(output.file);
  }
  auto changed = git.promoted_changed.find(found.session.id);
  if (changed == git.promoted_changed.end()) return;
  found.promoted_changed.assign(changed->second.begin(), changed->second.end());
}

std::vector<GcReason> risks_of_purging(const GcSession& found) {
  std::vector<GcReason> risks;
  if (!found.promoted_changed.empty()) risks.push_back(GcReason::promoted_changed);
  if (!found.uncommitted.empty()) risks.push_back(GcReason::uncommitted);
  if (!found.unpushed.empty()) risks.push_back(GcReason::unpushed);
  return risks;
}

}  // namespace git_session
