#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// session.capture: what becomes of the documents that agents write.
enum class CaptureMode {
  keep,   ///< they are recorded as outputs
  draft,  ///< they are drafts until somebody keeps them
  off     ///< nothing is done
};

/// Which files are documents. Patterns are globs in any case; one without a slash is held against a
/// file's name, any other against its path from the top level.
struct CaptureRules {
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  bool include_is_ours = true;  ///< nobody configured it, so it says little of this project
};

/// Whether a file that lies in a session's folder is recorded: it was put there on purpose, so only
/// `exclude` keeps it out.
bool is_recorded_in_session(const CaptureRules& rules, std::string_view file);

/// Whether such a file may also be taken for a document when nothing names it: `include` matches,
/// and no folder above it is one that tools fill, such as node_modules.
bool looks_like_document(const CaptureRules& rules, std::string_view file);

/// Whether a new file elsewhere in the repository is a document that a session might want. Until
/// somebody configures what counts, it must also look like a work product: what stray_reason()
/// knows, a name that ends in a known agent, a word such as `review` or `report` in its name or in
/// that of a folder above. Never what every project has, and nothing in hidden folders.
bool is_offered(const CaptureRules& rules, std::string_view path,
                const std::vector<std::string>& known_agents);

/// `text` as the name of an agent or a model can be recorded: one line of UTF-8 without control
/// characters, at most 100 bytes; empty for anything else.
std::string recordable_name(std::string_view text);

/// "opus" for `claude-opus-4-1-20250805`; other models as they are.
std::string short_model_name(std::string_view model);

/// Whether `text` names the file: its last level stands there, not as a part of a longer name, and
/// alone or behind the folder that the file lies in; a variable of a shell may be any folder.
bool mentions_file(std::string_view text, std::string_view path);

}  // namespace git_session
