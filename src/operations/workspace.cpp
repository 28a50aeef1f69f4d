#include "operations/workspace.h"

#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cstdlib>

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "store/purged_sessions.h"

namespace git_session {
namespace {

constexpr size_t most_candidates = 10;
constexpr size_t shortest_hex = 3;

std::string working_directory() {
  char buffer[PATH_MAX];
  if (!getcwd(buffer, sizeof buffer)) {
    throw Error(ErrorKind::unavailable, "the working directory is gone", "cd to a repository");
  }
  return buffer;
}

std::string branch_or_detached(const Repository& repository) {
  if (repository.branch()) return *repository.branch();
  std::string commit = repository.head_commit().value_or("");
  return "detached-" + commit.substr(0, 7);
}

/// As SessionStore::find() reads names.
bool could_mean(std::string_view name, std::string_view id) {
  if (id.starts_with(name)) return true;
  auto hex = hex_of_session_id(id);
  return name.size() >= shortest_hex && hex && hex->starts_with(name);
}

std::vector<std::string> names_of(const std::vector<SessionLocation>& locations) {
  std::vector<std::string> names;
  for (const SessionLocation& location : locations) {
    if (names.size() == most_candidates) break;
    bool is_unique = std::count_if(locations.begin(), locations.end(),
                                   [&](const auto& other) { return other.id == location.id; }) == 1;
    names.push_back(is_unique ? location.id : location.path);
  }
  return names;
}

/// Who asks for a session that gc took away is told so, and how to get it back.
void throw_if_purged(const SessionStore& store, std::string_view name) {
  const std::vector<PurgedSession> purged = find_purged(store.top_level(), store.layout(), name);
  if (purged.size() != 1) return;
  const PurgedSession& session = purged.front();
  std::string when;
  if (session.purged_at) when = " on " + format_date(to_local(*session.purged_at).date);
  const std::string way = "git checkout " + session.commit + " -- " + quote_for_shell(session.path);
  throw Error(
      ErrorKind::not_found, "session '" + session.id + "' was purged" + when,
      session.commit.empty() ? "git session undo --list, for 30 days" : way + " brings it back");
}

}  // namespace

Instant now_from(const Environment& environment) {
  if (auto pinned = parse_rfc3339(environment.value_or_empty("GIT_SESSION_TEST_NOW"))) {
    return *pinned;
  }
  return current_time();
}

Workspace::Workspace(const Environment& environment, Repository repository, Settings settings)
    : environment_(environment),
      repository_(std::move(repository)),
      settings_(std::move(settings)),
      store_(repository_.top_level(), SessionLayout(settings_.root()), settings_.agents()),
      state_(repository_.state_directory()),
      operation_log_(repository_.state_directory()),
      recorder_(std::make_shared<ChangeRecorder>(operation_log_)),
      now_(now_from(environment)),
      branch_(branch_or_detached(repository_)) {
  store_.record_to(recorder_);
}

Workspace Workspace::open(const Environment& environment) {
  Repository repository = Repository::open(working_directory());
  Settings settings = Settings::read(repository, environment);
  return Workspace(environment, std::move(repository), std::move(settings));
}

std::string Workspace::user() const { return user_folder(user_name().text); }

UserName Workspace::user_name() const {
  if (!settings_.user().empty()) return {settings_.user(), "session.user"};
  Identity identity = repository_.identity();
  if (!identity.name.empty()) return {identity.name, "user.name"};
  std::string local_part = identity.email.substr(0, identity.email.find('@'));
  if (!local_part.empty()) return {local_part, "user.email"};
  for (const char* variable : {"LOGNAME", "USER"}) {
    std::string login = environment_.value_or_empty(variable);
    if (!login.empty()) return {login, variable};
  }
  return {};
}

std::string Workspace::email() const { return repository_.identity().email; }

const std::map<std::string, Workspace::SparseSession>& Workspace::sparse_sessions() const {
  if (sparse_sessions_) return *sparse_sessions_;
  sparse_sessions_.emplace();
  if (!repository_.has_sparse_checkout()) return *sparse_sessions_;
  for (const SparseEntry& entry : repository_.sparse_files(store_.layout().root())) {
    auto location = store_.layout().parse(entry.path);
    if (!location || entry.path.size() <= location->path.size() + 1) continue;
    SparseSession& session = (*sparse_sessions_)[location->path];
    std::string name = entry.path.substr(location->path.size() + 1);
    if (name == metadata_file_name) {
      session.metadata_blob = entry.blob;
    } else {
      session.files.push_back(std::move(name));
    }
  }
  return *sparse_sessions_;
}

std::vector<SessionLocation> Workspace::locations(Scope scope, PassedOver* passed_over) const {
  std::vector<SessionLocation> found = store_.locations(scope, passed_over);
  for (const auto& [path, session] : sparse_sessions()) {
    auto location = store_.layout().parse(path);
    bool wanted = scope == Scope::everything || location->in_archive == (scope == Scope::archive);
    if (wanted && !store_.exists(*location)) found.push_back(std::move(*location));
  }
  return found;
}

Session Workspace::load(const SessionLocation& location, LoadDetail detail) const {
  auto sparse = sparse_sessions().find(location.path);
  if (sparse == sparse_sessions().end()) return store_.load(location, detail);
  if (store_.exists(location)) {
    // Partly there: what sparse checkout leaves out is no missing output.
    Session session = store_.load(location, detail);
    for (Output& output : session.outputs) {
      const auto& files = sparse->second.files;
      if (std::find(files.begin(), files.end(), output.file) != files.end()) output.exists = true;
    }
    if (session.shape != Shape::none || !sparse->second.metadata_blob) return session;
  }
  std::optional<std::string> metadata;
  if (sparse->second.metadata_blob) {
    metadata = repository_.read_blobs({*sparse->second.metadata_blob}, yaml::max_bytes).front();
  }
  return store_.load_sparse(location, metadata, sparse->second.files);
}

void Workspace::visit(const std::vector<SessionLocation>& locations, LoadDetail detail,
                      const std::function<void(size_t, Session&&)>& visit) const {
  if (sparse_sessions().empty()) return store_.visit(locations, detail, visit);
  for (size_t i = 0; i < locations.size(); ++i) {
    try {
      visit(i, load(locations[i], detail));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::not_found) throw;
    }
  }
}

