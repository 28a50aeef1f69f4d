#include "operations/show_output.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "operations/current_session.h"

namespace git_session {
namespace {

constexpr size_t most_candidates = 10;

std::optional<ShowTarget> target_in(const Workspace& workspace, std::string_view path) {
  auto location = workspace.store().layout().parse(path);
  if (!location || !workspace.store().exists(*location)) return std::nullopt;
  ShowTarget target{*location, std::nullopt};
  if (path.size() > location->path.size() + 1) {
    target.file = path.substr(location->path.size() + 1);
  }
  return target;
}

/// A session, or a file in one, named by its path from where we stand. Links on the way to the
/// session are followed; one in it is not, so that whoever opens the file can say that it is one.
std::optional<ShowTarget> target_at_path(const Workspace& workspace, const std::string& word) {
  const size_t slash = word.rfind('/');
  if (slash == word.npos) return std::nullopt;
  if (auto target = target_in(workspace, workspace.repository().prefix() + word)) return target;
  auto folder = workspace.relative_to_top_level(word.substr(0, slash + 1));
  if (folder) {
    const std::string parent = folder->empty() ? "" : *folder + "/";
    if (auto target = target_in(workspace, parent + word.substr(slash + 1))) return target;
  }
  auto path = workspace.relative_to_top_level(word);
  return path ? target_in(workspace, *path) : std::nullopt;
}

ShowTarget target_in_current(const Workspace& workspace, const std::optional<std::string>& named,
                             std::optional<std::string> file) {
  CurrentSession current = find_current_session(workspace, named);
  return {std::move(current.location), std::move(file), std::move(current.notes)};
}

/// A word that names no session: perhaps an output of the current one.
std::optional<ShowTarget> output_of_current(const Workspace& workspace, const std::string& word) {
  try {
    ShowTarget target = target_in_current(workspace, std::nullopt, word);
    find_file(workspace, workspace.load(target.location, {}), word);
    return target;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::not_found || error.kind() == ErrorKind::no_session) {
      return std::nullopt;
    }
    throw;
  }
}

std::vector<std::string> outputs_containing(const Session& session, std::string_view part) {
  std::vector<std::string> names;
  for (const Output& output : session.outputs) {
    if (contains_ignoring_case(output.file, part)) names.push_back(output.file);
  }
  return names;
}

bool is_file(const Workspace& workspace, const Session& session, const std::string& name) {
  try {
    return read_content(workspace, session, name, 0).has_value();
  } catch (const Error& error) {
    if (error.reason() == "not-a-regular-file") return false;
    throw;
  }
}

}  // namespace

ShowTarget find_show_target(const Workspace& workspace, const std::optional<std::string>& word,
                            const std::optional<std::string>& named_session) {
  if (!word) return target_in_current(workspace, named_session, std::nullopt);
  const size_t colon = word->find(':');
  if (named_session) {
    return target_in_current(workspace, named_session, colon == 0 ? word->substr(1) : *word);
  }
  if (auto target = target_at_path(workspace, *word)) return *target;
  if (colon == 0) return target_in_current(workspace, std::nullopt, word->substr(1));
  if (colon != word->npos) {
    return {workspace.resolve(word->substr(0, colon)), word->substr(colon + 1)};
  }
  try {
    return {workspace.resolve(*word)};
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found) throw;
    if (auto target = output_of_current(workspace, *word)) return *target;
    throw;
  }
}

std::string find_file(const Workspace& workspace, const Session& session, const std::string& word) {
  if (word.empty()) {
    throw Error(ErrorKind::usage, "no file is named behind the colon",
                "git session show " + quote_for_shell(session.id) + " lists the outputs");
  }
  if (is_file(workspace, session, word)) return word;
  const std::vector<std::string> names = outputs_containing(session, word);
  if (names.size() == 1) return names.front();
  if (names.empty()) {
    throw Error(ErrorKind::not_found, "session '" + session.id + "' has no output '" + word + "'",
                "git session show " + quote_for_shell(session.id) + " lists them");
  }
  std::vector<std::string> candidates(names.begin(),
                                      names.begin() + std::min(names.size(), most_candidates));
  throw Error(ErrorKind::ambiguous,
              "'" + word + "' can mean " + std::to_string(names.size()) + " outputs",
              "name more of it")
      .with_candidates(std::move(candidates));
}

}  // namespace git_session
