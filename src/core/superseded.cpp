#include "core/superseded.h"

#include <algorithm>

#include "base/text.h"
#include "core/output_name.h"

namespace git_session {
namespace {

std::string_view folder_of(std::string_view file) {
  const size_t slash = file.rfind('/');
  return slash == file.npos ? std::string_view() : file.substr(0, slash);
}

bool tells_of_later_time(const OutputName& name, const OutputName& other) {
  // The stamps sort as their times do.
  if (name.time && other.time)
    return format_file_stamp(*name.time) > format_file_stamp(*other.time);
  return name.day && other.day && *name.day > *other.day;
}

}  // namespace

std::string replaced_by(const Session& session, std::string_view file, std::string_view agent,
                        const std::vector<std::string>& known_agents) {
  // The name may end in an agent that only its entry tells of.
  std::vector<std::string> agents = known_agents;
  agents.emplace_back(agent);
  const OutputName name = parse_output_name(file, agents);
  // A name of a day and an agent alone has no topic, whatever it is read as.
  const bool has_topic = !name.topic.empty() && !equals_ignoring_case(name.topic, agent);
  if (agent.empty() || !has_topic) return {};
  std::string found;
  for (const Output& output : session.outputs) {
    if (!output.listed || output.file == file || output.agent != agent) continue;
    if (folder_of(output.file) != folder_of(file)) continue;
    const OutputName other = parse_output_name(output.file, agents);
    const bool is_same_topic = equals_ignoring_case(other.topic, name.topic) &&
                               equals_ignoring_case(other.extension, name.extension);
    const bool is_older = !tells_of_later_time(other, name);
    if (is_same_topic && is_older && !is_superseded(session, output)) found = output.file;
  }
  return found;
}

bool is_superseded(const Session& session, const Output& output) {
  if (output.file.empty()) return false;
  return std::any_of(session.outputs.begin(), session.outputs.end(), [&](const Output& other) {
    return other.supersedes == output.file && !is_missing(other) && &other != &output;
  });
}

}  // namespace git_session
