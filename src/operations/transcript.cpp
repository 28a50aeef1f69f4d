#include "operations/transcript.h"

#include <unistd.h>

#include <algorithm>

#include "base/error.h"
#include "base/file_copy.h"
#include "operations/session_state.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{1} << 20;

}  // namespace

std::string read_transcript_end(const std::string& path) {
  if (!path.starts_with('/') || path.find('\0') != path.npos) return {};
  try {
    const auto file = open_named_file(path);
    if (!file || is_made_up(*file)) return {};
    const uint64_t size = status_of(*file).size;
    const uint64_t start = size - std::min(size, most_bytes);
    if (lseek(file->get(), static_cast<off_t>(start), SEEK_SET) < 0) return {};
    return read_up_to(*file, most_bytes, path);
  } catch (const Error&) {
    return {};
  }
}

std::string subagent_transcript(const std::string& transcript, const std::string& agent_id) {
  const std::string ending = ".jsonl";
  if (!transcript.ends_with(ending) || !is_plain_chat_id(agent_id)) return {};
  return transcript.substr(0, transcript.size() - ending.size()) + "/subagents/agent-" + agent_id +
         ending;
}

}  // namespace git_session
