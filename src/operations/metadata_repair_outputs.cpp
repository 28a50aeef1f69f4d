#include <algorithm>

#include "base/text.h"
#include "core/output_name.h"
#include "operations/metadata_repair.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

/// Name and content are the metadata's word, which comes by `git pull`: hidden files are settings
/// of some program, and no outputs; drafts are the user's alone.
bool may_be_brought_back(const std::string& file) {
  const std::vector<std::string> parts = split(file, '/');
  return !equals_ignoring_case(parts.front(), drafts_folder_name) &&
         std::none_of(parts.begin(), parts.end(),
                      [](const std::string& part) { return part.starts_with('.'); });
}

std::string reason_to_leave(const FoundOutput& found) {
  if (found.content) return "a file of that name is no output";
  if (!found.reason.empty()) return found.reason;
  if (found.elsewhere.empty()) return "git knows neither its content nor where it went";
  return "git has it as " + found.elsewhere + ", outside of the session";
}

}  // namespace

void MetadataRepair::find_output(const Session& session, size_t index, MetadataEditor& editor) {
  const Output& output = session.outputs[index];
  const FoundOutput found = facts_.lost().find(session, output, taken_names_);
  if (found.name) {
    taken_names_.insert(*found.name);
    return editor.set_output_field(index, "file", Value(*found.name));
  }
  if (found.content && may_be_brought_back(output.file)) {
    brought_back_.emplace(location_.path + "/" + output.file, found);
    return;
  }
  for (const Finding& finding : findings_) {
    const Problem& problem = finding.problem;
    bool is_it =
        problem.code == "missing-output" && problem.message.starts_with("'" + output.file + "' ");
    if (is_it) leave(finding, reason_to_leave(found));
  }
}

void MetadataRepair::list_output(const Output& output, MetadataEditor& editor) {
  Output listed = output;
  listed.listed = true;
  const bool name_tells_time =
      parse_output_name(output.file, facts_.workspace().settings().agents()).time.has_value();
  const auto origin = facts_.origin_of(location_.path + "/" + output.file);
  const auto status = facts_.workspace().store().open_folder(location_).status(output.file);
  if (!name_tells_time && origin) {
    listed.created_at = origin->author_time;
  } else if (!listed.created_at && status) {
    listed.created_at = Instant(std::chrono::seconds(status->modified));
  }
  listed.blob = blobs_of(facts_.workspace(), location_, {output.file}).front();
  editor.append_output(listed);
}

void MetadataRepair::mend_outputs(const Session& session, MetadataEditor& editor) {
  // Those that are not listed come last: what an entry was found under has one then.
  for (size_t index = 0; index < session.outputs.size(); ++index) {
    const Output& output = session.outputs[index];
    if (output.file.empty()) continue;
    if (output.listed && has("missing-output") && is_missing(output) && !output.outside)
      find_output(session, index, editor);
    if (output.listed && has("agent-in-name") && output.agent_from_name)
      editor.set_output_field(index, "agent", Value(output.agent));
    const std::string path = location_.path + "/" + output.file;
    const bool is_to_be_listed =
        !output.listed && std::any_of(findings_.begin(), findings_.end(), [&](const auto& each) {
          return each.problem.code == "unlisted-output" && each.problem.path == path;
        });
    const bool can_be_listed = is_valid_utf8(output.file) && !taken_names_.contains(output.file);
    if (is_to_be_listed && can_be_listed) list_output(output, editor);
  }
}

}  // namespace git_session
