#pragma once

#include <functional>
#include <memory>

#include "http/http_frame.h"

namespace git_session {

/// Sends requests by libcurl, over a connection that it keeps. No redirect is followed, no cookie
/// kept, no .netrc read; a proxy is used for https:// to other machines alone, as the environment
/// says. A request that may change something is put on the wire once, whatever becomes of the
/// connection.
class CurlClient {
 public:
  /// `is_wanted` is asked before a request is sent and while it is; when it says no, nothing more
  /// is.
  explicit CurlClient(std::function<bool()> is_wanted);
  CurlClient(const CurlClient&) = delete;
  CurlClient& operator=(const CurlClient&) = delete;
  ~CurlClient();

  /// Throws Error(refused) for what the functions of http_address.h refuse.
  HttpResponse send(const HttpOrder& order);

 private:
  std::function<bool()> is_wanted_;
  void* handle_;
};

}  // namespace git_session
