#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "http/patient_client.h"
#include "http/site_connection.h"
#include "operations/site_settings.h"

namespace git_session {

struct SiteLoginOptions {
  bool may_ask = false;  ///< a person sits there: git may ask them for the password
  /// For what is not worth waiting for: everything is over after that, and nothing is sent twice.
  std::optional<std::chrono::seconds> time_limit = {};
  PatientHttpClient::OnWait on_wait = {};  ///< called on the thread of the connection that waits
};

/// Lets clients into a site: finds the secret and the address of the API, once, for as many
/// connections as there are workers. The secret is GIT_SESSION_CONFLUENCE_TOKEN or
/// GIT_SESSION_JIRA_TOKEN, else what `git credential` has for the site; git's helpers are told to
/// keep one that let us in, and to forget one that was refused before any was accepted.
class SiteLogin {
 public:
  /// Asks git and, for a gateway without session.*.cloudId, the site. `workspace` must outlive this
  /// and every connection. Throws `unavailable` when there is no secret, or the site does not tell
  /// its id.
  SiteLogin(const Workspace& workspace, Site site, SiteLoginOptions options = {});
  ~SiteLogin();

  const Site& site() const { return site_; }
  /// What the paths of the API follow, such as "/api/v2/pages" and "/rest/api/content": the site's
  /// address, or the gateway's for this site.
  const std::string& api_address() const { return access_.api_address; }

  /// A connection of its own for each thread; all of them pause when the site asks one to.
  std::unique_ptr<SiteConnection> connect() const;

 private:
  class Secret;

  std::unique_ptr<HttpClient> make_client(const std::string& origin) const;
  std::string find_api_address() const;
  std::string ask_for_cloud_id() const;

  Site site_;
  SiteLoginOptions options_;
  std::shared_ptr<RatePause> pause_;
  std::shared_ptr<Secret> secret_;
  SiteAccess access_;
};

}  // namespace git_session
