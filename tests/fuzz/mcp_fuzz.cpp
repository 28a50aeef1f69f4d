// What a client may send, to a server on a repository of its own. The first byte says whether the
// rest is a stream of bytes, a tool's call whose arguments come from them, or a resource's URI.
// Nothing that lies outside of the repository may come back, and every reply must be one.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "mcp/dispatcher.h"
#include "mcp/line_splitter.h"
#include "mcp/tool_table.h"
#include "support/workspace_fixture.h"

namespace {

using git_session::Json;
namespace mcp = git_session::mcp;

constexpr const char* canary = "canary-7d1e";
/// Those that can be called for ever without filling the repository.
constexpr const char* tools[] = {"current", "add", "search", "show", "report", "promote"};

void require(bool holds) {
  if (!holds) std::abort();
}

/// One for all inputs: making it costs more than thousands of them.
struct World {
  git_session::WorkspaceFixture fixture;
  mcp::Dispatcher dispatcher{fixture.environment, "0"};

  World() {
    const auto location = fixture.make_session();
    fixture.git.write("README.md", "# Read me\n");
    fixture.git.write("docs/plan.md", "# A plan\n");
    fixture.git.write(location.path + "/plan_cs-x.md", "# The plan\n");
    fixture.git.write("../secret.md", canary);
    fixture.git.write(".env", canary);
    const std::string secret = fixture.git.path_of("../secret.md");
    for (const std::string& link : {std::string("link.md"), location.path + "/link.md"}) {
      require(symlink(secret.c_str(), fixture.git.path_of(link).c_str()) == 0);
    }
    require(symlink("..", fixture.git.path_of("up").c_str()) == 0);
  }
};

void check(const Json& reply) {
  require(reply["jsonrpc"] == "2.0");
  require(reply.contains("result") != reply.contains("error"));
  const std::string line = git_session::dump_json(reply);
  require(git_session::is_valid_utf8(line) && line.find('\n') == line.npos);
  require(line.find(canary) == line.npos);
}

void answer(World& world, const mcp::Message& message) {
  if (message.kind == mcp::Message::Kind::notification ||
      message.kind == mcp::Message::Kind::response) {
    return;
  }
  // The only tools that would fill the repository or end its session.
  const Json name = message.params.value("name", Json());
  if (name == "create" || name == "update" || name == "close") return;
  check(world.dispatcher.answer(message));
}

void send(World& world, std::string_view bytes, size_t piece) {
  mcp::LineSplitter splitter(4096);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    splitter.feed(bytes.substr(0, piece), [&](const mcp::Line& line) {
      answer(world, line.is_too_long ? mcp::too_long_message() : mcp::parse_message(line.text));
    });
  }
}

Json request(const char* method, Json params) {
  params["_meta"] = {{"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
                     {"io.modelcontextprotocol/clientCapabilities", Json::object()}};
  return {{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(params)}};
}

void send(World& world, const Json& message) {
  answer(world, mcp::parse_message(git_session::dump_json(message)));
}

/// A value that the schema of an argument allows, or nearly.
Json value_for(const Json& schema, const std::string& text) {
  const std::string type = schema.value("type", "string");
  if (type == "integer") return git_session::parse_integer(text).value_or(7);
  if (type == "boolean") return text.size() % 2 == 0;
  if (type == "array") return Json::array({text});
  if (type == "object") return {{text, text}};
  return text;
}

/// The name of a tool, then `argument=value`, parted by line breaks.
void call(World& world, std::string_view bytes) {
  const std::vector<std::string> lines = git_session::split(bytes, '\n');
  const auto* tool = tools[lines.front().size() % std::size(tools)];
  const Json properties = mcp::find_tool(tool)->declare().input["properties"];
  Json arguments = {{"agent", "cs-x"}};
  for (size_t i = 1; i < lines.size() && i < 8; ++i) {
    const size_t equals = lines[i].find('=');
    const std::string name = lines[i].substr(0, equals);
    const std::string value = equals == name.npos ? "" : lines[i].substr(equals + 1);
    arguments[name] = value_for(properties.value(name, Json::object()), value);
  }
  // Content would be a new output each time.
  arguments.erase("content");
  if (tool != std::string_view("add")) arguments.erase("agent");
  send(world, request("tools/call", {{"name", tool}, {"arguments", arguments}}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static World world;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Errors repeat what was asked: the fuzzer learns the canary from our search for it.
  if (bytes.empty() || bytes.find(canary) != bytes.npos) return 0;
  const auto choice = static_cast<unsigned char>(bytes[0]);
  bytes.remove_prefix(1);
  switch (choice % 4) {
    case 0:
      send(world, bytes, 1 + choice / 4);
      break;
    case 1:
      call(world, bytes);
      break;
    case 2:
      send(world, request("resources/read", {{"uri", "session://" + std::string(bytes)}}));
      break;
    default:
      send(world, request("resources/list", {{"cursor", std::string(bytes)}}));
  }
  return 0;
}
