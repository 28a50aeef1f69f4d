#include "git/file_history.h"

#include "base/text.h"

namespace git_session {
namespace {

constexpr std::string_view commit_mark = "commit:";

}  // namespace

bool has_remote_branches(const Repository& repository) {
  return !repository.run({"for-each-ref", "--count=1", "--format=%(refname)", "refs/remotes/"})
              .empty();
}

std::map<std::string, std::string> newest_commits(const Repository& repository,
                                                  const std::string& directory, History history) {
  std::map<std::string, std::string> newest;
  if (!repository.head_commit()) return newest;
  // -c: what a merge changed itself, not what it brought together.
  std::vector<std::string> command = {
      "log", "-z", "-c", "--no-renames", "--name-only", "--format=tformat:commit:%H", "HEAD"};
  if (history == History::unpushed) command.insert(command.end(), {"--not", "--remotes"});
  command.insert(command.end(), {"--", directory});
  std::string commit;
  for (const std::string& record : split_at_nul(repository.run(command))) {
    std::string_view text = record;
    if (text.starts_with(commit_mark)) {
      commit = text.substr(commit_mark.size());
      continue;
    }
    // The first path of a commit stands on a line of its own.
    if (text.starts_with('\n')) text.remove_prefix(1);
    if (!text.empty()) newest.emplace(text, commit);
  }
  return newest;
}

std::vector<TrackedFile> tracked_under(const Repository& repository, const std::string& directory) {
  std::vector<TrackedFile> files;
  // "H 100644 <id> 0<TAB>path"
  for (const std::string& record :
       split_at_nul(repository.run({"ls-files", "-s", "-v", "-z", "--", directory}))) {
    const size_t tab = record.find('\t');
    if (tab == std::string::npos) continue;
    const std::vector<std::string> fields = split(std::string_view(record).substr(0, tab), ' ');
    if (fields.size() != 4 || fields[0].size() != 1) continue;
    const char tag = fields[0][0];
    files.push_back(
        {record.substr(tab + 1), fields[1], fields[2], tag == 'S' || (tag >= 'a' && tag <= 'z')});
  }
  return files;
}

std::map<std::string, std::string> ignore_rules(const Repository& repository,
                                                const std::vector<std::string>& paths) {
  std::map<std::string, std::string> rules;
  if (paths.empty()) return rules;
  ProcessOptions options;
  // This command knows no literal pathspecs; behind `./` a name has no magic either.
  options.removed_environment = {"GIT_LITERAL_PATHSPECS"};
  for (const std::string& path : paths) options.input += "./" + path + '\0';
  const ProcessResult result =
      repository.try_run({"check-ignore", "-v", "-z", "--no-index", "--stdin"}, std::move(options));
  if (result.exit_code == 1) return rules;
  if (!result.ok()) throw git_error(result, "check-ignore");
  const std::vector<std::string> fields = split_at_nul(result.output);
  for (size_t i = 0; i + 3 < fields.size(); i += 4) {
    // A pattern with `!` is the rule that keeps git from ignoring it.
    if (fields[i + 2].starts_with('!') || !fields[i + 3].starts_with("./")) continue;
    rules.emplace(fields[i + 3].substr(2), fields[i] + ":" + fields[i + 1] + ":" + fields[i + 2]);
  }
  return rules;
}

}  // namespace git_session
