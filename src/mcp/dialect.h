#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "mcp/message.h"

namespace git_session::mcp {

/// The revision that says the same of every request, without a beginning or state.
inline constexpr std::string_view modern_version = "2026-07-28";
/// Those that begin with `initialize`, the newest first.
inline constexpr std::array<std::string_view, 4> legacy_versions = {"2025-11-25", "2025-06-18",
                                                                    "2025-03-26", "2024-11-05"};

/// The revision that one request is answered in.
struct Dialect {
  std::string version;
  bool is_modern() const { return version == modern_version; }
  /// structuredContent, outputSchema and resource_link, which older clients stumble over.
  bool has_structured_results() const { return version >= "2025-06-18"; }
};

/// The legacy revision for a client that asks for `requested`: that one, or our newest.
std::string_view negotiated_legacy_version(std::string_view requested);

/// The dialect of a request: the modern one when its `_meta` says so, else `legacy`, which
/// `initialize` chose. A Failure where its `_meta` is wrong, or nothing says which.
std::variant<Dialect, Failure> dialect_of(const Message& request,
                                          const std::optional<std::string>& legacy);

}  // namespace git_session::mcp
