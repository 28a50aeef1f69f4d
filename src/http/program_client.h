#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/conversation.h"
#include "http/http_client.h"

namespace git_session {

/// Sends through one program git-session-http, which it starts at the first request and keeps, and
/// with it the connection. What is secret in a request is in no argument and no environment. Not
/// for several threads at once: give each its own.
class ProgramHttpClient final : public HttpClient {
 public:
  /// Requests go to `origins` (https://HOST[:PORT]) alone; `ca_file` holds the certificates to
  /// trust instead of the system's, empty for those. Throws as parse_http_address() does.
  ProgramHttpClient(const std::vector<std::string>& origins, std::string ca_file);
  ~ProgramHttpClient() override;

  /// At most 10 s until the connection stands, and 32 MiB of answer.
  HttpResponse send(const HttpRequest& request) override;

 private:
  void check(const HttpRequest& request) const;
  HttpResponse exchange(const HttpRequest& request);
  HttpResponse give_up(HttpResponse::Failure failure, const std::string& words);

  std::set<std::string> origins_;
  std::string ca_file_;
  std::unique_ptr<Conversation> program_;
  std::string read_;
};

}  // namespace git_session
