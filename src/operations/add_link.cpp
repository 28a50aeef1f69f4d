#include "base/error.h"
#include "base/text.h"
#include "core/link.h"
#include "operations/add_output.h"
#include "operations/output_entries.h"
#include "operations/output_source.h"
#include "operations/writable_session.h"
#include "store/output_files.h"

namespace git_session {

AddReport add_link(const Workspace& workspace, const SessionLocation& location,
                   const std::string& name, const std::string& url,
                   const OutputDescription& description) {
  check_description(description);
  check_link(url);
  if (!is_valid_utf8(name)) throw name_not_utf8(name);
  if (!stays_inside(name) || name.ends_with('/') || is_hidden_name(name)) {
    throw Error(ErrorKind::usage, "'" + escape_line(name) + "' is no name for an output",
                "git session add --link URL NAME, with a plain file name");
  }
  LockedSession locked = lock_for_writing(workspace, location);
  require_open(locked.session());
  const Output* entry = find_entry(locked.session(), name);
  if (!entry || !entry->listed) require_room(locked, 1);
  Output output = entry ? *entry : Output();
  output.file = entry ? entry->file : name;
  if (!output.created_at) output.created_at = workspace.now();
  if (!entry || !entry->listed) output.chat = current_chat(workspace);
  describe(output, description);
  output.link = url;
  std::vector<std::string_view> keys = given_keys(description);
  keys.push_back("link");
  AddedOutput added{
      output.file, entry && entry->listed ? AddResult::existing : AddResult::added, "", {}};
  AddReport report;
  report.session =
      workspace.store().edit(locked, [&](const Session& session, MetadataEditor& editor) {
        added.keys = put_output(editor, session, output, keys);
      });
  if (!added.keys.empty()) added.result = AddResult::changed;
  report.outputs.push_back(std::move(added));
  return report;
}

}  // namespace git_session
