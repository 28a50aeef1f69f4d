#include "mcp/failure.h"

namespace git_session::mcp {

Json reply_to(const Json& id, Outcome outcome) {
  Json reply = Json::object();
  reply["jsonrpc"] = "2.0";
  if (!id.is_null()) reply["id"] = id;
  if (Json* result = std::get_if<Json>(&outcome)) {
    reply["result"] = std::move(*result);
    return reply;
  }
  Failure& failure = std::get<Failure>(outcome);
  Json& error = reply["error"];
  error["code"] = static_cast<int>(failure.code);
  error["message"] = std::move(failure.message);
  if (!failure.data.is_null()) error["data"] = std::move(failure.data);
  return reply;
}

}  // namespace git_session::mcp
