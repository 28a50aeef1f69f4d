#include "operations/session_checks.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "core/fields.h"
#include "core/retention.h"
#include "operations/checked_team.h"
#include "store/session_files.h"
#include "store/session_layout.h"
#include "yaml/guard.h"

namespace git_session {
namespace {

constexpr int most_levels = 8;

std::string metadata_path(const Session& session) {
  return session.path + "/" + std::string(metadata_file_name);
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Whether the reader has said that the value of this field is none.
bool has_invalid_value(const Session& session, const std::string& name) {
  return std::any_of(session.problems.begin(), session.problems.end(), [&](const Problem& problem) {
    return problem.code == "invalid-value" && problem.message.starts_with("'" + name + "' ");
  });
}

/// TEAM for `created_by.team`: what a person puts in place of it in a hint.
std::string placeholder_for(const std::string& name) {
  if (name.ends_with("_at")) return name == "retention.expires_at" ? "DATE" : "TIME";
  std::string word = name.substr(name.rfind('.') + 1);  // npos + 1 is none
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char letter) {
    return static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
  });
  return word;
}

void check_required_fields(const Session& session, std::vector<Problem>& problems) {
  for (const SessionField& field : session_fields()) {
    if (!field.required || !field.get(session).is_null()) continue;
    std::string name = path_of(field.section, field.key);
    bool may_be_never = name == "retention.expires_at" && !session.retention.policy.empty() &&
                        !is_dated_policy(session.retention.policy);
    if (may_be_never || has_invalid_value(session, name)) continue;
    std::string option =
        std::string(field.key) == "expires_at" ? "expires" : std::string(field.key);
    bool has_option =
        contains({"team", "project", "expires"}, option) || name == "retention.policy";
    if (name == "retention.policy") option = "retention";
    const std::string word = placeholder_for(name);
    std::string verb =
        has_option
            ? "git session update " + quote_for_shell(session.id) + " --" + option + " " + word
            : "git session update " + quote_for_shell(session.id) + " --set " + name + "=" + word;
    if (name == "session_id" || name == "created_at")
      verb = "add the line '" + name + ": " + word + "'";
    problems.push_back(
        {"missing-field", metadata_path(session), 0, "'" + name + "' is missing", std::move(verb)});
  }
}

void check_words(const Session& session, const std::vector<std::string>& teams,
                 std::vector<Problem>& problems) {
  std::string path = metadata_path(session);
  const std::string& team = session.created_by.team;
  if (team == unknown_team && !contains(teams, team)) {
    problems.push_back({"team-unknown", path, 0, "nobody said which team it belongs to",
                        "git session update " + quote_for_shell(session.id) + " --team TEAM"});
  } else if (!team.empty() && !contains(teams, team)) {
    problems.push_back({"unknown-team", path, 0,
                        "team '" + team + "' is not one of " + join(teams, ", "),
                        "git session update " + quote_for_shell(session.id) + " --team TEAM"});
  }
  const std::string& policy = session.retention.policy;
  if (!policy.empty() && !is_retention_policy(policy)) {
    problems.push_back(
        {"unknown-policy", path, 0,
         "retention policy '" + policy + "' is not one of " + join(retention_policies(), ", "),
         "git session update " + quote_for_shell(session.id) + " --retention POLICY"});
  }
  const std::string& word = session.status.word;
  if (!word.empty() && !contains({"active", "closed", "archived"}, word)) {
    // The reader has said so of words that mean nothing; "completed" it takes for closed.
    if (to_lower_ascii(word) == "completed") {
      problems.push_back({"unknown-status", path, 0, "status '" + word + "' is read as closed",
                          "git session doctor --fix unknown-status"});
    }
  }
  if (word == "archived" && !session.in_archive) {
    problems.push_back({"archived-elsewhere", path, 0,
                        "its status is archived, but it does not lie in the archive",
                        "git session archive " + quote_for_shell(session.id) + " moves it there"});
  }
}

void check_identity(const Session& session, std::vector<Problem>& problems) {
  if (session.listed_id == session.id) return;
  problems.push_back(
      {"id-mismatch", metadata_path(session), 0,
       "session_id '" + session.listed_id + "' is not the folder's name '" + session.id + "'",
       "the folder's name counts: git session doctor --fix id-mismatch"});
}

/// What we write before it gets its name; nobody else uses these.
bool is_leftover(const DirectoryEntry& entry) {
  if (entry.type != FileType::regular) return false;
  return entry.name == Directory::temporary_name_for(std::string(metadata_file_name)) ||
         entry.name.starts_with(".incoming-");
}

bool check_repository(const std::vector<DirectoryEntry>& entries, const std::string& path,
                      std::vector<Problem>& problems) {
  if (!looks_like_repository(entries)) return false;
  const bool has_work_tree =
      std::any_of(entries.begin(), entries.end(),
                  [](const DirectoryEntry& entry) { return entry.name == ".git"; });
  problems.push_back(
      {"embedded-repository", has_work_tree ? path + "/.git" : path, 0,
       has_work_tree ? "a git repository lies in the session; git does not commit its files"
                     : "a git repository lies in the session; git run there may obey its settings",
       "move it out of the session"});
  return true;
}

void check_directory(const Directory& folder, const std::string& path, int level,
                     std::vector<Problem>& problems) {
  const std::vector<DirectoryEntry> entries = folder.entries();
  if (check_repository(entries, path, problems) && level > 0) return;
  for (const DirectoryEntry& entry : entries) {
    std::string entry_path = path + "/" + entry.name;
    if (entry.type == FileType::symbolic_link) {
      problems.push_back({"symbolic-link", entry_path, 0, "a link is never followed",
                          "put the file itself there"});
    } else if (entry.type == FileType::other) {
      problems.push_back({"not-a-file", entry_path, 0, "neither a file nor a folder", "remove it"});
    } else if (is_leftover(entry)) {
      problems.push_back({"leftover", entry_path, 0, "an interrupted write left this file",
                          "git session doctor --fix leftover"});
    } else if (!is_valid_utf8(entry.name)) {
      problems.push_back({"name-not-utf8", entry_path, 0,
                          "the name is not UTF-8, so the metadata cannot list it", "rename it"});
    }
    if (entry.type == FileType::directory && level < most_levels && entry.name != ".git") {
      try {
        auto inner = folder.open_directory(entry.name);
        if (inner) check_directory(*inner, entry_path, level + 1, problems);
      } catch (const Error& error) {
        problems.push_back(unreadable_folder(entry_path, error));
      }
    }
  }
}

}  // namespace

