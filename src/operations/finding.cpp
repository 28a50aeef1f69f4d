#include "operations/finding.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace git_session {
namespace {

struct Kind {
  std::string_view code;
  Severity severity;
  std::string_view repair = {};
};

/// Every code that doctor gives.
constexpr std::array kinds = {
    Kind{"conflict-markers", Severity::error, "put both sides together, field by field"},
    Kind{"duplicate-key", Severity::error, "join what a merge left twice"},
    Kind{"duplicate-id", Severity::error, "join the two folders in the archive"},
    Kind{"embedded-repository", Severity::error},
    Kind{"ignored-root", Severity::error, "add lines that take sessions out of that rule"},
    Kind{"invalid-value", Severity::error},
    Kind{"newer-schema", Severity::error},
    Kind{"not-a-directory", Severity::error},
    Kind{"not-a-file", Severity::error},
    Kind{"symbolic-link", Severity::error},
    Kind{"unreadable-folder", Severity::error},
    Kind{"unreadable-ledger", Severity::error},
    Kind{"unreadable-metadata", Severity::error},
    Kind{"duplicate-output", Severity::warning},
    Kind{"invalid-output", Severity::warning},
    Kind{"invalid-promotion", Severity::warning},
    Kind{"name-not-utf8", Severity::warning},
    Kind{"stale-lock", Severity::warning},
    Kind{"too-many-files", Severity::warning},
    Kind{"unfinished-operation", Severity::warning},
    Kind{"unknown-policy", Severity::warning},
    Kind{"unknown-team", Severity::warning},
    Kind{"archived-elsewhere", Severity::warning, "move the session to the archive"},
    Kind{"drifted-shape", Severity::warning, "write it in the shape of version 1"},
    Kind{"id-mismatch", Severity::warning, "write the folder's name"},
    Kind{"leftover", Severity::warning, "remove what an interrupted write left"},
    Kind{"missing-field", Severity::warning, "fill in what git and the folder know"},
    Kind{"missing-output", Severity::warning, "find the file in the session or in git"},
    Kind{"no-metadata", Severity::warning, "write metadata from the folder and git"},
    Kind{"several-users", Severity::warning, "move the sessions into one user's folder"},
    Kind{"tracked-pointer", Severity::warning, "remove it"},
    Kind{"unknown-status", Severity::warning, "write the word it is read as"},
    Kind{"unlisted-output", Severity::warning, "list it"},
    Kind{"agent-in-name", Severity::note, "write the agent that the name tells"},
    Kind{"agent-unknown", Severity::note},
    Kind{"dangling-pointer", Severity::note, "forget it"},
    Kind{"expired", Severity::note},
    Kind{"loose-value", Severity::note, "write the values as the schema has them"},
    Kind{"no-merge-driver", Severity::note},
    Kind{"outside-output", Severity::note},
    Kind{"similar-users", Severity::note},
    Kind{"team-unknown", Severity::note}};

const Kind* find_kind(std::string_view code) {
  auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.code == code; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

Severity severity_of(std::string_view code) {
  const Kind* kind = find_kind(code);
  return kind ? kind->severity : Severity::warning;
}

std::string_view repair_of(std::string_view code) {
  const Kind* kind = find_kind(code);
  return kind ? kind->repair : std::string_view();
}

bool is_finding_code(std::string_view word) { return find_kind(word) != nullptr; }

std::vector<std::string> repairable_codes() {
  std::vector<std::string> codes;
  for (const Kind& kind : kinds)
    if (!kind.repair.empty()) codes.emplace_back(kind.code);
  std::sort(codes.begin(), codes.end());
  return codes;
}

Finding to_finding(Problem problem) {
  Finding finding;
  finding.severity = severity_of(problem.code);
  finding.repair = repair_of(problem.code);
  finding.problem = std::move(problem);
  return finding;
}

void sort_findings(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.severity, a.problem.path, a.problem.line) <
           std::tie(b.severity, b.problem.path, b.problem.line);
  });
}

}  // namespace git_session
