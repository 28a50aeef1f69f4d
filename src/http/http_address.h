#pragma once

#include <string>
#include <string_view>

#include "http/http_client.h"

namespace git_session {

/// Where a request goes, taken apart.
struct HttpAddress {
  std::string origin;  ///< https://HOST:PORT in lower case, the port always named
  std::string host;    ///< in lower case; a number of IPv6 in brackets
  std::string path;    ///< `/…`, with the query
  bool is_encrypted = true;
  bool is_loopback = false;
};

/// Throws Error(refused, reason "request-refused") for anything but
/// https://HOST[:PORT][/PATH][?QUERY] in printable ASCII, and the same with http:// on this
/// machine: no user, no fragment, no `.` or
/// `..` between slashes.
HttpAddress parse_http_address(std::string_view url);

/// Throws Error(refused, reason "request-refused") for a request that would not be what it says: a
/// method that is no word, control characters in a header, a header that belongs to the connection.
void check_http_request(const HttpRequest& request);

}  // namespace git_session