/// Disorder that a merge left has a code of its own: it can be mended.
void name_disorder_of_merge(std::vector<Problem>& problems, const Session& session) {
  for (Problem& problem : problems) {
    if (problem.code != "unreadable-metadata") continue;
    const bool is_conflict = problem.message == yaml::conflict_message;
    if (!is_conflict && !problem.message.starts_with("duplicate key")) continue;
    const std::string hint =
        "git session doctor " + quote_for_shell(session.id) + " --fix, or an editor";
    problem = is_conflict
                  ? Problem{"conflict-markers", problem.path, problem.line, problem.message, hint}
                  : Problem{"duplicate-key", problem.path, problem.line, problem.message, hint};
  }
}

std::vector<Problem> check_habits(const Session& session, Date today) {
  std::vector<Problem> problems;
  if (!session.is_readable() || session.shape == Shape::none) return problems;
  const std::string path = metadata_path(session);
  if (session.loose_values > 0) {
    problems.push_back({"loose-value", path, session.loose_line,
                        count_of(session.loose_values, "value") +
                            " not written as the schema has them (from this line on)",
                        "git session doctor --fix loose-value"});
  }
  size_t nameless = 0;
  for (const Output& output : session.outputs) {
    if (!output.listed || output.file.empty()) continue;
    if (output.agent.empty()) ++nameless;
    if (!output.agent_from_name) continue;
    problems.push_back({"agent-in-name", path, output.line,
                        "'" + output.file + "' names no agent; its name says " + output.agent,
                        "git session doctor --fix agent-in-name"});
  }
  if (nameless > 0) {
    problems.push_back({"agent-unknown", path, 0,
                        count_of(nameless, "listed output") + " of " +
                            std::to_string(session.outputs.size()) + " name no agent",
                        "git session add FILE --agent NAME --session " +
                            quote_for_shell(session.id) + " says it"});
  }
  const auto& expires_at = session.retention.expires_at;
  if (expires_at && *expires_at < today && !session.in_archive) {
    problems.push_back({"expired", path, 0,
                        "past its date, " + format_date(*expires_at) + ", and not archived",
                        "git session gc"});
  }
  return problems;
}

