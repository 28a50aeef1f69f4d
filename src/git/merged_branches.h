#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// One commit of a log.
struct CommitLine {
  std::string commit;
  std::vector<std::string> parents;
  std::string subject;
};

/// The branch that a merge commit says it brings in, by the words of git and of the code hosts;
/// empty when the subject does not tell.
std::string merged_branch(std::string_view subject);

/// For each commit that a merge brought into the first commit's own line (its first parents), the
/// branch that the merge names. git keeps no names of branches with commits: what was committed on
/// the line itself, fast-forwarded or squashed has none here. `commits` is the newest first.
std::map<std::string, std::string> branches_of_commits(const std::vector<CommitLine>& commits);

}  // namespace git_session
