#pragma once

#include <optional>
#include <string>

#include "operations/workspace.h"

namespace git_session {

enum class SiteKind { confluence, jira };
enum class SiteEdition { cloud, datacenter };

/// "confluence", as settings have it; "Confluence", as people do.
std::string key_of(SiteKind kind);
std::string name_of(SiteKind kind);

/// What `session.confluence.*` or `session.jira.*` says of a site.
struct Site {
  SiteKind kind = SiteKind::confluence;
  SiteEdition edition = SiteEdition::cloud;
  std::string address;   ///< for people, and what pages' own paths follow; no slash at its end
  std::string origin;    ///< https://HOST[:PORT] of it, as it was written
  std::string path;      ///< what follows the origin in it: "/wiki", "/confluence" or nothing
  std::string user;      ///< empty with Data Center: the secret is a personal access token
  std::string gateway;   ///< https://HOST[:PORT]; empty: the API is at the site itself
  std::string cloud_id;  ///< empty: it is asked for where a gateway needs it
  std::string ca_file;
};

/// The site that is set up; nullopt when none is. Throws Error(invalid_data), naming the setting
/// and what to type, for settings that make no sense: an address that is not plainly https:// (or
/// http:// to this machine), Cloud without a user, a gateway for Data Center.
std::optional<Site> configured_site(const Workspace& workspace, SiteKind kind);

/// Where a new page goes when nobody says it; empty where nothing does.
struct ConfluencePlace {
  std::string space;
  std::string parent;  ///< an id, in that space
};

/// The nearest of session.confluence.project.PROJECT.*, .team.TEAM.* and session.confluence.*.
/// Whoever names the space decides on the parent: one from farther off lies in another space.
ConfluencePlace confluence_defaults(const Workspace& workspace, const std::string& team,
                                    const std::string& project);

}  // namespace git_session
