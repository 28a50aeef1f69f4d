#include "base/host_place.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-';
}

bool is_name_or_number(std::string_view host) {
  return !host.empty() && host.front() != '-' && host.front() != '.' &&
         std::all_of(host.begin(), host.end(), is_host_character);
}

bool is_bracketed_number(std::string_view host) {
  if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
  host = host.substr(1, host.size() - 2);
  return host.find_first_not_of("0123456789abcdefABCDEF:.") == host.npos;
}

std::optional<int> parse_port(std::string_view text) {
  auto number = parse_integer(text);
  if (!number || *number < 1 || *number > 65535 || text.front() == '+') return std::nullopt;
  return static_cast<int>(*number);
}

/// Where the part before the port ends; what is behind it is nothing or `:PORT`.
size_t host_length(std::string_view text) {
  const size_t bracket = text.rfind(']');
  const size_t colon = text.find(':', bracket == text.npos ? 0 : bracket);
  return colon == text.npos ? text.size() : colon;
}

bool is_four_numbers(std::string_view name) {
  const std::vector<std::string> parts = split(name, '.');
  return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const auto& part) {
           auto number = parse_integer(part);
           return number && *number >= 0 && *number <= 255;
         });
}

}  // namespace

std::optional<HostPlace> parse_host_place(std::string_view text) {
  const std::string_view host = text.substr(0, host_length(text));
  if (!is_name_or_number(host) && !is_bracketed_number(host)) return std::nullopt;
  HostPlace place{to_lower_ascii(host), std::nullopt};
  if (host.size() == text.size()) return place;
  place.port = parse_port(text.substr(host.size() + 1));
  return place.port ? std::optional(place) : std::nullopt;
}

bool is_loopback(const HostPlace& place) {
  return place.host == "localhost" || place.host == "[::1]" ||
         (place.host.starts_with("127.") && is_four_numbers(place.host));
}

}  // namespace git_session
