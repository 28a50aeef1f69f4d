#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "core/problem.h"
#include "core/value.h"

namespace git_session {

/// Where a session is in its life. Metadata words: active, closed (also completed), archived.
enum class State { active, closed, archived };
const char* name_of(State state);

/// How the metadata is written: version_1 as docs/formats.md has it, drifted as people wrote it by
/// hand, none when the folder has no metadata, unreadable when it cannot be read as a mapping.
enum class Shape { version_1, drifted, none, unreadable };
const char* name_of(Shape shape);

/// One file an agent or a person produced in a session. Empty text means absent, throughout.
struct Output {
  std::string file;   ///< relative to the session folder, as the metadata or the disk has it
  std::string agent;  ///< what the metadata says, else what the file's name says
  std::string type;
  std::optional<Instant> created_at;
  bool promoted = false;
  std::string promoted_to;
  std::string title;
  std::string model;
  std::string chat;
  std::string blob;  ///< the id git stores for the content, filters applied
  std::string supersedes;
  std::string command;
  std::string link;  ///< where an artifact lies that is kept elsewhere
  bool draft = false;
  std::optional<int64_t> duration_ms;
  std::optional<int64_t> exit_code;
  Value::Mapping extra;  ///< keys of the file that are not ours

  bool agent_from_name = false;  ///< the metadata says no agent, and the name does
  bool listed = true;    ///< the metadata names it
  bool exists = false;   ///< a regular file is there
  bool outside = false;  ///< the name leads out of the session folder: shown, never opened
  std::optional<uint64_t> bytes;
  int line = 0;  ///< of the metadata file; 0 when not listed
};

struct Stakeholder {
  std::string name;
  std::string role;
  std::string email;
  Value::Mapping extra;
};

/// One unit of work: what its metadata says, whatever shape that has, joined with what lies in its
/// folder.
struct Session {
  std::string id;         ///< the folder's name
  std::string user;       ///< the user folder's name; empty for archive/{id}
  std::string path;       ///< relative to the top level
  std::string listed_id;  ///< session_id as the file has it
  bool in_archive = false;
  bool sparse = false;  ///< tracked, but kept out of the work tree by sparse checkout
  int64_t metadata_schema = 1;
  Shape shape = Shape::none;

  std::optional<Instant> created_at;
  struct CreatedBy {
    std::string user, email, team;
  } created_by;
  struct Context {
    std::string branch, ticket, project, sprint, epic, release, description;
  } context;
  struct Status {
    State current = State::active;
    std::string word;  ///< as the file has it
    std::optional<Instant> closed_at, archived_at;
  } status;
  std::vector<Output> outputs;
  std::vector<Stakeholder> stakeholders;
  struct Retention {
    std::string policy;
    std::optional<Date> expires_at;
    std::string reason;
    std::string before_hold = {};  ///< HeldRetention in its line; empty unless held
  } retention;
  std::vector<std::pair<std::string, std::string>> links;
  std::vector<std::string> tags;
  std::string notes;
  Value::Mapping extra;
  std::vector<Problem> problems;
  size_t loose_values = 0;  ///< read, but not written as the schema has them
  int loose_line = 0;       ///< where the first of them stands; 0 when there is none

  bool is_open() const { return status.current == State::active; }
  bool is_readable() const { return shape != Shape::unreadable; }
  const Output* find_output(std::string_view file) const;
};

/// What the tables show of a session's outputs.
struct OutputCounts {
  size_t total = 0, promoted = 0, unlisted = 0, missing = 0;
};
OutputCounts count_outputs(const Session& session);
/// A listed file inside the folder that is not there and is not kept elsewhere.
bool is_missing(const Output& output);

/// created_at, or midnight UTC of the day in the id when the file has none.
std::optional<Instant> effective_created_at(const Session& session);

}  // namespace git_session