std::vector<Problem> check_metadata(const Session& session, const std::vector<std::string>& teams) {
  std::vector<Problem> problems = session.problems;
  name_disorder_of_merge(problems, session);
  if (session.shape == Shape::unreadable) return problems;
  if (session.shape == Shape::none) {
    problems.push_back({"no-metadata", session.path, 0, "the folder has no metadata",
                        "git session adopt " + quote_for_shell(session.path)});
    return problems;
  }
  if (session.metadata_schema > 1) {
    problems.push_back(
        {"newer-schema", metadata_path(session), 0,
         "schema " + std::to_string(session.metadata_schema) + " needs a newer git-session",
         "install a newer git-session"});
  }
  if (session.shape == Shape::drifted) {
    problems.push_back({"drifted-shape", metadata_path(session), 0,
                        "written in an older or hand-made shape; it is read, and edited in place",
                        "git session doctor --fix drifted-shape writes it as version 1"});
  }
  check_identity(session, problems);
  check_required_fields(session, problems);
  check_words(session, teams, problems);
  return problems;
}

std::vector<Problem> check_outputs(const Session& session, const std::set<std::string>& underway) {
  std::vector<Problem> problems;
  // What cannot be read may list all of them.
  if (!session.is_readable()) return problems;
  std::map<std::string_view, int> first_line;
  for (const Output& output : session.outputs) {
    if (output.file.empty()) continue;  // the reader has said so
    if (underway.contains(session.path + "/" + output.file)) continue;
    if (!output.listed) {
      problems.push_back(
          {"unlisted-output", session.path + "/" + output.file, 0, "nobody listed this file",
           session.is_open()
               ? "git session add " + quote_for_shell(output.file) + " --session " +
                     quote_for_shell(session.id)
               : "git session doctor " + quote_for_shell(session.id) + " --fix unlisted-output"});
      continue;
    }
    if (output.outside) {
      problems.push_back({"outside-output", metadata_path(session), output.line,
                          "'" + output.file + "' leads out of the session and is not opened",
                          "it is shown as a reference; git session add copies a file in"});
    } else if (is_missing(output)) {
      problems.push_back({"missing-output", metadata_path(session), output.line,
                          "'" + output.file + "' is listed but not there",
                          "git session doctor --fix missing-output looks for it; else bring it "
                          "back (git log -- " +
                              quote_for_shell(session.path + "/" + output.file) +
                              "), or take the entry out"});
    }
    auto [known, is_new] = first_line.emplace(output.file, output.line);
    if (!is_new) {
      problems.push_back(
          {"duplicate-output", metadata_path(session), output.line,
           "'" + output.file + "' is listed on line " + std::to_string(known->second) + " too",
           "take one of the entries out"});
    }
  }
  return problems;
}

std::vector<Problem> check_folder(const Directory& folder, const std::string& path) {
  std::vector<Problem> problems;
  check_directory(folder, path, 0, problems);
  return problems;
}

}  // namespace git_session
