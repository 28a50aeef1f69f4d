#include "operations/create_session.h"

#include <algorithm>
#include <future>

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "operations/checked_team.h"
#include "operations/current_session.h"
#include "operations/session_hex.h"
#include "store/purged_sessions.h"

namespace git_session {
namespace {

constexpr int most_attempts = 20;
/// Readers refuse metadata over 1 MiB, and a byte takes up to four when it is escaped.
constexpr size_t most_text_bytes = size_t{200} * 1024;
constexpr size_t most_list_items = 500;

void check_text(const std::string& name, const std::string& text) {
  if (!is_valid_utf8(text)) {
    throw Error(ErrorKind::usage, "the " + name + " '" + escape_line(text) + "' is not UTF-8");
  }
}

std::vector<std::pair<std::string, std::string>> texts_of(const NewSession& request) {
  std::vector<std::pair<std::string, std::string>> texts = {
      {"project", request.project}, {"branch", request.branch}, {"ticket", request.ticket},
      {"sprint", request.sprint},   {"epic", request.epic},     {"release", request.release},
      {"reason", request.reason},   {"note", request.notes}};
  for (const std::string& tag : request.tags) texts.emplace_back("tag", tag);
  for (const auto& [name, target] : request.links) texts.emplace_back("link", name + "=" + target);
  for (const Stakeholder& person : request.stakeholders) {
    texts.emplace_back("stakeholder", person.name + person.email + person.role);
  }
  return texts;
}

void check_request(const NewSession& request) {
  if (trim(request.project).empty()) {
    throw Error(ErrorKind::usage, "the project has no name", "give --project NAME");
  }
  if (!is_retention_policy(request.policy)) {
    throw Error(ErrorKind::usage, "there is no retention policy '" + request.policy +
                                      "'; there are " + join(retention_policies(), ", "));
  }
  size_t bytes = 0;
  for (const auto& [name, text] : texts_of(request)) {
    check_text(name, text);
    bytes += text.size();
  }
  size_t items = request.tags.size() + request.links.size() + request.stakeholders.size();
  if (bytes > most_text_bytes || items > most_list_items) {
    throw Error(ErrorKind::usage, "that is more than metadata is for",
                "write it to a file and git session add it");
  }
}

/// Names from git may be in any encoding; metadata is UTF-8.
std::string branch_of(const Workspace& workspace, const std::string& branch) {
  return branch.empty() ? replace_invalid_utf8(workspace.branch()) : branch;
}

Session::Retention retention_of(const Workspace& workspace, const NewSession& request) {
  Session::Retention retention;
  retention.policy = request.policy;
  retention.expires_at = request.expires_at;
  retention.reason = request.reason;
  if (!retention.expires_at) {
    retention.expires_at = request.length ? add_length(workspace.today(), *request.length)
                                          : expiry_date(request.policy, workspace.today(),
                                                        workspace.settings().retention_lengths());
  }
  if (retention.reason.empty()) {
    retention.reason = request.length ? default_retention_reason(*request.length)
                                      : default_retention_reason(request.policy);
  }
  return retention;
}

/// Whether git ignores what lies at `path`, asked beside the writing. A convenience: where git
/// cannot say, nothing is said.
std::future<std::optional<std::string>> ask_for_ignore_rule(const Workspace& workspace,
                                                            std::string path) {
  return std::async(std::launch::async, [&workspace, path = std::move(path)] {
    try {
      return workspace.repository().ignore_rule(path);
    } catch (const Error&) {
      return std::optional<std::string>();
    }
  });
}

std::string metadata_path(const SessionLocation& location) {
  return location.path + "/" + std::string(metadata_file_name);
}

bool is_newer(const Session& left, const Session& right) {
  auto left_time = effective_created_at(left);
  auto right_time = effective_created_at(right);
  return left_time != right_time ? left_time > right_time : left.id > right.id;
}

}  // namespace

bool is_reserved(const Workspace& workspace, const std::string& id) {
  const SessionStore& store = workspace.store();
  return !find_purged(store.top_level(), store.layout(), id).empty();
}

std::optional<SessionLocation> find_reusable_session(const Workspace& workspace,
                                                     const std::string& branch,
                                                     const std::string& ticket) {
  std::optional<SessionPointer> pointer = workspace.state().pointer();
  std::string user = workspace.user();
  std::optional<Session> best;
  for (Session& session : open_sessions(workspace, user, branch_of(workspace, branch))) {
    if (!equals_ignoring_case(session.context.ticket, ticket)) continue;
    bool is_current = pointer && pointer->session == user + "/" + session.id;
    if (!best || is_current || is_newer(session, *best)) best = std::move(session);
    if (is_current) break;
  }
  if (!best) return std::nullopt;
  return workspace.store().layout().session(user, best->id);
}

Session describe_session(const Workspace& workspace, const NewSession& request) {
  check_request(request);
  Session session;
  session.shape = Shape::version_1;
  session.user = workspace.user();
  session.created_at = workspace.now();
  session.created_by = {session.user, replace_invalid_utf8(workspace.email()), request.team};
  session.context = {.branch = branch_of(workspace, request.branch),
                     .ticket = request.ticket,
                     .project = request.project,
                     .sprint = request.sprint,
                     .epic = request.epic,
                     .release = request.release,
                     .description = {}};
  session.status.word = name_of(State::active);
  session.stakeholders = request.stakeholders;
  session.retention = retention_of(workspace, request);
  session.links = request.links;
  session.tags = request.tags;
  session.notes = request.notes;
  return session;
}

std::string new_session_id(const Workspace& workspace, const std::string& branch) {
  for (int attempt = 1; attempt <= most_attempts; ++attempt) {
    std::string id = make_session_id(workspace.today(), branch, new_session_hex(workspace));
    if (!is_reserved(workspace, id)) return id;
  }
  throw Error(ErrorKind::conflict, "every id that was drawn was that of a purged session",
              "repeat the command");
}

CreatedSession create_session(const Workspace& workspace, const NewSession& request) {
  workspace.require_certain_top_level();
  Session session = describe_session(workspace, request);
  session.created_by.team = checked_team(workspace.settings(), request.team);
  auto find_instead = [&]() -> std::optional<SessionLocation> {
    if (!request.reuse) return std::nullopt;
    return find_reusable_session(workspace, request.branch, request.ticket);
  };
  for (int attempt = 1;; ++attempt) {
    session.id = new_session_id(workspace, session.context.branch);
    session.listed_id = session.id;
    SessionLocation planned = workspace.store().layout().session(session.user, session.id);
    auto ignore_rule = ask_for_ignore_rule(workspace, metadata_path(planned));
    try {
      SessionLocation made = workspace.store().create(session, find_instead);
      return {workspace.load(made), !(made == planned), ignore_rule.get()};
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::conflict || attempt == most_attempts) throw;
    }
  }
}

}  // namespace git_session
