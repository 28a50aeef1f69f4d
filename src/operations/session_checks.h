#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/time.h"
#include "core/session.h"

namespace git_session {

/// What is wrong with the metadata of one session, by the schema: missing fields, words that are
/// not on a list, an id that differs from the folder, older shapes. Adds to what reading it found.
std::vector<Problem> check_metadata(const Session& session, const std::vector<std::string>& teams);

/// What is not wrong, but worth knowing: values written loosely, agents that nobody named, a date
/// that is past.
std::vector<Problem> check_habits(const Session& session, Date today);

/// What differs between the metadata and the folder: listed outputs that are gone or lie outside,
/// files that nobody listed. Nothing is said of files that are `underway` (paths relative to the
/// top level), and nothing of a session whose metadata cannot be read.
std::vector<Problem> check_outputs(const Session& session, const std::set<std::string>& underway);

/// What should not lie in a session folder: links, repositories, names that are not UTF-8.
std::vector<Problem> check_folder(const Directory& folder, const std::string& path);

}  // namespace git_session
