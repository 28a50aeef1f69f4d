#include "http/http_frame.h"

#include <array>
#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

using Failure = HttpResponse::Failure;

constexpr std::array<std::pair<Failure, std::string_view>, 3> failure_names = {
    {{Failure::none, "none"}, {Failure::not_sent, "not-sent"}, {Failure::no_answer, "no-answer"}}};
// 999,999,999 bytes: more than any attachment that a site takes.
constexpr size_t most_digits = 9;

void append(std::string& out, std::string_view bytes) {
  out += std::to_string(bytes.size()) + ":";
  out += bytes;
  out += ',';
}

struct Prefix {
  size_t digits = 0;
  size_t length = 0;
};

/// nullopt when there is no colon yet; throws when there cannot be one.
std::optional<Prefix> read_prefix(std::string_view text) {
  Prefix prefix;
  for (char c : text) {
    if (c == ':' && prefix.digits > 0) return prefix;
    if (c < '0' || c > '9' || prefix.digits == most_digits)
      throw Error(ErrorKind::invalid_data, "what was read is no message of git-session-http");
    prefix.length = prefix.length * 10 + static_cast<size_t>(c - '0');
    ++prefix.digits;
  }
  return std::nullopt;
}

/// The bytes of the netstring that `text` begins with; nullopt when it is not complete.
std::optional<std::string_view> first_netstring(std::string_view text, size_t& whole_size) {
  const auto prefix = read_prefix(text);
  if (!prefix || text.size() < prefix->digits + prefix->length + 2) return std::nullopt;
  whole_size = prefix->digits + prefix->length + 2;
  if (text[whole_size - 1] != ',')
    throw Error(ErrorKind::invalid_data, "a message of git-session-http does not end");
  return text.substr(prefix->digits + 1, prefix->length);
}

/// nullopt when `message` is not netstrings from its beginning to its end.
std::optional<std::vector<std::string_view>> fields_of(std::string_view message) {
  std::vector<std::string_view> fields;
  try {
    while (!message.empty()) {
      size_t size = 0;
      auto field = first_netstring(message, size);
      if (!field) return std::nullopt;
      fields.push_back(*field);
      message.remove_prefix(size);
    }
  } catch (const Error&) {
    return std::nullopt;
  }
  return fields;
}

std::string message_of(const std::vector<std::string_view>& fields,
                       const std::vector<HttpHeader>& headers) {
  std::string body;
  for (std::string_view field : fields) append(body, field);
  for (const HttpHeader& header : headers) {
    append(body, header.name);
    append(body, header.value);
  }
  std::string message;
  message.reserve(body.size() + most_digits + 2);
  append(message, body);
  return message;
}

std::optional<std::vector<HttpHeader>> headers_of(const std::vector<std::string_view>& fields,
                                                  size_t first) {
  if (fields.size() < first || (fields.size() - first) % 2 != 0) return std::nullopt;
  std::vector<HttpHeader> headers;
  for (size_t i = first; i < fields.size(); i += 2)
    headers.push_back({std::string(fields[i]), std::string(fields[i + 1])});
  return headers;
}

}  // namespace

std::string write_http_order(const HttpOrder& order) {
  const HttpRequest& request = order.request;
  const std::string seconds = std::to_string(request.time_limit.count());
  return message_of({request.method, request.url, order.ca_file, seconds, request.body},
                    request.headers);
}

std::optional<HttpOrder> read_http_order(std::string_view message) {
  constexpr size_t field_count = 5;
  auto fields = fields_of(message);
  auto headers = fields ? headers_of(*fields, field_count) : std::nullopt;
  if (!headers) return std::nullopt;
  auto seconds = parse_integer(fields->at(3));
  if (!seconds || *seconds < 1 || *seconds > 24 * 60 * 60) return std::nullopt;
  HttpOrder order;
  order.request.method = fields->at(0);
  order.request.url = fields->at(1);
  order.ca_file = fields->at(2);
  order.request.time_limit = std::chrono::seconds(*seconds);
  order.request.body = fields->at(4);
  order.request.headers = std::move(*headers);
  return order;
}

std::string write_http_response(const HttpResponse& response) {
  std::string_view failure;
  for (const auto& [value, name] : failure_names)
    if (value == response.failure) failure = name;
  const std::string status = std::to_string(response.status);
  return message_of({failure, status, response.words, response.body}, response.headers);
}

std::optional<HttpResponse> read_http_response(std::string_view message) {
  constexpr size_t field_count = 4;
  auto fields = fields_of(message);
  auto headers = fields ? headers_of(*fields, field_count) : std::nullopt;
  if (!headers) return std::nullopt;
  auto status = parse_integer(fields->at(1));
  if (!status || *status < 0 || *status > 999) return std::nullopt;
  HttpResponse response;
  response.status = static_cast<int>(*status);
  response.words = fields->at(2);
  response.body = fields->at(3);
  response.headers = std::move(*headers);
  for (const auto& [value, name] : failure_names) {
    if (name != fields->at(0)) continue;
    response.failure = value;
    return response;
  }
  return std::nullopt;
}

std::optional<std::string> take_http_message(std::string& read) {
  size_t size = 0;
  auto bytes = first_netstring(read, size);
  if (!bytes) return std::nullopt;
  std::string message(*bytes);
  read.erase(0, size);
  return message;
}

}  // namespace git_session
