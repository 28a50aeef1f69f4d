#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/http_client.h"

namespace git_session {

// What git-session and git-session-http say to each other. A message is a netstring
// (`LENGTH:BYTES,`) whose bytes are netstrings: the fields in a fixed order, then the headers, name
// and value in turn. Lengths in front keep every byte of a body what it is.

/// A request, and the certificates to trust instead of the system's (a file; empty: the system's).
struct HttpOrder {
  HttpRequest request;
  std::string ca_file;
};

std::string write_http_order(const HttpOrder& order);
/// nullopt for anything that write_http_order() does not write. `message` has its own length no
/// more: it is what take_http_message() gave.
std::optional<HttpOrder> read_http_order(std::string_view message);

std::string write_http_response(const HttpResponse& response);
std::optional<HttpResponse> read_http_response(std::string_view message);

/// Takes the first message out of what was read so far; nullopt when it is not complete yet. Throws
/// Error(invalid_data) when it cannot become one.
std::optional<std::string> take_http_message(std::string& read);

}  // namespace git_session
