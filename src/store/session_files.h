#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "core/problem.h"
#include "core/session.h"

namespace git_session {

/// Whether a folder with these entries is a git repository of its own, or a submodule: its files
/// are none of a session's, and git run in it may obey its settings.
bool looks_like_repository(const std::vector<DirectoryEntry>& entries);

/// A regular file found in a session folder.
struct FoundFile {
  std::string name;  ///< relative to the session folder
  std::optional<uint64_t> bytes;
  std::optional<Instant> modified;
};

/// What counts as an output in a session folder: every regular file, also in subfolders, except
/// hidden names, drafts/, repositories and what lies behind links. Sorted by name. Sizes and times
/// only when `with_details`. Subfolders are followed 8 levels, at most 20,000 files are taken;
/// `left_out` says when there was more.
struct SessionFiles {
  std::vector<FoundFile> files;
  std::vector<std::string> repositories;  ///< not looked into: names ending in a slash
  std::vector<Problem> unreadable;        ///< subfolders; paths relative to the session folder
  bool left_out = false;
};
SessionFiles find_session_files(const Directory& folder, bool with_details);

/// What to say of a folder that `error` kept us from looking into.
Problem unreadable_folder(const std::string& path, const Error& error);

/// Joins what the metadata lists with what is there: marks what exists, adds what is not listed,
/// and takes agent and time from the name where the metadata says nothing.
void join_outputs(Session& session, const Directory* folder, const SessionFiles& found,
                  const std::vector<std::string>& known_agents);

}  // namespace git_session
