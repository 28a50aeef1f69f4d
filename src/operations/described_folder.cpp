#include "operations/described_folder.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "core/output_name.h"
#include "core/retention.h"
#include "core/session_id.h"
#include "operations/checked_team.h"

namespace git_session {
namespace {

/// The author of most files, where git knows any; their e-mail comes with them.
const LegacyFile* usual_author(const std::vector<MigratedFile>& files) {
  std::map<std::string, std::pair<size_t, const LegacyFile*>> counts;
  for (const MigratedFile& one : files) {
    if (one.file.email.empty()) continue;
    auto& [count, file] = counts[one.file.email];
    ++count;
    file = &one.file;
  }
  auto usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second.first < b.second.first;
  });
  return usual == counts.end() ? nullptr : usual->second.second;
}

/// Nobody works on any more what is past its date already.
void set_retention(const Workspace& workspace, Session& session) {
  session.retention.policy = "project";
  session.retention.expires_at = expiry_date("project", to_local(*session.created_at).date,
                                             workspace.settings().retention_lengths());
  session.retention.reason = default_retention_reason("project");
  const auto& date = session.retention.expires_at;
  if (session.in_archive || !date || *date >= workspace.today()) return;
  session.status.current = State::closed;
  session.status.word = name_of(State::closed);
  session.status.closed_at = workspace.now();
}

}  // namespace

Session described_folder(const Workspace& workspace, Session session,
                         const std::vector<MigratedFile>& files) {
  const LegacyFile* author = usual_author(files);
  const auto earliest = std::min_element(
      files.begin(), files.end(), [](auto& a, auto& b) { return a.created_at < b.created_at; });
  session.shape = Shape::version_1;
  session.listed_id = session.id;
  session.created_at = effective_created_at(session);
  const bool is_on_that_day =
      earliest != files.end() && (!session.created_at || date_of_session_id(session.id) ==
                                                             to_local(earliest->created_at).date);
  if (is_on_that_day) session.created_at = earliest->created_at;
  if (!session.created_at) session.created_at = workspace.now();
  session.created_by.user = session.user;
  if (session.user.empty() && author != nullptr)
    session.created_by.user = user_folder(author->author);
  if (session.user == workspace.user()) {
    session.created_by.email = replace_invalid_utf8(workspace.email());
    session.created_by.team = workspace.settings().team();
  } else if (author != nullptr) {
    session.created_by.email = author->email;
  }
  if (session.created_by.team.empty()) session.created_by.team = unknown_team;
  session.context.branch = branch_of_folder(session.id);
  session.context.project = project_of_folder(session.id);
  session.status.current = State::active;
  session.status.word = name_of(State::active);
  if (session.in_archive) {
    session.status.current = State::archived;
    session.status.word = name_of(State::archived);
  }
  set_retention(workspace, session);
  return session;
}

std::string branch_of_folder(const std::string& id) {
  const size_t first = id.find('_');
  const size_t last = id.rfind('_');
  const bool names_branch = hex_of_session_id(id) && first != last;
  return names_branch ? id.substr(first + 1, last - first - 1) : std::string("unknown");
}

std::string project_of_folder(std::string_view id) {
  std::string text(id);
  if (hex_of_session_id(text)) text.resize(text.rfind('_'));
  const OutputName name = parse_output_name(text + "_", {});
  std::string project = name.topic.empty() ? text : name.topic;
  std::replace_if(
      project.begin(), project.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  project = trim(project);
  return project.empty() ? std::string(id) : project;
}

}  // namespace git_session
