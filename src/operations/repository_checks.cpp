#include "operations/repository_checks.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "base/error.h"
#include "base/text.h"
#include "core/session_id.h"
#include "operations/mailmap.h"
#include "operations/merge_driver.h"
#include "operations/undo_operation.h"

namespace git_session {
namespace {

constexpr size_t shortest_similar = 6;
constexpr std::time_t seconds_until_stale = 600;
constexpr std::array<const char*, 2> git_locks = {"index.lock", "HEAD.lock"};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Whether one letter more, less or other makes one text of the other. A digit is no letter: those
/// are people who were numbered.
bool differ_in_a_letter(std::string_view left, std::string_view right) {
  if (left.size() > right.size()) std::swap(left, right);
  if (right.size() - left.size() > 1) return false;
  auto [from, other] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  size_t same = static_cast<size_t>(from - left.begin());
  if (same == left.size()) return right.size() != left.size() && !is_digit(right[same]);
  if (is_digit(left[same]) || is_digit(right[same])) return false;
  const size_t skip = left.size() == right.size() ? 1 : 0;
  return left.substr(same + skip) == right.substr(same + 1);
}

/// A name without what is put behind it: rickydwilson of rickydwilson-dcs.
std::vector<std::string> stems_of(const std::string& user) {
  std::vector<std::string> stems = {user};
  std::string letters = user;
  std::erase(letters, '-');
  stems.push_back(letters);
  if (size_t dash = user.rfind('-'); dash != std::string::npos) {
    stems.push_back(user.substr(0, dash));
    std::erase(stems.back(), '-');
  }
  return stems;
}

bool look_alike(const std::string& left, const std::string& right) {
  for (const std::string& one : stems_of(left)) {
    for (const std::string& other : stems_of(right)) {
      bool is_long = std::min(one.size(), other.size()) >= shortest_similar;
      if (is_long && (one == other || differ_in_a_letter(one, other))) return true;
    }
  }
  return false;
}

bool share_an_address(const UserTraces& left, const UserTraces& right) {
  return std::any_of(left.emails.begin(), left.emails.end(),
                     [&](const std::string& email) { return right.emails.contains(email); });
}

std::string address_of(const UserTraces& traces) {
  return traces.emails.empty() ? "ADDRESS" : *traces.emails.begin();
}

std::string hint_for(const std::string& left, const UserTraces& left_traces,
                     const std::string& right, const UserTraces& right_traces) {
  return "if so, say it in .mailmap: Full Name <" + address_of(left_traces) + "> " +
         (left_traces.sessions >= right_traces.sessions ? right : left) + " <" +
         address_of(right_traces) + ">";
}

void check_pointer(const Workspace& workspace, std::vector<Problem>& problems) {
  auto pointer = workspace.state().pointer();
  if (!pointer) return;
  bool is_there = !workspace.store().find(pointer->session, Scope::everything).empty();
  if (is_there || workspace.repository().has_sparse_checkout()) return;
  problems.push_back({"dangling-pointer", workspace.repository().state_directory() + "/current", 0,
                      "the current session '" + pointer->session + "' is gone",
                      "git session use --none"});
}

void check_tracked_pointers(const Workspace& workspace, std::vector<Problem>& problems) {
  for (const std::string& path : tracked_pointers(workspace)) {
    problems.push_back({"tracked-pointer", path, 0,
                        "which session is current is each worktree's own matter",
                        "git rm " + quote_for_shell(path)});
  }
}

void check_locks(const Workspace& workspace, std::vector<Problem>& problems) {
  auto folder = Directory::open(workspace.repository().git_directory());
  if (!folder) return;
  for (const char* name : git_locks) {
    auto status = folder->status(name);
    if (!status || std::time(nullptr) - status->modified < seconds_until_stale) continue;
    problems.push_back({"stale-lock", folder->path_of(name), 0,
                        "a git that is likely gone left its lock",
                        "when no git is running: rm " + quote_for_shell(folder->path_of(name))});
  }
}

std::vector<Operation> unfinished_operations(const Workspace& workspace) {
  std::vector<Operation> operations = workspace.operation_log().operations();
  const std::set<int> undone = undone_operations(operations);
  std::erase_if(operations, [&](const Operation& operation) {
    return !operation.is_unfinished() || undone.contains(operation.number);
  });
  // Who began to take one back goes on with that.
  std::set<int> being_undone;
  for (const Operation& operation : operations)
    if (operation.undoes) being_undone.insert(*operation.undoes);
  std::erase_if(operations, [&](const Operation& operation) {
    return being_undone.contains(operation.number);
  });
  return operations;
}

/// What to type so that it is made to its end.
std::string command_to_go_on(const Operation& operation) {
  if (operation.undoes) return "git session undo " + std::to_string(*operation.undoes);
  std::string command = "git session " + operation.verb;
  if (operation.verb == "doctor") command += " --fix";
  if (operation.verb == "gc" || operation.verb == "migrate") command += " --execute";
  if (operation.verb == "update") command += " --where NAME=VALUE";
  if (operation.verb == "adopt") command += " FOLDER";
  return command;
}

void check_operations(const Workspace& workspace, std::vector<Problem>& problems) {
  for (const Operation& operation : unfinished_operations(workspace)) {
    const std::string number = std::to_string(operation.number);
    const std::string way_back =
        operation.undoes ? std::string() : "; git session undo " + number + " takes it back";
    problems.push_back({"unfinished-operation", workspace.operation_log().path_of(operation.number),
                        0, "operation " + number + " (" + operation.verb + ") was interrupted",
                        command_to_go_on(operation) + " goes on" + way_back});
  }
}

}  // namespace

std::set<std::string> files_underway(const Workspace& workspace) {
  std::set<std::string> files;
  try {
    for (const Operation& operation : unfinished_operations(workspace)) {
      for (const FileStep& step : operation.steps) {
        files.insert(step.path);
        if (!step.source.empty()) files.insert(step.source);
      }
    }
  } catch (const Error&) {
    // A log that is closed to us: nothing is known of it.
  }
  return files;
}

std::vector<std::string> tracked_pointers(const Workspace& workspace) {
  const std::string& root = workspace.store().layout().root();
  std::vector<std::string> found;
  for (const std::string& folder : {root, workspace.store().layout().sessions()}) {
    const std::string path = folder + "/.current-session";
    auto status = workspace.store().top_level().status(path);
    if (!status || status->type != FileType::regular) continue;
    if (!workspace.repository().tracked_files(path).empty()) found.push_back(path);
  }
  return found;
}

std::map<std::string, std::string> folders_to_join(const Workspace& workspace,
                                                   const UsersSeen& users) {
  std::map<std::string, std::string> joined;
  const Mailmap mailmap = Mailmap::read(workspace.store().top_level());
  for (const auto& [user, traces] : users) {
    for (const Mailmap::Entry& entry : mailmap.entries()) {
      const std::string person = user_folder(entry.name);
      const bool is_named = user_folder(entry.other_name) == user;
      const bool has_address = traces.emails.contains(entry.other_email);
      const bool is_meant =
          (!entry.other_name.empty() && is_named) || (entry.other_name.empty() && has_address);
      if (entry.name.empty() || person == user || !is_meant) continue;
      joined.emplace(user, person);
    }
  }
  // A chain leads to its end; a circle is nobody's.
  std::erase_if(joined, [&](const auto& pair) { return joined.contains(pair.second); });
  return joined;
}

std::vector<Problem> check_users(const Workspace& workspace, const UsersSeen& users) {
  std::vector<Problem> problems;
  const SessionLayout& layout = workspace.store().layout();
  const auto joined = folders_to_join(workspace, users);
  for (const auto& [user, person] : joined) {
    problems.push_back({"several-users", layout.sessions() + "/" + user, 0,
                        "by .mailmap this is " + person,
                        "git session doctor --fix several-users moves the sessions there"});
  }
  for (auto left = users.begin(); left != users.end(); ++left) {
    for (auto right = std::next(left); right != users.end(); ++right) {
      if (joined.contains(left->first) || joined.contains(right->first)) continue;
      const bool has_one_address = share_an_address(left->second, right->second);
      if (!has_one_address && !look_alike(left->first, right->first)) continue;
      problems.push_back({"similar-users", layout.sessions() + "/" + right->first, 0,
                          "'" + left->first + "' may be the same person" +
                              (has_one_address ? ": both have one e-mail address" : ""),
                          hint_for(left->first, left->second, right->first, right->second)});
    }
  }
  return problems;
}

std::vector<Problem> check_merge_driver(const Workspace& workspace, const UsersSeen& users) {
  std::vector<Problem> problems;
  if (users.size() > 1 && !missing_of_merge_driver(workspace).empty()) {
    problems.push_back({"no-merge-driver", workspace.store().layout().sessions(), 0,
                        "git merges the metadata of several users line by line in this clone",
                        "git session setup --merge-driver"});
  }
  return problems;
}

std::vector<Problem> check_surroundings(const Workspace& workspace) {
  std::vector<Problem> problems;
  for (auto check : {check_pointer, check_tracked_pointers, check_locks, check_operations}) {
    try {
      check(workspace, problems);
    } catch (const Error&) {
      // A folder that is closed to us, or a link in its place: what lies there is not looked at,
      // and that is a finding of its own.
    }
  }
  return problems;
}

}  // namespace git_session
