#pragma once

#include <string>
#include <utility>
#include <variant>

#include "json/json.h"

namespace git_session::mcp {

/// The codes of JSON-RPC 2.0 and of the Model Context Protocol that we answer with.
enum class FailureCode {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  resource_not_found = -32002,  ///< up to 2025-11-25; later invalid_params
  unsupported_version = -32022
};

/// What a request gets instead of a result.
struct Failure {
  FailureCode code;
  std::string message;
  Json data = nullptr;  ///< null: none
};

/// A result, or why there is none.
using Outcome = std::variant<Json, Failure>;

/// `{"jsonrpc": "2.0", "id": …}` around either; a null id is left out, because nobody knows it.
Json reply_to(const Json& id, Outcome outcome);

}  // namespace git_session::mcp
