#include "http/http_address.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/host_place.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr std::array<std::string_view, 7> headers_of_the_connection = {
    "connection", "content-length", "expect", "host", "te", "transfer-encoding", "upgrade"};

Error request_refused(const std::string& message) {
  return Error(ErrorKind::refused, message).with_reason("request-refused");
}

bool is_printable_ascii(char c) { return c > ' ' && c < 0x7f; }

void replace_all(std::string& text, std::string_view part, std::string_view by) {
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + by.size()))
    text.replace(at, part.size(), by);
}

/// Servers and libcurl go up a level there, each in its own way.
bool has_dot_segment(std::string_view path_and_query) {
  std::string path = to_lower_ascii(path_and_query.substr(0, path_and_query.find('?')));
  replace_all(path, "%2e", ".");
  replace_all(path, "%2f", "/");
  replace_all(path, "%5c", "/");
  replace_all(path, "\\", "/");
  const std::vector<std::string> segments = split(path, '/');
  return std::any_of(segments.begin(), segments.end(),
                     [](const auto& segment) { return segment == "." || segment == ".."; });
}

bool is_token(std::string_view text) {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != others.npos;
  });
}

bool is_header_value(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

}  // namespace

HttpAddress parse_http_address(std::string_view url) {
  HttpAddress address;
  address.is_encrypted = url.starts_with("https://");
  if (!address.is_encrypted && !url.starts_with("http://"))
    throw request_refused("an address of a web server begins with https://");
  const std::string_view rest = url.substr(address.is_encrypted ? 8 : 7);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
  // Before anything shows it: what stands in front of an @ may be a password.
  if (authority.find('@') != authority.npos)
    throw request_refused("an address of a web server must not hold a user or a password");
  const std::string shown = "'" + escape_line(url) + "'";
  if (!std::all_of(url.begin(), url.end(), is_printable_ascii) || url.find('#') != url.npos)
    throw request_refused("the address " + shown + " holds characters that must be escaped");
  auto place = parse_host_place(authority);
  address.path = rest.substr(authority.size());
  if (!place || address.path.starts_with('\\') || has_dot_segment(address.path))
    throw request_refused("the address " + shown + " is not https://HOST[:PORT]/PATH");
  if (!address.path.starts_with('/')) address.path.insert(0, "/");
  address.host = place->host;
  address.is_loopback = is_loopback(*place);
  if (!address.is_encrypted && !address.is_loopback)
    throw request_refused("nothing is sent to " + address.host +
                          " as it is: the address must begin with https://");
  address.origin = (address.is_encrypted ? "https://" : "http://") + address.host + ":" +
                   std::to_string(place->port.value_or(address.is_encrypted ? 443 : 80));
  return address;
}

void check_http_request(const HttpRequest& request) {
  const bool is_method =
      !request.method.empty() && std::all_of(request.method.begin(), request.method.end(),
                                             [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!is_method) throw request_refused("'" + escape_line(request.method) + "' is no HTTP method");
  for (const HttpHeader& header : request.headers) {
    const std::string name = to_lower_ascii(header.name);
    const bool is_ours =
        std::find(headers_of_the_connection.begin(), headers_of_the_connection.end(), name) !=
        headers_of_the_connection.end();
    if (!is_token(name) || is_ours)
      throw request_refused("'" + escape_line(header.name) + "' is no header for a request");
    if (!is_header_value(header.value))
      throw request_refused("the header '" + header.name + "' holds a control character");
  }
  if (request.time_limit.count() < 1) throw request_refused("a request needs at least a second");
}

}  // namespace git_session
