#pragma once

#include <string>

namespace git_session {

/// The last megabyte of what was said in a chat; empty for what is no regular file, cannot be read,
/// or is made up by the system. The path is the client's word.
std::string read_transcript_end(const std::string& path);

/// Where Claude Code keeps what a subagent said, beside the transcript of the chat.
std::string subagent_transcript(const std::string& transcript, const std::string& agent_id);

}  // namespace git_session
