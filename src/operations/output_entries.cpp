#include "operations/output_entries.h"

#include <algorithm>

#include "core/fields.h"
#include "store/output_files.h"

namespace git_session {

std::vector<std::string> put_output(MetadataEditor& editor, const Session& session,
                                    const Output& output,
                                    const std::vector<std::string_view>& keys) {
  const Output* entry = find_entry(session, output.file);
  if (!entry || !entry->listed) {
    editor.append_output(output);
    return {};
  }
  std::vector<std::string> changed;
  size_t index = static_cast<size_t>(entry - session.outputs.data());
  for (const OutputField& field : output_fields()) {
    if (std::find(keys.begin(), keys.end(), field.key) == keys.end()) continue;
    Value wanted = field.get(output);
    if (field.get(*entry) == wanted) continue;
    editor.set_output_field(index, field.key, std::move(wanted));
    changed.emplace_back(field.key);
  }
  return changed;
}

}  // namespace git_session
