#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace git_session {

struct HttpHeader {
  std::string name;
  std::string value;
};

struct HttpRequest {
  std::string method;
  std::string url;  ///< https://HOST[:PORT]/PATH[?QUERY]; http:// to this machine only
  std::vector<HttpHeader> headers;
  std::string body;
  std::chrono::seconds time_limit{60};  ///< for all of it, the connection included
};

struct HttpResponse {
  enum class Failure {
    none,
    not_sent,  ///< nothing of the request reached a server: its name, the connection, TLS
    no_answer  ///< it was sent, as far as we know, but no whole answer came
  };
  int status = 0;  ///< 0 when there is a failure
  std::vector<HttpHeader> headers;
  std::string body;
  Failure failure = Failure::none;
  std::string words;  ///< what failed, for people; empty when nothing did

  /// The value of the first header of this name, whatever its case; empty when there is none.
  std::string header(std::string_view name) const;
  /// An answer came and its status is 2xx.
  bool ok() const;
};

/// Something that sends requests, one at a time. What the server or the network does is a response;
/// redirects come back as they are.
class HttpClient {
 public:
  HttpClient() = default;
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;
  virtual ~HttpClient();
  /// Throws Error(refused) for a request that must not be sent, `unavailable` when there is no
  /// program to send it.
  virtual HttpResponse send(const HttpRequest& request) = 0;
};

}  // namespace git_session
