#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json/json.h"
#include "mcp/failure.h"

namespace git_session::mcp {

/// What a client may send on one line.
inline constexpr size_t longest_line = size_t{16} * 1024 * 1024;

/// What a client sent.
struct Message {
  enum class Kind {
    request,
    notification,
    response,  ///< to nothing: we ask for nothing
    broken     ///< `failure` says why, and is the answer
  };
  Kind kind = Kind::broken;
  Json id = nullptr;  ///< text or an integer; null where there is none
  std::string method = {};
  Json params = Json::object();
  std::optional<Failure> failure = {};
};

/// Reads one line. Never throws for what is in it: no UTF-8, no JSON, no message, more than 64
/// levels, 50,000 values or 256 keys of one object make it a broken one.
Message parse_message(std::string_view line);

/// What stands for a line over `longest_line`.
Message too_long_message();

}  // namespace git_session::mcp
