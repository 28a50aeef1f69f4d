#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace git_session {

/// A file from the time before sessions, and what is known of it.
struct LegacyFile {
  std::string path;  ///< relative to the top level
  std::string type;  ///< what its folder says; empty for a loose file
  std::string name;  ///< below that folder: `2025/plan.md`
  uint64_t bytes = 0;
  bool is_tracked = false;
  std::string content;      ///< SHA-256 of its bytes
  std::string blob;         ///< the id git stores for it
  std::string author = {};  ///< who added it; empty where git does not know it
  std::string email = {};   ///< of the author
  std::string commit = {};  ///< that added it
  std::string branch = {};  ///< by which that commit came, where a merge tells
  Instant time = {};        ///< of that commit, else of the file
};

/// One file of a migration and what becomes of it.
struct MigratedFile {
  LegacyFile file;
  std::string target;  ///< relative to the session folder
  std::string agent;   ///< as far as the name tells
  Instant created_at;  ///< as the name tells, else LegacyFile::time
};

enum class MigrationSplit { author, day, branch };

/// How files become sessions.
struct MigrationRules {
  std::string user;      ///< everything belongs to this user; empty: each file to its author
  std::string own_user;  ///< of the present user: gets what nobody committed
  std::string own_email;
  MigrationSplit split = MigrationSplit::author;
  std::vector<std::string> known_agents;
};

/// The files that make one session, the oldest first.
struct MigrationGroup {
  std::string user;         ///< user folder
  std::string email;        ///< the one most of the files have; may be empty
  std::optional<Date> day;  ///< with MigrationSplit::day
  std::string branch;       ///< with MigrationSplit::branch; empty where no merge tells
  std::vector<MigratedFile> files;
};

/// Readers refuse metadata of more than 20,000 events and 1 MiB.
inline constexpr size_t most_files_of_migration = 500;
inline constexpr const char* migration_report_name = "MIGRATION_REPORT.md";

/// Sorts the files into sessions, one for each author and, where `rules` say so, day or branch, and
/// another one wherever a session's metadata would grow too large. Two files of one name in a
/// session keep theirs and become `name` and `name-2`; none takes the name of the report.
std::vector<MigrationGroup> group_legacy_files(std::vector<LegacyFile> files,
                                               const MigrationRules& rules);

}  // namespace git_session
