#pragma once

#include <string>
#include <vector>

#include "http/http_client.h"

namespace git_session {

/// A request as a client of one site words it: where the site is, and who asks, is not its concern.
struct SiteRequest {
  std::string method;
  std::string path;  ///< below the address of the API: "/api/v2/pages?limit=1"
  std::string body = {};
  std::vector<HttpHeader> headers = {};  ///< Content-Type is JSON where a body comes without one
};

/// The API of one site, logged in: what the clients of Confluence and Jira talk to.
class SiteChannel {
 public:
  SiteChannel() = default;
  SiteChannel(const SiteChannel&) = delete;
  SiteChannel& operator=(const SiteChannel&) = delete;
  virtual ~SiteChannel() = default;
  /// Throws as HttpClient::send() does.
  virtual HttpResponse send(const SiteRequest& request) = 0;
};

}  // namespace git_session
