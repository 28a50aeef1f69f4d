#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "operations/capture_output.h"
#include "operations/chat_capture.h"
#include "store/output_files.h"

namespace git_session {
namespace {

constexpr size_t most_drafts = 200;
/// In one go: who makes more by a shell command makes no documents.
constexpr size_t most_documents = 100;
constexpr size_t most_offers = 3;
constexpr std::chrono::milliseconds most_time{400};

}  // namespace

bool ChatCapture::came_in_turn(const std::string& path) const {
  const auto begin = notes_.turn_began_at();
  if (!begin) return false;
  try {
    const auto status = workspace_.store().top_level().status(path);
    return status && Instant(std::chrono::seconds(status->modified)) >= *begin;
  } catch (const Error&) {
    return false;  // a link on the way
  }
}

/// What lies in the folder and is not listed, or was listed by this chat without saying who made
/// it.
std::vector<ChatCapture::Unrecorded> ChatCapture::unrecorded(
    const SessionLocation& location) const {
  std::vector<Unrecorded> found;
  for (const Output& output : workspace_.store().load(location, {}).outputs) {
    if (!output.exists || output.outside) continue;
    const bool is_mine = output.chat == event_.chat;
    const bool is_anonymous = output.agent.empty() || output.agent_from_name;
    const std::string path = location.path + "/" + output.file;
    const bool is_wanted = !output.listed || (is_mine && is_anonymous);
    if (is_wanted && escape_line(path) == path) found.push_back({path, output.listed});
  }
  return found;
}

size_t ChatCapture::count_refused(const SessionLocation& location) const {
  size_t count = 0;
  for (const Unrecorded& file : unrecorded(location)) {
    const std::string name = name_in_session(location, file.path);
    if (!file.is_listed && looks_like_document(rules_, name) && came_in_turn(file.path)) ++count;
  }
  return count;
}

std::vector<std::string> ChatCapture::unknown_drafts(const SessionLocation& location) const {
  std::vector<std::string> paths;
  const std::string place = location.path + "/" + std::string(drafts_folder_name);
  const auto folder = workspace_.store().top_level().open_directory(place);
  if (!folder) return paths;
  for (const DirectoryEntry& entry : folder->entries()) {
    if (paths.size() == most_drafts) break;
    const std::string path = place + "/" + entry.name;
    const bool is_file = entry.type == FileType::regular && !entry.name.starts_with('.');
    if (is_file && escape_line(path) == path && !noted_document(workspace_, path))
      paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void ChatCapture::sweep(const SessionLocation& location, std::string_view evidence, bool is_alone) {
  std::vector<std::string> paths;
  for (const Unrecorded& file : unrecorded(location)) {
    if (paths.size() == most_documents) break;
    const bool is_named = mentions_file(evidence, file.path);
    const bool is_likely =
        is_alone && looks_like_document(rules_, name_in_session(location, file.path));
    const bool is_mine = is_named || is_likely;
    if (is_mine && (file.is_listed || came_in_turn(file.path))) paths.push_back(file.path);
  }
  if (!paths.empty()) record(location, std::move(paths));
  for (const std::string& path : unknown_drafts(location)) {
    if ((is_alone || mentions_file(evidence, path)) && came_in_turn(path))
      take_draft(location, path, true);
  }
}

void ChatCapture::sweep_elsewhere(std::string_view evidence) {
  if (evidence.empty() || !notes_.started_at()) return;
  ProcessOptions options;
  options.removed_environment = {"GIT_LITERAL_PATHSPECS"};
  options.time_limit = most_time;
  const std::string root = workspace_.store().layout().root();
  const ProcessResult result =
      workspace_.repository().try_run({"ls-files", "--others", "--exclude-standard", "-z", "--",
                                       ":(top)", ":(top,exclude,literal)" + root},
                                      std::move(options));
  if (!result.ok() || result.timed_out) return;
  size_t offers = 0;
  for (const std::string& path : split_at_nul(result.output)) {
    if (offers == most_offers) return;
    const bool is_made_here =
        escape_line(path) == path && mentions_file(evidence, path) && came_in_turn(path);
    if (is_made_here && note_offer(path)) ++offers;
  }
}

}  // namespace git_session
