#pragma once

#include <string>

#include "mcp/dispatcher.h"
#include "support/workspace_fixture.h"

namespace git_session::mcp {

/// A modern client of a dispatcher on a repository of its own.
class Conversation {
 public:
  Conversation() : dispatcher_(fixture.environment, "1.2.3") {}

  static Json modern_meta() {
    return {{"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
            {"io.modelcontextprotocol/clientCapabilities", Json::object()}};
  }

  Json send(const Json& message) { return dispatcher_.answer(parse_message(message.dump())); }
  /// A request as it stands.
  Json ask(const std::string& method, const Json& params) {
    return send({{"jsonrpc", "2.0"}, {"id", ++id_}, {"method", method}, {"params", params}});
  }
  /// The reply to a request of revision 2026-07-28.
  Json modern(const std::string& method, Json params = Json::object()) {
    params["_meta"] = modern_meta();
    return ask(method, params);
  }
  /// The result of a tool's call.
  Json call(const std::string& tool, const Json& arguments = Json::object()) {
    return modern("tools/call", {{"name", tool}, {"arguments", arguments}})["result"];
  }
  /// What a tool answers; an error has `error`.
  Json answer(const std::string& tool, const Json& arguments = Json::object()) {
    return Json::parse(call(tool, arguments)["content"][0]["text"].get<std::string>());
  }
  std::string refusal(const std::string& tool, const Json& arguments = Json::object()) {
    const Json result = call(tool, arguments);
    if (!result.contains("isError")) return "(done)";
    const Json error = answer(tool, arguments)["error"];
    return error.value("reason", error["kind"].get<std::string>());
  }

  WorkspaceFixture fixture;

 private:
  Dispatcher dispatcher_;
  int id_ = 0;
};

}  // namespace git_session::mcp
