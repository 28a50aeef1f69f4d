#include "operations/commit_guard.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/text.h"
#include "git/git_program.h"

namespace git_session {
namespace {

constexpr const char* override_command = "git -c session.secrets=warn session commit";
/// So many blobs are in memory at once: each may be as large as the gate looks at.
constexpr size_t blobs_at_once = 16;

struct CommittedFile {
  std::string path;
  std::string blob;
};

/// What `git diff-tree -r -z` prints: ":MODE MODE ID ID LETTER", a path, each with a NUL behind it.
std::vector<CommittedFile> parse_regular_files(const std::string& listing) {
  const std::vector<std::string> words = split_at_nul(listing);
  std::vector<CommittedFile> files;
  for (size_t i = 0; i + 1 < words.size(); i += 2) {
    const std::vector<std::string> facts = split(words[i], ' ');
    constexpr size_t new_mode = 1;
    constexpr size_t new_blob = 3;
    if (facts.size() > new_blob && facts[new_mode].starts_with("100"))
      files.push_back({words[i + 1], facts[new_blob]});
  }
  return files;
}

auto place_of(const FoundSecret& secret) {
  return std::tie(secret.path, secret.line, secret.column, secret.rule);
}

/// What was found now and not before.
SecretReport without_known(SecretReport report, const SecretReport& known) {
  std::erase_if(report.found, [&](const FoundSecret& secret) {
    return std::any_of(known.found.begin(), known.found.end(), [&](const FoundSecret& other) {
      return place_of(other) == place_of(secret);
    });
  });
  std::erase_if(report.warnings, [&](const std::string& warning) {
    return std::find(known.warnings.begin(), known.warnings.end(), warning) != known.warnings.end();
  });
  return report;
}

}  // namespace

void CommitGuard::look_before(const std::vector<std::string>& paths, const std::string& message) {
  paths_ = paths;
  for (const std::string& path : paths) gate_.look_at_file(path, report_);
  // A title in the metadata is in the message as well: named once.
  if (!report_.has_open()) {
    gate_.look("the message", message, report_);
    gate_.look("the names of the files", join(paths, "\n"), report_);
  }
  gate_.require_none(report_, "nothing was committed", override_command);
}

void CommitGuard::look_behind(const std::string& commit) {
  if (gate_.policy() == SecretPolicy::off) return;
  SecretReport behind = without_known(look_at_blobs(commit), report_);
  if (behind.has_open() && gate_.policy() != SecretPolicy::warn) {
    const bool is_gone = take_back(commit);
    gate_.require_none(behind,
                       is_gone ? "it came while git committed, and the commit was taken back"
                               : "it came while git committed, and commit " + commit.substr(0, 7) +
                                     " holds it: do not push it",
                       override_command);
  }
  report_.add(std::move(behind));
}

SecretReport CommitGuard::look_at_blobs(const std::string& commit) const {
  const Repository& repository = workspace_.repository();
  const std::vector<CommittedFile> files = parse_regular_files(repository.run(
      {"diff-tree", "-r", "-z", "--root", "--no-commit-id", "--no-renames", commit}));
  SecretReport report;
  for (size_t begin = 0; begin < files.size(); begin += blobs_at_once) {
    const size_t end = std::min(files.size(), begin + blobs_at_once);
    std::vector<std::string> blobs;
    for (size_t i = begin; i < end; ++i) blobs.push_back(files[i].blob);
    const auto contents = repository.read_blobs(blobs, SecretGate::most_bytes);
    // One that is larger was looked at as a file, as far as the gate looks.
    for (size_t i = begin; i < end; ++i)
      if (contents[i - begin]) gate_.look(files[i].path, *contents[i - begin], report);
  }
  return report;
}

bool CommitGuard::take_back(const std::string& commit) const {
  const Repository& repository = workspace_.repository();
  const ProcessResult parent =
      repository.try_run({"rev-parse", "--verify", "--quiet", commit + "^"});
  const std::vector<std::string> update =
      parent.ok() ? std::vector<std::string>{"update-ref",
                                             "-m",
                                             "git session commit: taken back",
                                             "HEAD",
                                             std::string(trim(parent.output)),
                                             commit}
                  : std::vector<std::string>{"update-ref", "-d", "HEAD", commit};
  if (!repository.try_run(update).ok()) return false;
  std::string paths;
  for (const std::string& path : paths_) paths += path + '\0';
  repository.try_run({"reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul"}, paths);
  return true;
}

}  // namespace git_session
