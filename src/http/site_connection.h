#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/http_client.h"
#include "http/site_channel.h"

namespace git_session {

/// Where requests go and what they are let in by.
struct SiteAccess {
  std::string api_address;           ///< what the paths follow, without a slash at its end
  std::string authorization;         ///< the value of the header
  std::vector<std::string> secrets;  ///< what must never be shown
  /// No request takes longer than until then, but for a second.
  std::optional<std::chrono::steady_clock::time_point> end = {};
};

/// One site behind its login: what the clients of Confluence and Jira talk to. For one thread.
class SiteConnection final : public SiteChannel {
 public:
  using OnAnswer = std::function<void(const HttpResponse&)>;

  /// `on_answer` learns of each answer before the caller does.
  SiteConnection(std::unique_ptr<HttpClient> client, SiteAccess access, OnAnswer on_answer = {});

  /// Throws as HttpClient::send() does. What a server says of a failure, and may repeat of the
  /// request, comes without the login.
  HttpResponse send(const SiteRequest& request) override;

  const std::string& api_address() const { return access_.api_address; }
  /// What a server or the network says, fit to be shown: one line without the login.
  std::string shown(std::string_view words) const;

 private:
  std::string without_secrets(std::string text) const;

  std::unique_ptr<HttpClient> client_;
  SiteAccess access_;
  OnAnswer on_answer_;
};

}  // namespace git_session
