#include "operations/close_session.h"

#include <algorithm>

#include "base/text.h"
#include "operations/current_session.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

struct Unlisted {
  std::vector<Output> fitting;
  std::vector<NotListed> left_out;
};

Unlisted find_unlisted(const Workspace& workspace, const LockedSession& locked) {
  Unlisted found;
  std::vector<std::string> files;
  for (const Output& output : locked.session().outputs) {
    if (output.listed) continue;
    if (!is_valid_utf8(output.file)) {
      found.left_out.push_back({output.file, NotListedReason::name_not_utf8});
    } else if (output.bytes.value_or(0) > workspace.settings().max_output_size()) {
      // To list it is to say that git may keep it for ever: that is left to add --large.
      found.left_out.push_back({output.file, NotListedReason::too_large});
    } else {
      found.fitting.push_back(output);
      files.push_back(output.file);
    }
  }
  std::vector<std::string> blobs = blobs_of(workspace, locked.location(), files);
  for (size_t i = 0; i < blobs.size(); ++i) found.fitting[i].blob = blobs[i];
  size_t room = locked.room_for(found.fitting);
  for (size_t i = room; i < found.fitting.size(); ++i)
    found.left_out.push_back({files[i], NotListedReason::no_room});
  found.fitting.resize(room);
  return found;
}

}  // namespace

CloseReport close_session(const Workspace& workspace, const SessionLocation& location) {
  require_not_archived(location);
  LockedSession locked = lock_for_writing(workspace, location);
  Unlisted unlisted = find_unlisted(workspace, locked);
  CloseReport report;
  report.not_listed = std::move(unlisted.left_out);
  report.session =
      workspace.store().edit(locked, [&](const Session& session, MetadataEditor& editor) {
        for (const Output& output : unlisted.fitting) {
          const Output* entry = session.find_output(output.file);
          if (!entry || entry->listed) continue;
          editor.append_output(output);
          report.listed.push_back(output.file);
        }
        report.was_closed = session.status.current == State::closed;
        if (report.was_closed) return;
        editor.set("status.current", Value(name_of(State::closed)));
        editor.set("status.closed_at", Value(format_rfc3339(workspace.now())));
      });
  drop_current_session(workspace, location);
  return report;
}

std::optional<Session> last_closed_session(const Workspace& workspace) {
  const std::vector<SessionLocation> own = workspace.store().locations_of(workspace.user());
  std::vector<std::optional<Session>> closed(own.size());
  workspace.store().visit(own, {}, [&](size_t index, Session&& session) {
    if (!session.is_readable() || session.status.current != State::closed) return;
    if (session.context.branch != workspace.branch() || !session.status.closed_at) return;
    closed[index] = std::move(session);
  });
  std::erase_if(closed, [](const auto& session) { return !session; });
  auto last =
      std::max_element(closed.begin(), closed.end(), [](const auto& left, const auto& right) {
        return left->status.closed_at < right->status.closed_at;
      });
  return last == closed.end() ? std::nullopt : std::move(*last);
}

ReopenReport reopen_session(const Workspace& workspace, const SessionLocation& location) {
  require_not_archived(location);
  LockedSession locked = lock_for_writing(workspace, location);
  ReopenReport report;
  report.session =
      workspace.store().edit(locked, [&](const Session& session, MetadataEditor& editor) {
        report.was_open = session.is_open();
        if (!report.was_open) editor.set("status.current", Value(name_of(State::active)));
        if (session.status.closed_at) editor.clear("status.closed_at");
        if (session.status.archived_at) editor.clear("status.archived_at");
      });
  return report;
}

}  // namespace git_session
