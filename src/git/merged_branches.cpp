#include "git/merged_branches.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"

namespace git_session {
namespace {

std::string_view after(std::string_view text, std::string_view begin) {
  return text.starts_with(begin) ? text.substr(begin.size()) : std::string_view();
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// `origin/feature/x` as a remote-tracking branch, `owner/feature/x` as a pull request has it.
std::string_view without_first_level(std::string_view name) {
  size_t slash = name.find('/');
  return slash == name.npos ? name : name.substr(slash + 1);
}

std::string_view quoted_after(std::string_view subject, std::string_view begin) {
  std::string_view rest = after(subject, begin);
  return rest.substr(0, rest.find('\''));
}

}  // namespace

std::string merged_branch(std::string_view subject) {
  if (auto name = quoted_after(subject, "Merge branch '"); !name.empty()) return std::string(name);
  if (auto name = quoted_after(subject, "Merge remote-tracking branch '"); !name.empty())
    return std::string(without_first_level(name));
  // GitHub: "Merge pull request #12 from owner/feature/x"
  if (std::string_view rest = after(subject, "Merge pull request #"); !rest.empty()) {
    constexpr std::string_view from = " from ";
    size_t place = rest.find(from);
    if (place == rest.npos) return {};
    return std::string(without_first_level(first_word(rest.substr(place + from.size()))));
  }
  // Bitbucket: "Merged in feature/x (pull request #12)"
  return std::string(first_word(after(subject, "Merged in ")));
}

std::map<std::string, std::string> branches_of_commits(const std::vector<CommitLine>& commits) {
  std::map<std::string_view, const CommitLine*> by_id;
  for (const CommitLine& commit : commits) by_id.emplace(commit.commit, &commit);
  auto find = [&](std::string_view id) {
    auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : found->second;
  };
  std::vector<const CommitLine*> line;
  std::set<std::string_view> seen;
  for (const CommitLine* commit = commits.empty() ? nullptr : &commits.front();
       commit != nullptr && seen.insert(commit->commit).second;
       commit = commit->parents.empty() ? nullptr : find(commit->parents.front())) {
    line.push_back(commit);
  }
  std::map<std::string, std::string> branches;
  // The oldest merge first: what it brought was there for all later ones.
  for (auto merge = line.rbegin(); merge != line.rend(); ++merge) {
    const auto& parents = (*merge)->parents;
    const std::string branch = merged_branch((*merge)->subject);
    std::vector<std::string_view> open(
        parents.begin() + std::min<ptrdiff_t>(1, std::ssize(parents)), parents.end());
    while (!open.empty()) {
      const CommitLine* commit = find(open.back());
      open.pop_back();
      if (commit == nullptr || !seen.insert(commit->commit).second) continue;
      if (!branch.empty()) branches[commit->commit] = branch;
      open.insert(open.end(), commit->parents.begin(), commit->parents.end());
    }
  }
  return branches;
}

}  // namespace git_session
