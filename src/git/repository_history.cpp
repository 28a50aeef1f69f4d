#include <algorithm>

#include "base/text.h"
#include "git/history_log.h"
#include "git/merged_branches.h"
#include "git/repository.h"

namespace git_session {
namespace {

// Each name makes git's walk slower; past this number it is limited to their folders.
constexpr size_t most_names = 200;
// Files that came by renames from outside, from outside of that, and so on.
constexpr int most_rounds = 5;

std::string folder_of(const std::string& path) {
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(0, slash);
}

/// Names in lines: what has a line break is not followed.
void add_names(const std::set<std::string>& names, std::set<std::string>& paths) {
  for (const std::string& name : names) {
    if (name.find('\n') != std::string::npos) continue;
    paths.insert(names.size() > most_names ? folder_of(name) : name);
  }
}

}  // namespace

HistoryLog Repository::read_history(const std::string& revisions,
                                    const std::set<std::string>& paths) const {
  HistoryLog log;
  ProcessOptions options;
  options.input = revisions + "\n--\n";
  for (const std::string& path : paths) options.input += path + "\n";
  options.on_output = [&](std::string_view piece) { log.take(piece); };
  ProcessResult result = try_run(HistoryLog::arguments(), std::move(options));
  if (!result.ok()) throw git_error(result, "log");
  return log;
}

HistoryLog Repository::history_of(const std::vector<std::string>& wanted) const {
  if (!head_commit()) return {};
  std::set<std::string> paths(wanted.begin(), wanted.end());
  std::set<std::string> told = paths;
  for (int round = 1;; ++round) {
    HistoryLog log = read_history("HEAD", paths);
    std::set<std::string> sources = log.unexplained_sources();
    std::erase_if(sources, [&](const std::string& name) { return told.contains(name); });
    if (sources.empty() || round == most_rounds) return log;
    told.insert(sources.begin(), sources.end());
    add_names(sources, paths);
  }
}

HistoryLog Repository::history_since(const std::string& base,
                                     const std::vector<std::string>& wanted) const {
  return read_history("HEAD\n^" + base, {wanted.begin(), wanted.end()});
}

std::string Repository::merge_base(const std::string& revision) const {
  const std::string commit = resolve_revision(revision);
  ProcessResult result = try_run({"merge-base", commit, "HEAD"});
  if (result.exit_code == 1)
    throw Error(ErrorKind::not_found,
                "'" + escape_line(revision) + "' and HEAD have no common history",
                "git fetch --unshallow, where this is a shallow clone");
  if (!result.ok()) throw git_error(result, "merge-base");
  return std::string(trim(result.output));
}

std::map<std::string, std::string> Repository::merged_branches() const {
  if (!head_commit()) return {};
  const std::string list = run({"log", "--topo-order", "--no-color", "--no-show-signature", "-z",
                                "--encoding=UTF-8", "--format=%H%n%P%n%s", "HEAD"});
  std::vector<CommitLine> commits;
  for (const std::string& record : split_at_nul(list)) {
    const std::vector<std::string> lines = split(record, '\n');
    if (lines.size() < 3) continue;
    commits.push_back(
        {lines[0], lines[1].empty() ? std::vector<std::string>() : split(lines[1], ' '), lines[2]});
  }
  return branches_of_commits(commits);
}

std::vector<IndexEntry> Repository::index_entries(const std::string& directory) const {
  std::vector<IndexEntry> entries;
  for (const std::string& record :
       split_at_nul(run({"ls-files", "-s", "-z", "--", directory.empty() ? "." : directory}))) {
    // "100644 <id> 0<TAB>path"
    const size_t tab = record.find('\t');
    const std::vector<std::string> fields = split(std::string_view(record).substr(0, tab), ' ');
    if (tab == std::string::npos || fields.size() != 3) continue;
    entries.push_back({record.substr(tab + 1), fields[0], fields[1], fields[2] != "0"});
  }
  return entries;
}

std::set<std::string> Repository::shallow_commits() const {
  std::set<std::string> commits;
  auto directory = Directory::open(layout_.common_directory);
  if (!directory) return commits;
  constexpr uint64_t most_bytes = uint64_t{16} * 1024 * 1024;
  for (const std::string& line :
       split(directory->read_file("shallow", most_bytes).value_or(""), '\n'))
    if (!line.empty()) commits.insert(line);
  return commits;
}

}  // namespace git_session
