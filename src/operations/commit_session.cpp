#include "operations/commit_session.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/output_name.h"
#include "operations/commit_guard.h"

namespace git_session {
namespace {

constexpr size_t longest_project_in_subject = 44;
constexpr size_t most_bullets = 20;

/// One line for a commit message: git shows messages as they are, so what would steer a terminal is
/// spelled out.
std::string one_line(std::string_view text, size_t most_columns) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return truncate_to_width(trim(escape_line(line)), most_columns);
}

/// Path relative to the top level -> git's two letters.
using Changes = std::map<std::string, std::string>;

bool is_addition(const std::string& state) { return state == "??" || state[0] == 'A'; }

std::string headline_of(const Output& output) {
  if (!output.title.empty()) return output.title;
  OutputName name = parse_output_name(output.file, {output.agent});
  std::string topic = name.topic.empty() ? output.file : name.topic;
  std::replace(topic.begin(), topic.end(), '-', ' ');
  if (topic[0] >= 'a' && topic[0] <= 'z') topic[0] -= 'a' - 'A';
  return topic;
}

struct Message {
  std::string subject;
  std::vector<std::string> bullets;
};

Message describe_changes(const Session& session, const CommitPlan& plan) {
  const Changes& changes = plan.changes;
  std::string project = session.context.project.empty() ? session.id : session.context.project;
  project = one_line(project, longest_project_in_subject);
  Message message;
  for (const Output& output : session.outputs) {
    auto change = changes.find(session.path + "/" + output.file);
    if (change != changes.end() && is_addition(change->second)) {
      message.bullets.push_back(one_line(headline_of(output), 72));
    }
  }
  bool moved = std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
    const std::string folder = change.first.substr(0, change.first.rfind('/'));
    return !change.first.starts_with(session.path + "/") && !plan.pages.contains(folder);
  });
  if (moved) {
    message.bullets.clear();
    message.subject = session.in_archive ? "chore(session): archive " + project
                                         : "chore(session): restore " + project;
  } else if (!message.bullets.empty()) {
    message.subject = "docs(session): add " + project + " outputs";
  } else if (!plan.pages.empty()) {
    message.subject = "docs(promotion): promote " + project + " outputs";
  } else if (session.status.current == State::closed) {
    message.subject = "feat(session): close " + project + " session";
  } else {
    message.subject = "docs(session): update " + project + " session";
  }
  for (const std::string& page : plan.pages) {
    const size_t space = page.rfind('/', page.rfind('/') - 1) + 1;
    message.bullets.push_back("Confluence page: " + one_line(page.substr(space), 100));
  }
  return message;
}

std::string full_message(const Session& session, Message message) {
  if (message.bullets.size() > most_bullets) {
    size_t more = message.bullets.size() - most_bullets;
    message.bullets.resize(most_bullets);
    message.bullets.push_back("and " + count_of(more, "more output"));
  }
  if (session.status.current != State::active) {
    OutputCounts counts = count_outputs(session);
    message.bullets.push_back("Total outputs: " + std::to_string(counts.total));
    message.bullets.push_back("Promoted: " + std::to_string(counts.promoted));
    message.bullets.push_back(std::string("Status: ") + name_of(session.status.current));
  }
  if (!session.context.ticket.empty()) {
    message.bullets.push_back("Ticket: " + one_line(session.context.ticket, 72));
  }
  message.bullets.push_back("Session: " + one_line(session.id, 200));
  std::string text = message.subject + "\n\n";
  for (const std::string& bullet : message.bullets) text += "- " + bullet + "\n";
  return text;
}

Error too_large(const CommitPlan& plan, const Session& session, uint64_t limit) {
  std::vector<std::string> files;
  for (const LeftOut& left : plan.left_out) {
    if (left.reason == LeftOutReason::too_large) files.push_back(left.file);
  }
  std::string message = "'" + escape_line(files.front()) + "' is over session.maxOutputSize (" +
                        format_bytes(limit) + "), and nobody listed it";
  if (files.size() > 1) message += "; nor " + count_of(files.size() - 1, "more file");
  const std::string id = quote_for_shell(session.id);
  const std::string reopen = session.is_open() ? "" : "git session reopen " + id + " && ";
  return Error(ErrorKind::refused, message,
               reopen + "git session add --large --session " + id + " " +
                   quote_for_shell(files.front()) +
                   " takes it all the same; else move it out of the session")
      .with_reason("output-too-large");
}

/// Staging would record the conflict markers as somebody's text.
void require_no_conflict(const Changes& changes, const std::string& id) {
  for (const auto& [path, letters] : changes) {
    if (!is_unmerged(letters)) continue;
    throw Error(ErrorKind::refused, "'" + escape_line(path) + "' is in conflict",
                "git session doctor " + quote_for_shell(id) +
                    " --fix, or an editor; then git add it, and git commit")
        .with_reason("merge-in-progress");
  }
}

/// Those that go in although they are over the limit.
std::vector<LargeFile> large_files(const Workspace& workspace, const Changes& changes) {
  std::vector<LargeFile> large;
  for (const auto& [path, letters] : changes) {
    if (letters.find('D') != letters.npos) continue;
    auto status = workspace.store().top_level().status(path);
    if (!status || status->size <= workspace.settings().max_output_size()) continue;
    large.push_back({path, status->size});
  }
  return large;
}

}  // namespace

CommitReport commit_session(const Workspace& workspace, const SessionLocation& location,
                            const std::optional<std::string>& message) {
  workspace.require_in_work_tree(location);
  CommitReport report;
  report.session = workspace.load(location);
  CommitPlan plan = plan_commit(workspace, location, report.session);
  for (const LeftOut& left : plan.left_out) {
    if (left.reason != LeftOutReason::too_large) continue;
    throw too_large(plan, report.session, workspace.settings().max_output_size());
  }
  const Changes& changes = plan.changes;
  require_no_conflict(changes, location.id);
  report.left_out = std::move(plan.left_out);
  report.large = large_files(workspace, changes);
  report.files = changes.size();
  if (changes.empty()) return report;
  std::vector<std::string> paths;
  for (const auto& [path, state] : changes) paths.push_back(path);
  std::string text =
      message ? *message : full_message(report.session, describe_changes(report.session, plan));
  report.subject = text.substr(0, text.find('\n'));
  CommitGuard guard(workspace);
  guard.look_before(paths, text);
  const Repository& repository = workspace.repository();
  report.commit = repository.commit_only(
      paths, repository.add_trailer(text, "Git-Session", one_line(location.id, 255)));
  guard.look_behind(report.commit);
  report.secrets = guard.take_report();
  return report;
}

}  // namespace git_session
