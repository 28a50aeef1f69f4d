#include "mcp/dispatcher.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/mcp/conversation.h"

namespace git_session::mcp {
namespace {

class DispatcherTest : public testing::Test {
 protected:
  int code_of(const Json& reply) {
    return reply.contains("error") ? reply["error"]["code"].get<int>() : 0;
  }
  Json initialize(const std::string& version) {
    return talk_.ask("initialize", {{"protocolVersion", version},
                                    {"capabilities", Json::object()},
                                    {"clientInfo", {{"name", "x"}, {"version", "1"}}}})["result"];
  }
  Conversation talk_;
};

TEST_F(DispatcherTest, SaysWhatItIsAtOnce) {
  const Json result = talk_.modern("server/discover")["result"];
  EXPECT_EQ(result["resultType"], "complete");
  EXPECT_EQ(result["supportedVersions"], Json::array({"2026-07-28"}));
  EXPECT_EQ(result["ttlMs"], 3600000);
  EXPECT_EQ(result["cacheScope"], "public");
  EXPECT_EQ(result["_meta"]["io.modelcontextprotocol/serverInfo"]["version"], "1.2.3");
  EXPECT_TRUE(result["capabilities"].contains("tools"));
  EXPECT_LT(result["instructions"].get<std::string>().size(), 2048u);
}

TEST_F(DispatcherTest, EveryModernResultSaysHowLongItHolds) {
  for (const char* method : {"tools/list", "resources/list", "resources/templates/list"}) {
    const Json result = talk_.modern(method)["result"];
    EXPECT_EQ(result["resultType"], "complete") << method;
    EXPECT_GE(result["ttlMs"].get<int>(), 0) << method;
    EXPECT_TRUE(result["cacheScope"] == "public" || result["cacheScope"] == "private") << method;
  }
  EXPECT_EQ(talk_.call("search")["resultType"], "complete");
}

TEST_F(DispatcherTest, ModernRequestsSayTheirVersion) {
  const auto code_with = [&](const char* meta) {
    return code_of(talk_.ask("tools/list", {{"_meta", Json::parse(meta)}}));
  };
  EXPECT_EQ(code_of(talk_.ask("tools/list", Json::object())), -32602);
  EXPECT_EQ(code_with("7"), -32602);
  EXPECT_EQ(code_with("{}"), -32602);
  EXPECT_EQ(code_with(R"({"io.modelcontextprotocol/protocolVersion":7})"), -32602);
  EXPECT_EQ(code_with(R"({"io.modelcontextprotocol/protocolVersion":"2026-07-28"})"), -32602);
  EXPECT_EQ(code_with(R"({"io.modelcontextprotocol/protocolVersion":"2026-07-28",
                          "io.modelcontextprotocol/clientCapabilities":1})"),
            -32602);
  const Json reply = talk_.ask(
      "tools/list", {{"_meta", {{"io.modelcontextprotocol/protocolVersion", "1900-01-01"}}}});
  EXPECT_EQ(code_of(reply), -32022);
  EXPECT_EQ(reply["error"]["data"].dump(),
            R"({"supported":["2026-07-28"],"requested":"1900-01-01"})");
}

TEST_F(DispatcherTest, OlderClientsChooseARevisionThatWeKnow) {
  for (const char* version : {"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"}) {
    EXPECT_EQ(initialize(version)["protocolVersion"], version);
  }
  for (const char* version : {"2026-07-28", "2099-01-01", "nonsense"}) {
    EXPECT_EQ(initialize(version)["protocolVersion"], "2025-11-25");
  }
  EXPECT_EQ(code_of(talk_.ask("initialize", Json::object())), -32602);
  EXPECT_EQ(initialize("2025-11-25")["serverInfo"]["name"], "git-session");
}

TEST_F(DispatcherTest, OlderResultsHaveNothingOfTheNewer) {
  initialize("2025-11-25");
  EXPECT_EQ(talk_.ask("ping", Json::object())["result"], Json::object());
  const Json tools = talk_.ask("tools/list", Json::object())["result"];
  EXPECT_FALSE(tools.contains("resultType"));
  EXPECT_FALSE(tools.contains("ttlMs"));
  EXPECT_TRUE(tools["tools"][0].contains("outputSchema"));
  initialize("2025-03-26");
  const Json older = talk_.ask("tools/list", Json::object())["result"];
  EXPECT_FALSE(older["tools"][0].contains("outputSchema"));
  const Json result = talk_.ask("tools/call", {{"name", "search"}})["result"];
  EXPECT_FALSE(result.contains("structuredContent"));
  EXPECT_EQ(result["content"].size(), 1u);
}

TEST_F(DispatcherTest, BothErasMayBeMixed) {
  initialize("2025-11-25");
  EXPECT_EQ(talk_.modern("tools/list")["result"]["resultType"], "complete");
  EXPECT_FALSE(talk_.ask("tools/list", Json::object())["result"].contains("resultType"));
}

TEST_F(DispatcherTest, RefusesMethodsThatItsRevisionDoesNotHave) {
  for (const char* method : {"ping", "prompts/list", "logging/setLevel", "resources/subscribe",
                             "subscriptions/listen", "completion/complete", "nonsense", ""}) {
    EXPECT_EQ(code_of(talk_.modern(method)), -32601) << method;
  }
  initialize("2025-11-25");
  for (const char* method : {"server/discover", "prompts/list", "resources/subscribe"}) {
    EXPECT_EQ(code_of(talk_.ask(method, Json::object())), -32601) << method;
  }
}

TEST_F(DispatcherTest, UnknownToolsAreAnErrorAndBadArgumentsAResult) {
  const auto code_with = [&](const Json& params) {
    return code_of(talk_.modern("tools/call", params));
  };
  EXPECT_EQ(code_with(Json::object()), -32602);
  EXPECT_EQ(code_with({{"name", 7}}), -32602);
  EXPECT_EQ(code_with({{"name", "rm"}}), -32602);
  EXPECT_EQ(code_with({{"name", "search"}, {"arguments", 7}}), -32602);
  const Json result = talk_.call("search", {{"nonsense", 1}});
  EXPECT_EQ(result["isError"], true);
  EXPECT_FALSE(result.contains("structuredContent"));
  EXPECT_EQ(talk_.refusal("search", {{"nonsense", 1}}), "usage");
}

TEST_F(DispatcherTest, BrokenMessagesAreAnswered) {
  EXPECT_EQ(code_of(talk_.send(Json::array())), -32600);
  EXPECT_EQ(code_of(talk_.send({{"jsonrpc", "2.0"}, {"id", 1}})), -32600);
}

}  // namespace
}  // namespace git_session::mcp
