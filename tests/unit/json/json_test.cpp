#include "json/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace git_session {
namespace {

TEST(ToJson, ValuesKeepTheirShapeAndOrder) {
  const Value value(
      Value::Mapping{{"z", Value(1)},
                     {"a", Value(Value::Sequence{Value(), Value(true), Value(1.5), Value("x")})},
                     {"m", Value(Value::Mapping{})},
                     {"s", Value(Value::Sequence{})}});
  EXPECT_EQ(dump_json(to_json(value)), R"({"z":1,"a":[null,true,1.5,"x"],"m":{},"s":[]})");
}

TEST(ToJson, ProblemsHaveEveryField) {
  EXPECT_EQ(
      dump_json(to_json(Problem{"missing-output", "a.yaml", 7, "gone", "add it"})),
      R"({"code":"missing-output","path":"a.yaml","line":7,"message":"gone","hint":"add it"})");
  const Json bare = to_json(Problem{"x", "", 0, "gone", ""});
  for (const char* key : {"path", "line", "hint"}) EXPECT_TRUE(bare[key].is_null()) << key;
}

TEST(ToJson, ErrorsShowWhatIsThere) {
  EXPECT_EQ(dump_json(to_json(Error(ErrorKind::usage, "wrong", "do"))),
            R"({"kind":"usage","message":"wrong","hint":"do"})");
  Error error(ErrorKind::ambiguous, "two");
  error.with_reason("r").with_candidates({"a", "b"}).at_line(3);
  EXPECT_EQ(dump_json(to_json(error)),
            R"({"kind":"ambiguous","message":"two","hint":null,"reason":"r","line":3,)"
            R"("candidates":[{"name":"a"},{"name":"b"}]})");
}

TEST(DumpJson, ReplacesWhatIsNoUtf8) {
  EXPECT_EQ(dump_json(Json("a\xff\x62")), "\"a\xEF\xBF\xBD\x62\"");
}

TEST(DumpJson, EscapesWhatTerminalsObey) {
  EXPECT_EQ(dump_json(Json("\x1b[2J\a\x7f\xc2\x9b\xe2\x80\xae\xe2\x81\xa6")),
            "\"\\u001b[2J\\u0007\\u007f\\u009b\\u202e\\u2066\"");
  Json keyed = Json::object();
  keyed["\xc2\x9b"] = "ü€";
  EXPECT_EQ(dump_json(keyed), "{\"\\u009b\":\"ü€\"}");
}

RC_GTEST_PROP(DumpJson, ReadsBackAndHoldsNoControls, (const std::string& bytes)) {
  const std::string dumped = dump_json(Json(bytes));
  RC_ASSERT(escape_line(dumped) == dumped);
  if (is_valid_utf8(bytes)) RC_ASSERT(Json::parse(dumped) == Json(bytes));
}

}  // namespace
}  // namespace git_session
