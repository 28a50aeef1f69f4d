#include "core/capture_words.h"

#include <algorithm>

#include "base/text.h"
#include "core/capture_rules.h"

namespace git_session {
namespace {

constexpr size_t most_names = 3;

void add_once(std::vector<std::string>& names, std::string name) {
  const bool is_there = std::find(names.begin(), names.end(), name) != names.end();
  if (!name.empty() && !is_there) names.push_back(std::move(name));
}

/// "a, b, c and 2 more"
std::string some_names(const std::vector<std::string>& names) {
  const size_t shown = std::min(names.size(), most_names);
  std::string text =
      join({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ");
  if (names.size() > shown) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

}  // namespace

std::string short_name(const Session& session) {
  const std::string& branch = session.context.branch;
  const std::string last = branch.substr(branch.rfind('/') + 1);  // npos + 1 is none
  if (!last.empty()) return escape_line(last);
  return escape_line(session.context.project.empty() ? session.id : session.context.project);
}

void Makers::add(const std::string& agent, const std::string& model) {
  add_once(agents, agent);
  add_once(models, short_model_name(model));
}

std::string kept_line(size_t count, std::string_view singular, std::string_view plural,
                      const std::string& session_name, const Makers& makers) {
  std::vector<std::string> names = {some_names(makers.agents), some_names(makers.models)};
  std::erase(names, "");
  std::string line = count_of(count, singular, plural) + " in " + session_name;
  return names.empty() ? line : line + " (" + escape_line(join(names, ", ")) + ")";
}

}  // namespace git_session
