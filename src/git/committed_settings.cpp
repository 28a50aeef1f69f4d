#include "git/committed_settings.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "git/configuration_text.h"

namespace git_session {
namespace {

const std::string file_name = ".gitsession";
const std::string scope = "committed";
const std::string origin = "file:" + file_name;
constexpr uint64_t size_limit = 64 * 1024;

bool may_be_committed(std::string_view key) {
  constexpr std::string_view allowed[] = {"session.team",
                                          "session.project",
                                          "session.teams",
                                          "session.agents",
                                          "session.root",
                                          "session.capture.include",
                                          "session.capture.exclude",
                                          "session.retention.project",
                                          "session.retention.sprint",
                                          "session.retention.temporary"};
  return std::find(std::begin(allowed), std::end(allowed), key) != std::end(allowed);
}

void sort_out(std::vector<ConfigurationEntry> found, CommittedSettings& settings) {
  std::vector<ConfigurationEntry> entries;
  for (ConfigurationEntry& entry : found) {
    auto& ignored = settings.ignored_keys;
    if (may_be_committed(entry.key))
      entries.push_back(std::move(entry));
    else if (std::find(ignored.begin(), ignored.end(), entry.key) == ignored.end())
      ignored.push_back(entry.key);
  }
  settings.configuration = Configuration(std::move(entries));
}

// Where our own reading gives up; throws with git's words for what git cannot read either.
std::vector<ConfigurationEntry> ask_git(const Repository& repository, const std::string& text) {
  // The text itself, not the name: `git config -f` would follow a link put there in between.
  ProcessResult list =
      repository.try_run({"config", "-z", "--no-includes", "-f", "-", "--list"}, text);
  if (!list.ok())
    throw Error(ErrorKind::invalid_data,
                "'" + file_name + "' is not git configuration: " + words_of_git(list, "config"));
  std::vector<ConfigurationEntry> entries;
  for (const auto& setting : split_at_nul(list.output)) {
    entries.push_back(parse_listed_entry(setting));
    entries.back().scope = scope;
    entries.back().origin = origin;
  }
  return entries;
}

}  // namespace

CommittedSettings read_committed_settings(const Repository& repository) {
  CommittedSettings settings;
  try {
    auto top = Directory::open(repository.top_level());
    std::optional<std::string> text;
    if (top) text = top->read_file(file_name, size_limit);
    if (!text || text->empty()) return settings;
    auto entries = parse_configuration_text(*text, scope, origin);
    sort_out(entries ? *std::move(entries) : ask_git(repository, *text), settings);
  } catch (const Error& error) {
    settings.ignored_file_reason = error.what();
  }
  return settings;
}

}  // namespace git_session
