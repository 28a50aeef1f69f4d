#include "core/session.h"

#include "core/session_id.h"

namespace git_session {

const char* name_of(State state) {
  switch (state) {
    case State::active:
      return "active";
    case State::closed:
      return "closed";
    case State::archived:
      return "archived";
  }
  return "active";
}

const char* name_of(Shape shape) {
  switch (shape) {
    case Shape::version_1:
      return "version 1";
    case Shape::drifted:
      return "drifted";
    case Shape::none:
      return "none";
    case Shape::unreadable:
      return "unreadable";
  }
  return "none";
}

const Output* Session::find_output(std::string_view file) const {
  for (const Output& output : outputs) {
    if (output.file == file) return &output;
  }
  return nullptr;
}

bool is_missing(const Output& output) {
  return output.listed && !output.exists && output.link.empty() && !output.outside;
}

OutputCounts count_outputs(const Session& session) {
  OutputCounts counts;
  counts.total = session.outputs.size();
  for (const Output& output : session.outputs) {
    if (output.promoted) ++counts.promoted;
    if (!output.listed) ++counts.unlisted;
    if (is_missing(output)) ++counts.missing;
  }
  return counts;
}

std::optional<Instant> effective_created_at(const Session& session) {
  if (session.created_at) return session.created_at;
  if (auto day = date_of_session_id(session.id)) return Instant(std::chrono::sys_days(*day));
  return std::nullopt;
}

}  // namespace git_session
