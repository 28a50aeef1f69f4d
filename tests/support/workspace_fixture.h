#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "operations/create_session.h"
#include "operations/workspace.h"
#include "support/git_fixture.h"

namespace git_session {

/// A repository on branch `feature/invoices` with one commit, as the working directory of this
/// process until this goes; user Ada Example, zone UTC, now 2025-11-22T08:15:30Z.
class WorkspaceFixture {
 public:
  WorkspaceFixture();
  WorkspaceFixture(const WorkspaceFixture&) = delete;
  WorkspaceFixture& operator=(const WorkspaceFixture&) = delete;
  ~WorkspaceFixture();

  GitFixture git;
  Environment environment;  ///< what open() runs with; only the clock is set

  Workspace open() const { return Workspace::open(environment); }
  /// Changes the working directory; relative to the top level.
  void enter(std::string_view relative) const;
  void set(std::string_view variable, std::string_view value);

  /// A session of the present user on the present branch, unless `request` says otherwise.
  SessionLocation make_session(NewSession request = {}) const;
  /// Writes a metadata file by hand; returns where its session lies.
  SessionLocation write_session(const std::string& user, const std::string& id,
                                std::string_view metadata, bool in_archive = false) const;

 private:
  std::string previous_directory_;
  ScopedVariable zone_;
};

}  // namespace git_session
