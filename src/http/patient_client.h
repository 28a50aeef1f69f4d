#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "http/http_client.h"
#include "http/rate_pause.h"

namespace git_session {

/// Sends again what may be sent again:
///
/// - 429, and 503 with Retry-After, for every method: the server has done nothing. It waits as long
///   as the server asks (1, 2, 4, 8 s when it does not say), 5 tries and 3 minutes of waiting in
///   all. A server that asks for more than a minute is not waited for;
/// - any other 5xx and an answer that did not come, for GET and HEAD alone: 3 tries, 0.5 and 1 s
///   apart. Whether a lost PUT or POST was done is for the caller to find out;
/// - what was not sent, for every method: 2 tries, 0.5 s apart.
///
/// When there are no tries left, the last response is the response.
class PatientHttpClient final : public HttpClient {
 public:
  /// Called before each wait, on the thread of the client, with why it waits.
  using OnWait = std::function<void(std::chrono::milliseconds, const std::string& words)>;

  PatientHttpClient(std::unique_ptr<HttpClient> inner, std::shared_ptr<RatePause> pause,
                    OnWait on_wait = {});
  ~PatientHttpClient() override;

  HttpResponse send(const HttpRequest& request) override;

 private:
  std::unique_ptr<HttpClient> inner_;
  std::shared_ptr<RatePause> pause_;
  OnWait on_wait_;
};

}  // namespace git_session
