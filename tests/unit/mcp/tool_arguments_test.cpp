#include "mcp/tool_arguments.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/error.h"
#include "json/json_shape.h"
#include "mcp/tool_schema.h"
#include "mcp/tool_table.h"

namespace git_session::mcp {
namespace {

Json schema() {
  Json pairs = json_shape::any_object();
  pairs["additionalProperties"] = value_argument("");
  return input_schema({{"agent", line_argument("who")}},
                      {{"limit", number_argument(1, 10, "how many")},
                       {"flag", json_shape::boolean()},
                       {"tags", lines_argument("words")},
                       {"status", json_shape::one_of({"active", "closed"})},
                       {"set", pairs},
                       {"content", json_shape::text()}});
}

std::string fault_of(const Json& values) {
  try {
    const ToolArguments arguments(schema(), values);
    return "";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
}

TEST(ToolArgumentsTest, NamesWhatTheSchemaDoesNotAllow) {
  const Json who = {{"agent", "x"}};
  struct Case {
    const char* arguments;
    const char* fault;
  };
  const std::vector<Case> cases = {
      {R"({"agent":"x"})", ""},
      {R"({"agent":"x","limit":null,"set":null})", ""},
      {R"({})", "'agent' is missing"},
      {R"({"agent":null})", "'agent' is missing"},
      {R"({"agent":7})", "'agent' is no text"},
      {R"({"agent":""})", "'agent' is empty"},
      {R"({"agent":"a\nb"})", "'agent' is one line without control characters"},
      {R"({"agent":"a\u0000b"})", "'agent' is one line without control characters"},
      {R"({"agent":"a\u001b]52"})", "'agent' is one line without control characters"},
      {R"({"agent":"x","limit":0})", "'limit' is 0; it is from 1 to 10"},
      {R"({"agent":"x","limit":11})", "'limit' is 11; it is from 1 to 10"},
      {R"({"agent":"x","limit":-1})", "'limit' is -1; it is from 1 to 10"},
      {R"({"agent":"x","limit":1.0})", "'limit' is no integer"},
      {R"({"agent":"x","limit":99999999999999999999})", "'limit' is no integer"},
      {R"({"agent":"x","limit":"1"})", "'limit' is no integer"},
      {R"({"agent":"x","flag":"true"})", "'flag' is neither true nor false"},
      {R"({"agent":"x","tags":"a"})", "'tags' is no list"},
      {R"({"agent":"x","tags":["a",7]})", "'tags' is no text"},
      {R"({"agent":"x","status":"open"})", "'status' is one of: active, closed"},
      {R"({"agent":"x","set":[]})", "'set' is no object"},
      {R"({"agent":"x","set":{"a.b":1}})", "'set.a.b' is no text"},
      {R"({"agent":"x","set":{"a":""}})", ""},
      {R"({"agent":"x","nonsense":1})", "'nonsense' is no argument"},
      {R"({"agent":"x","non\u001bsense":1})", "'non\\x1bsense' is no argument"},
      {R"({"agent":"x","content":"a\n\tb\u0000"})", ""},
  };
  for (const Case& given : cases) {
    EXPECT_EQ(fault_of(Json::parse(given.arguments)), given.fault) << given.arguments;
  }
}

TEST(ToolArgumentsTest, CountsCharactersAsClientsDo) {
  std::string wide;
  for (int i = 0; i < 500; ++i) wide += "ł";
  EXPECT_EQ(fault_of({{"agent", wide}}), "");
  EXPECT_EQ(fault_of({{"agent", wide + "ł"}}), "'agent' is longer than 500 characters");
}

TEST(ToolArgumentsTest, GivesWhatIsThere) {
  const ToolArguments arguments(
      schema(), Json::parse(R"({"agent":"x","limit":3,"flag":true,"tags":["a"],"set":{"b":"c"}})"));
  EXPECT_EQ(arguments.text("agent"), "x");
  EXPECT_EQ(arguments.text("status"), std::nullopt);
  EXPECT_EQ(arguments.text_or_empty("status"), "");
  EXPECT_EQ(arguments.number_or("limit", 9), 3u);
  EXPECT_TRUE(arguments.flag_or("flag", false));
  EXPECT_EQ(arguments.texts("tags"), std::vector<std::string>{"a"});
  ASSERT_EQ(arguments.pairs("set").size(), 1u);
  EXPECT_EQ(arguments.pairs("set").front().value, "c");
}

TEST(ToolTableTest, DeclaresWhatClientsWant) {
  for (const ToolEntry& entry : tool_table()) {
    const Tool tool = entry.declare();
    EXPECT_EQ(tool.name, entry.name);
    EXPECT_LT(tool.description.size(), 2048u) << tool.name;
    EXPECT_FALSE(tool.title.empty()) << tool.name;
    EXPECT_EQ(tool.input["type"], "object") << tool.name;
    EXPECT_EQ(tool.input["additionalProperties"], false) << tool.name;
    EXPECT_EQ(tool.output["type"], "object") << tool.name;
    EXPECT_EQ(tool.output["additionalProperties"], false) << tool.name;
    const Json annotations = to_json(tool, true)["annotations"];
    for (const char* hint :
         {"readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"}) {
      EXPECT_TRUE(annotations[hint].is_boolean()) << tool.name << " " << hint;
    }
    EXPECT_FALSE(tool.effects.read_only && tool.effects.destructive) << tool.name;
  }
}

}  // namespace
}  // namespace git_session::mcp
