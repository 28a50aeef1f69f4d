#include "core/stray_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/time.h"

namespace git_session {
namespace {

using Words = std::vector<std::string_view>;

const Words agents = {"claude", "copilot", "cursor",   "codex",  "gemini",
                      "aider",  "devin",   "windsurf", "chatgpt"};
const Words documents = {"md", "markdown", "txt", "html", "json", "csv"};
/// Kinds that are data or configuration as often as a document.
const Words doubtful = {"json", "csv", "html"};
const Words project_files = {
    "readme",       "changelog",     "changes",      "history",
    "license",      "licence",       "copying",      "notice",
    "authors",      "contributors",  "contributing", "code_of_conduct",
    "security",     "support",       "governance",   "maintainers",
    "codeowners",   "install",       "installation", "upgrading",
    "releasing",    "release_notes", "index",        "summary_index",
    "agents",       "claude",        "gemini",       "copilot-instructions",
    "architecture", "todo",          "roadmap",      "requirements",
    "cmakelists",   "robots",        "llms",         "humans"};
/// Parts of a name, where it is written in capitals.
const Words usual_endings = {"SUMMARY", "PLAN",    "REPORT",   "ANALYSIS", "REVIEW",  "FINDINGS",
                             "AUDIT",   "HANDOFF", "COMPLETE", "RESULTS",  "PROGRESS"};
const Words plan_folders = {"plans", "plan", "implementation-plans", "implementation_plans"};
const Words post_folders = {"_posts",  "_drafts",    "posts",        "blog",     "news",
                            "content", "changelogs", "migrations",   "fixtures", "testdata",
                            "tests",   "test",       "node_modules", "vendor",   "third_party"};

bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// `SUMMARY`, `PHASE_2_SUMMARY`, `IMPLEMENTATION-PLAN`: the whole name in capitals.
bool has_usual_name(std::string_view stem) {
  const bool is_in_capitals =
      std::none_of(stem.begin(), stem.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const std::string_view last = stem.substr(stem.find_last_of("_-") + 1);  // npos + 1 is none
  return is_in_capitals && contains(usual_endings, last);
}

bool is_dated(std::string_view stem) {
  constexpr size_t date_size = 10;
  return stem.size() > date_size + 1 && parse_date(stem.substr(0, date_size)) &&
         (stem[date_size] == '_' || stem[date_size] == '-');
}

}  // namespace

std::string agent_among(const std::vector<std::string>& co_authors) {
  for (const std::string& person : co_authors) {
    const bool is_agent = std::any_of(agents.begin(), agents.end(), [&](std::string_view agent) {
      return contains_ignoring_case(person, agent);
    });
    if (is_agent) return std::string(trim(std::string_view(person).substr(0, person.find('<'))));
  }
  return {};
}

bool is_project_file(std::string_view name) {
  return contains(project_files, to_lower_ascii(name.substr(0, name.rfind('.'))));
}

std::string stray_reason(std::string_view path, bool is_by_agent) {
  const std::vector<std::string> levels = split(path, '/');
  const std::string_view name = levels.back();
  const size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return {};
  const std::string extension = to_lower_ascii(name.substr(dot + 1));
  const std::string_view stem = name.substr(0, dot);
  if (!contains(documents, extension) || is_project_file(name)) return {};
  bool is_in_plans = false;
  for (size_t i = 0; i + 1 < levels.size(); ++i) {
    const std::string level = to_lower_ascii(levels[i]);
    if (level.starts_with('.') || contains(post_folders, level)) return {};
    is_in_plans = is_in_plans || contains(plan_folders, level);
  }
  if (has_usual_name(stem)) return "name";
  if (is_dated(stem)) return "dated";
  if (contains(doubtful, extension)) return {};
  if (is_in_plans) return "plan-folder";
  return is_by_agent && levels.size() == 1 ? "agent" : "";
}

}  // namespace git_session
