#include "git/committed_settings.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

namespace git_session {
namespace {

const std::string file_name = ".gitsession";
constexpr uint64_t size_limit = 64 * 1024;

bool may_be_committed(std::string_view key) {
  constexpr std::string_view allowed[] = {"session.team", "session.project", "session.teams",
                                          "session.agents", "session.root"};
  return std::find(std::begin(allowed), std::end(allowed), key) != std::end(allowed);
}

ConfigurationEntry parse_entry(const std::string& setting) {
  ConfigurationEntry entry;
  size_t end_of_key = setting.find('\n');
  entry.key = setting.substr(0, end_of_key);
  entry.has_value = end_of_key != std::string::npos;
  if (entry.has_value) entry.value = setting.substr(end_of_key + 1);
  entry.scope = "committed";
  entry.origin = "file:" + file_name;
  return entry;
}

void sort_out(const std::string& list, CommittedSettings& settings) {
  std::vector<ConfigurationEntry> entries;
  for (const auto& setting : split_at_nul(list)) {
    ConfigurationEntry entry = parse_entry(setting);
    auto& ignored = settings.ignored_keys;
    if (may_be_committed(entry.key))
      entries.push_back(std::move(entry));
    else if (std::find(ignored.begin(), ignored.end(), entry.key) == ignored.end())
      ignored.push_back(entry.key);
  }
  settings.configuration = Configuration(std::move(entries));
}

}  // namespace

CommittedSettings read_committed_settings(const Repository& repository) {
  CommittedSettings settings;
  std::optional<std::string> text;
  try {
    auto top = Directory::open(repository.top_level());
    if (top) text = top->read_file(file_name, size_limit);
  } catch (const Error& error) {
    settings.ignored_file_reason = error.what();
  }
  if (!text || text->empty()) return settings;
  // The text itself, not the name: `git config -f` would follow a link put there in between.
  ProcessResult result =
      repository.try_run({"config", "-z", "--no-includes", "-f", "-", "--list"}, *text);
  if (result.ok())
    sort_out(result.output, settings);
  else
    settings.ignored_file_reason =
        "'" + file_name + "' is not git configuration: " + words_of_git(result, "config");
  return settings;
}

}  // namespace git_session
