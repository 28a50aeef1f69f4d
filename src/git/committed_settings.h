#pragma once

#include <string>
#include <vector>

#include "git/repository.h"

namespace git_session {

/// What the committed `.gitsession` says. It comes by `git pull`, so only harmless keys count.
struct CommittedSettings {
  Configuration configuration;            ///< keys on the list, scope "committed"
  std::vector<std::string> ignored_keys;  ///< each once, in the file's order
  std::string ignored_file_reason;        ///< why the whole file was ignored; empty when it was not
};

/// Runs git only when the file exists.
CommittedSettings read_committed_settings(const Repository& repository);

}  // namespace git_session
