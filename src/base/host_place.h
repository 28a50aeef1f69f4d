#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace git_session {

/// HOST or HOST:PORT, as they stand in an address after `//`.
struct HostPlace {
  std::string host;  ///< a name, four numbers, or a number in brackets; in lower case
  std::optional<int> port;
};

/// nullopt for anything that is not plainly one: a user in front of it, an escape, a path.
std::optional<HostPlace> parse_host_place(std::string_view text);

/// Whether it names this machine for certain: localhost, 127.x.x.x or [::1].
bool is_loopback(const HostPlace& place);

}  // namespace git_session
