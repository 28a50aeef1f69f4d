#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace git_session {

/// The agent that a commit's Co-Authored-By trailers name, as "Claude Opus 4"; empty when none of
/// them is a coding agent that we know.
std::string agent_among(const std::vector<std::string>& co_authors);

/// Why a document looks like what an agent left in the tree: "name" (SUMMARY.md, X_PLAN.md),
/// "dated" (2025-11-22_review.md), "plan-folder" (plans/x.md), or for one that an agent added at
/// the top level "agent". Empty for all else: code, and what every project has (README, CHANGELOG,
/// LICENSE, indexes, instructions for agents, posts of a blog, whatever lies in a hidden folder).
std::string stray_reason(std::string_view path, bool is_by_agent);

/// Whether every project has a file of this name: README.md, CHANGELOG, requirements.txt.
bool is_project_file(std::string_view name);

}  // namespace git_session
