#include "core/capture_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "core/output_name.h"
#include "core/stray_rules.h"

namespace git_session {
namespace {

constexpr size_t most_name_bytes = 100;

/// Words of a work product, in its name or as a folder's; with an `s` behind them too.
constexpr std::array work_words = {
    "review",     "report",         "analysis",    "analyses",      "audit",    "assessment",
    "evaluation", "recommendation", "finding",     "investigation", "research", "comparison",
    "summary",    "postmortem",     "post-mortem", "retrospective", "handoff",  "plan"};
/// What lies in these belongs to the project, whatever it is called.
constexpr std::array project_folders = {"src",      "lib",      "test",   "tests",   "spec",
                                        "testdata", "fixtures", "vendor", "include", "node_modules",
                                        "assets",   "public",   "static", "build",   "dist"};

bool matches_any(const std::vector<std::string>& patterns, std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is none
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    return matches_glob(pattern, pattern.find('/') == pattern.npos ? name : path);
  });
}

bool is_work_word(std::string_view word) {
  return std::any_of(work_words.begin(), work_words.end(), [&](std::string_view known) {
    return word == known || (word.ends_with('s') && word.substr(0, word.size() - 1) == known);
  });
}

/// `2025-11-22_architecture-review.md` has the word `review`.
bool has_work_word(const std::string& stem) {
  if (is_work_word(stem)) return true;
  for (const std::string& part : split(stem, '_')) {
    for (const std::string& word : split(part, '-')) {
      if (is_work_word(word)) return true;
    }
  }
  return false;
}

bool is_project_place(const std::vector<std::string>& folders) {
  return std::any_of(folders.begin(), folders.end(), [](const std::string& folder) {
    return folder.starts_with('.') || std::find(project_folders.begin(), project_folders.end(),
                                                folder) != project_folders.end();
  });
}

bool looks_like_work(std::string_view path, const std::vector<std::string>& known_agents) {
  std::vector<std::string> levels = split(to_lower_ascii(path), '/');
  const std::string name = levels.back();
  levels.pop_back();
  if (is_project_place(levels) || name.starts_with('.')) return false;
  if (!parse_output_name(path, known_agents).agent.empty()) return true;
  if (!stray_reason(path, true).empty()) return true;
  if (is_project_file(name)) return false;
  return has_work_word(name.substr(0, name.rfind('.'))) ||
         std::any_of(levels.begin(), levels.end(),
                     [](const std::string& level) { return is_work_word(level); });
}

bool is_name_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || byte >= 0x80;
}

/// The path that `text` has before the name at `place`, back to where no path goes on.
std::string_view path_before(std::string_view text, size_t place) {
  size_t begin = place;
  while (begin > 0 &&
         (is_name_character(text[begin - 1]) ||
          std::string_view("./$}{~+@%=").find(text[begin - 1]) != std::string_view::npos))
    --begin;
  return text.substr(begin, place - begin);
}

/// `docs/plan.md` is not the `plan.md` of another folder.
bool may_be_folder_of(std::string_view before, std::string_view path) {
  if (!before.ends_with('/')) return true;
  before.remove_suffix(1);
  const std::string_view last = before.substr(before.rfind('/') + 1);  // npos + 1 is none
  const size_t slash = path.rfind('/');
  const std::string_view parent = slash == path.npos ? std::string_view() : path.substr(0, slash);
  const bool is_open = last.empty() || last == "." || last == ".." || last.ends_with('}');
  return is_open || last.find('$') != last.npos || last == parent.substr(parent.rfind('/') + 1);
}

}  // namespace

bool is_recorded_in_session(const CaptureRules& rules, std::string_view file) {
  return !matches_any(rules.exclude, file);
}

bool looks_like_document(const CaptureRules& rules, std::string_view file) {
  std::vector<std::string> levels = split(to_lower_ascii(file), '/');
  levels.pop_back();
  return matches_any(rules.include, file) && !is_project_place(levels);
}

bool is_offered(const CaptureRules& rules, std::string_view path,
                const std::vector<std::string>& known_agents) {
  if (!matches_any(rules.include, path) || matches_any(rules.exclude, path)) return false;
  return !rules.include_is_ours || looks_like_work(path, known_agents);
}

std::string recordable_name(std::string_view text) {
  const std::string name(trim(text));
  const bool is_plain = name.size() <= most_name_bytes && escape_line(name) == name;
  return is_plain && name.find('<') == name.npos ? name : std::string();
}

std::string short_model_name(std::string_view model) {
  if (!model.starts_with("claude-")) return std::string(model);
  for (const std::string& part : split(model, '-')) {
    const bool is_word =
        std::all_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (part != "claude" && !part.empty() && is_word) return part;
  }
  return std::string(model);
}

bool mentions_file(std::string_view text, std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is none
  if (name.empty()) return false;
  for (size_t place = text.find(name); place != text.npos; place = text.find(name, place + 1)) {
    const size_t end = place + name.size();
    const bool is_begun = place > 0 && is_name_character(text[place - 1]);
    // In JSON a line break before the name is `\n`, whose n is no letter of it.
    const bool is_escape = place > 1 && text[place - 2] == '\\';
    const bool is_whole = end == text.size() || !is_name_character(text[end]);
    if ((!is_begun || is_escape) && is_whole && may_be_folder_of(path_before(text, place), path))
      return true;
  }
  return false;
}

}  // namespace git_session