SessionLocation Workspace::resolve(std::string_view name, Scope scope) const {
  std::vector<SessionLocation> found = store_.find(name, scope);
  if (found.empty() && !sparse_sessions().empty()) {
    for (const SessionLocation& location : locations(scope)) {
      if (could_mean(name, location.id)) {
        found.push_back(location);
      }
    }
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    throw_if_purged(store_, name);
    throw Error(ErrorKind::not_found, "no session matches '" + std::string(name) + "'",
                "git session list --all shows every session");
  }
  throw Error(ErrorKind::ambiguous,
              "'" + std::string(name) + "' can mean " + std::to_string(found.size()) + " sessions",
              "name one of them in full")
      .with_candidates(names_of(found));
}

void Workspace::require_in_work_tree(const SessionLocation& location) const {
  if (store_.exists(location)) return;
  throw Error(ErrorKind::refused,
              "session '" + location.id + "' is kept out of the work tree by sparse checkout",
              "git sparse-checkout add " + quote_for_shell(location.path))
      .with_reason("sparse-checkout");
}

void Workspace::require_certain_top_level() const {
  if (repository_.top_level_is_certain()) return;
  auto root = store_.top_level().status(store_.layout().root());
  if (root && root->type == FileType::directory) return;
  throw Error(ErrorKind::refused,
              "GIT_DIR is set, and nothing shows that '" + repository_.top_level() +
                  "' is the top level of a checkout",
              "set GIT_WORK_TREE to it, or unset GIT_DIR")
      .with_reason("uncertain-top-level");
}

bool Workspace::looks_like_submodule() const {
  return repository_.common_directory().find("/.git/modules/") != std::string::npos;
}

std::string Workspace::path_from_here(const SessionLocation& location) const {
  std::vector<std::string> here = split(repository_.prefix(), '/');
  here.pop_back();  // the prefix is empty or ends in a slash
  std::vector<std::string> there = split(location.path, '/');
  auto [from, to] = std::mismatch(here.begin(), here.end(), there.begin(), there.end());
  std::vector<std::string> parts(here.end() - from, "..");
  parts.insert(parts.end(), to, there.end());
  return parts.empty() ? "." : join(parts, "/");
}

std::optional<std::string> Workspace::relative_to_top_level(const std::string& path) const {
  char resolved[PATH_MAX];
  if (!realpath(path.c_str(), resolved)) return std::nullopt;
  char top[PATH_MAX];
  if (!realpath(repository_.top_level().c_str(), top)) return std::nullopt;
  std::string inside(resolved);
  std::string base = std::string(top) + "/";
  if (inside + "/" == base) return "";
  if (!inside.starts_with(base)) return std::nullopt;
  return inside.substr(base.size());
}

}  // namespace git_session
