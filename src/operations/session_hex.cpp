#include "operations/session_hex.h"

#include <sys/random.h>

#include <array>
#include <cerrno>

#include "base/error.h"
#include "store/purged_sessions.h"

namespace git_session {
namespace {

constexpr size_t hex_length = 6;

std::string random_hex() {
  std::array<unsigned char, hex_length / 2> bytes{};
  ssize_t count = 0;
  do {
    count = getrandom(bytes.data(), bytes.size(), 0);
  } while (count < 0 && errno == EINTR);
  if (count != static_cast<ssize_t>(bytes.size())) {
    throw system_error("cannot read random bytes from", "getrandom", errno);
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (unsigned char byte : bytes) hex += {digits[byte >> 4], digits[byte & 15]};
  return hex;
}

}  // namespace

std::string new_session_hex(const Workspace& workspace, const std::set<std::string>& taken) {
  std::string pinned = workspace.environment().value_or_empty("GIT_SESSION_TEST_RANDOM");
  for (size_t start = 0; start + hex_length <= pinned.size(); start += hex_length) {
    std::string hex = pinned.substr(start, hex_length);
    const SessionStore& store = workspace.store();
    const bool is_free = !taken.contains(hex) && store.find(hex, Scope::everything).empty() &&
                         find_purged(store.top_level(), store.layout(), hex).empty();
    if (is_free) return hex;
  }
  std::string hex = random_hex();
  while (taken.contains(hex)) hex = random_hex();
  return hex;
}

}  // namespace git_session
