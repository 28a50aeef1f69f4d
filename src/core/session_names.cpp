#include "core/session_names.h"

#include <algorithm>

#include "base/text.h"
#include "core/output_name.h"

namespace git_session {
namespace {

constexpr size_t longest_name = 255;
// A folder of that name holds what is not to be an output.
constexpr std::string_view drafts_prefix = "drafts/";

/// The folders above `name`, the outermost first.
std::vector<std::string> folders_of(std::string_view name) {
  std::vector<std::string> folders;
  for (size_t slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1))
    folders.emplace_back(name.substr(0, slash));
  return folders;
}

bool is_in_drafts(std::string_view name) {
  return equals_ignoring_case(name.substr(0, drafts_prefix.size()), drafts_prefix);
}

}  // namespace

void SessionNames::take(std::string_view name) {
  const std::string lower = to_lower_ascii(name);
  files_.insert(lower);
  for (std::string& folder : folders_of(lower)) folders_.insert(std::move(folder));
}

bool SessionNames::is_free(std::string_view name) const {
  const std::string lower = to_lower_ascii(name);
  if (lower.size() - (lower.rfind('/') + 1) > longest_name) return false;  // npos + 1 is none
  if (files_.contains(lower) || folders_.contains(lower) || is_in_drafts(lower)) return false;
  const std::vector<std::string> folders = folders_of(lower);
  return std::none_of(folders.begin(), folders.end(),
                      [&](const std::string& folder) { return files_.contains(folder); });
}

std::string SessionNames::numbered(const std::string& name, int number) const {
  const OutputName parsed = parse_output_name(name, known_agents_);
  size_t place = name.size();
  if (!parsed.extension.empty()) place -= parsed.extension.size() + 1;
  if (!parsed.agent.empty()) place -= parsed.agent.size() + 1;
  return name.substr(0, place) + "-" + std::to_string(number) + name.substr(place);
}

std::string SessionNames::add(const std::string& name, const std::string& folder) {
  std::string free = name;
  const bool number_helps = [&] {
    if (is_in_drafts(name)) return false;
    const std::vector<std::string> folders = folders_of(to_lower_ascii(name));
    return std::none_of(folders.begin(), folders.end(),
                        [&](const std::string& one) { return files_.contains(one); });
  }();
  for (int number = 2; number_helps && !is_free(free); ++number) {
    free = numbered(name, number);
    if (free.size() - (free.rfind('/') + 1) > longest_name) break;
  }
  for (int number = 1; !is_free(free); ++number)
    free = folder + (number > 1 ? "-" + std::to_string(number) : "") + "/" + name;
  take(free);
  return free;
}

}  // namespace git_session
