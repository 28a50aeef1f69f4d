#include "support/workspace_fixture.h"

#include <ctime>
#include <filesystem>

namespace git_session {

WorkspaceFixture::WorkspaceFixture()
    : previous_directory_(std::filesystem::current_path().string()), zone_("TZ", "UTC") {
  tzset();
  environment.variables["GIT_SESSION_TEST_NOW"] = "2025-11-22T08:15:30Z";
  git.git({"checkout", "--quiet", "-b", "feature/invoices"});
  git.write("README.md", "# Invoices\n");
  git.commit_all();
  enter("");
}

WorkspaceFixture::~WorkspaceFixture() { std::filesystem::current_path(previous_directory_); }

void WorkspaceFixture::enter(std::string_view relative) const {
  std::filesystem::current_path(git.path_of(relative));
}

void WorkspaceFixture::set(std::string_view variable, std::string_view value) {
  environment.variables[std::string(variable)] = value;
}

SessionLocation WorkspaceFixture::make_session(NewSession request) const {
  if (request.team.empty()) request.team = "engineering";
  if (request.project.empty()) request.project = "Invoice Automation";
  Workspace workspace = open();
  Session session = create_session(workspace, request).session;
  return workspace.store().layout().session(session.user, session.id);
}

SessionLocation WorkspaceFixture::write_session(const std::string& user, const std::string& id,
                                                std::string_view metadata, bool in_archive) const {
  SessionLayout layout("output");
  SessionLocation location = in_archive ? layout.archived(user, id) : layout.session(user, id);
  git.write(location.path + "/" + std::string(metadata_file_name), metadata);
  return location;
}

}  // namespace git_session
