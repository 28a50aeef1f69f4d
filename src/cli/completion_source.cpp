#include "cli/completion_source.h"

#include <algorithm>
#include <exception>
#include <set>
#include <string>
#include <utility>

#include "operations/workspace.h"

namespace git_session {
namespace {

// Whoever presses TAB waits: agents are looked for in the newest sessions only.
constexpr size_t sessions_searched_for_agents = 200;

std::vector<Candidate> candidates_from(const std::set<std::string>& words) {
  std::vector<Candidate> candidates;
  for (const std::string& word : words) {
    if (!word.empty()) candidates.push_back({word});
  }
  return candidates;
}

std::vector<Candidate> session_ids(const Workspace& workspace) {
  std::vector<Candidate> candidates;
  for (const SessionLocation& location : workspace.locations(Scope::everything)) {
    candidates.push_back({location.id, location.user + (location.in_archive ? ", archived" : "")});
  }
  return candidates;
}

std::vector<Candidate> users(const Workspace& workspace) {
  std::set<std::string> names;
  for (const SessionLocation& location : workspace.locations(Scope::everything)) {
    names.insert(location.user);
  }
  return candidates_from(names);
}

std::vector<Candidate> agents(const Workspace& workspace) {
  std::vector<SessionLocation> locations = workspace.locations(Scope::sessions);
  std::ranges::sort(locations, std::ranges::greater(), &SessionLocation::id);
  if (locations.size() > sessions_searched_for_agents) {
    locations.resize(sessions_searched_for_agents);
  }
  std::vector<std::vector<std::string>> found(locations.size());
  workspace.visit(locations, LoadDetail{}, [&found](size_t index, Session&& session) {
    for (Output& output : session.outputs) found[index].push_back(std::move(output.agent));
  });
  std::set<std::string> names(workspace.settings().agents().begin(),
                              workspace.settings().agents().end());
  for (const std::vector<std::string>& some : found) names.insert(some.begin(), some.end());
  return candidates_from(names);
}

std::vector<Candidate> candidates_of(Completion kind, const Workspace& workspace) {
  switch (kind) {
    case Completion::session_id:
      return session_ids(workspace);
    case Completion::agent:
      return agents(workspace);
    case Completion::user:
      return users(workspace);
    case Completion::team:
      return candidates_from(
          {workspace.settings().teams().begin(), workspace.settings().teams().end()});
    case Completion::none:
    case Completion::file:
    case Completion::directory:
    case Completion::verb:
      return {};
  }
  return {};
}

}  // namespace

std::vector<Candidate> complete_from_repository(Completion kind, const Environment& environment) {
  try {
    return candidates_of(kind, Workspace::open(environment));
  } catch (const std::exception&) {
    // A message in the middle of somebody's command line would help nobody.
    return {};
  }
}

}  // namespace git_session
