#include "mcp/message.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace git_session::mcp {
namespace {

using Kind = Message::Kind;

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST(McpMessageTest, TellsRequestsNotificationsAndResponsesApart) {
  struct Case {
    const char* line;
    Kind kind;
    const char* id;
  };
  const std::vector<Case> cases = {
      {R"({"jsonrpc":"2.0","id":1,"method":"ping"})", Kind::request, "1"},
      {R"({"jsonrpc":"2.0","id":"a","method":"ping","params":{}})", Kind::request, "\"a\""},
      {R"({"jsonrpc":"2.0","id":-3,"method":"ping","unknown":[1]})", Kind::request, "-3"},
      {R"({"jsonrpc":"2.0","method":"notifications/initialized"})", Kind::notification, "null"},
      {R"({"jsonrpc":"2.0","id":1,"result":{}})", Kind::response, "1"},
      {R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}})", Kind::response, "1"},
  };
  for (const Case& given : cases) {
    const Message message = parse_message(given.line);
    EXPECT_EQ(message.kind, given.kind) << given.line;
    EXPECT_EQ(message.id.dump(), given.id) << given.line;
    EXPECT_TRUE(message.params.is_object()) << given.line;
  }
}

TEST(McpMessageTest, SaysWhatIsWrongWithABrokenOne) {
  struct Case {
    std::string line;
    FailureCode code;
    const char* id;
  };
  const std::vector<Case> cases = {
      {"", FailureCode::parse_error, "null"},
      {"nonsense", FailureCode::parse_error, "null"},
      {R"({"jsonrpc":"2.0","id":1)", FailureCode::parse_error, "null"},
      {R"({"jsonrpc":"2.0","id":1,"method":"ping"} x)", FailureCode::parse_error, "null"},
      {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"p\xff\"}", FailureCode::parse_error, "null"},
      {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xc0\xaf\"}", FailureCode::parse_error, "null"},
      {"[1]", FailureCode::invalid_request, "null"},
      {R"([{"jsonrpc":"2.0","id":1,"method":"ping"}])", FailureCode::invalid_request, "null"},
      {"7", FailureCode::invalid_request, "null"},
      {R"({"id":1,"method":"ping"})", FailureCode::invalid_request, "1"},
      {R"({"jsonrpc":2.0,"id":1,"method":"ping"})", FailureCode::invalid_request, "1"},
      {R"({"jsonrpc":"2.0","id":1})", FailureCode::invalid_request, "1"},
      {R"({"jsonrpc":"2.0","id":1,"method":7})", FailureCode::invalid_request, "1"},
      {R"({"jsonrpc":"2.0","id":null,"method":"ping"})", FailureCode::invalid_request, "null"},
      {R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", FailureCode::invalid_request, "null"},
      {R"({"jsonrpc":"2.0","id":{},"method":"ping"})", FailureCode::invalid_request, "null"},
      {"{\"jsonrpc\":\"2.0\",\"id\":\"" + repeated("x", 257) + "\",\"method\":\"ping\"}",
       FailureCode::invalid_request, "null"},
      {R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[1]})", FailureCode::invalid_params,
       "1"},
  };
  for (const Case& given : cases) {
    const Message message = parse_message(given.line);
    EXPECT_EQ(message.kind, Kind::broken) << given.line;
    ASSERT_TRUE(message.failure) << given.line;
    EXPECT_EQ(message.failure->code, given.code) << given.line;
    EXPECT_EQ(message.id.dump(), given.id) << given.line;
  }
}

TEST(McpMessageTest, StopsWhereItGetsTooMuch) {
  const std::string head = R"({"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":)";
  const auto fault_of = [&](const std::string& value) {
    const Message message = parse_message(head + value + "}}");
    return message.failure ? message.failure->message : "";
  };
  std::string keys = "{";
  for (int i = 0; i < 257; ++i) keys += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":1";
  EXPECT_EQ(fault_of(repeated("[", 62) + repeated("]", 62)), "");
  EXPECT_EQ(fault_of(repeated("[", 63) + repeated("]", 63)), "the message is nested too deep");
  EXPECT_EQ(fault_of(repeated("[", 1000000)), "the message is nested too deep");
  EXPECT_EQ(fault_of("[" + repeated("1,", 49000) + "1]"), "");
  EXPECT_EQ(fault_of("[" + repeated("[],", 50000) + "1]"), "the message has too many values");
  EXPECT_EQ(fault_of(keys + "}"), "an object has too many keys");
}

TEST(McpMessageTest, RepliesLeaveOutAnIdThatNobodyKnows) {
  EXPECT_EQ(reply_to(1, Json::object()).dump(), R"({"jsonrpc":"2.0","id":1,"result":{}})");
  EXPECT_EQ(reply_to(nullptr, Failure{FailureCode::parse_error, "why"}).dump(),
            R"({"jsonrpc":"2.0","error":{"code":-32700,"message":"why"}})");
  EXPECT_EQ(reply_to("a", Failure{FailureCode::unsupported_version, "why", {{"x", 1}}}).dump(),
            R"({"jsonrpc":"2.0","id":"a","error":{"code":-32022,"message":"why","data":{"x":1}}})");
}

}  // namespace
}  // namespace git_session::mcp
