#include "yaml/document.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"

namespace git_session::yaml {
namespace {

using std::string_literals::operator""s;

Value value_of(const std::string& text) { return Document::parse(text).root().value(); }

std::string repeated(const std::string& piece, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += piece;
  return text;
}

struct Refusal {
  std::string message;
  int line;
  std::string reason;
};

Refusal refusal_of(const std::string& text) {
  try {
    Document::parse(text);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::invalid_data);
    return {error.what(), error.line(), error.reason()};
  }
  return {"accepted", 0, ""};
}

TEST(DocumentTest, ReadsScalarsAsYamlOneTwoMeansThem) {
  const std::vector<std::pair<std::string, Value>> cases = {
      {"", {}},
      {"~", {}},
      {"null", {}},
      {"NULL", {}},
      {"nULL", "nULL"},
      {"true", true},
      {"False", false},
      {"TRUE", true},
      {"tRue", "tRue"},
      {"yes", "yes"},
      {"off", "off"},
      {"\"true\"", "true"},
      {"'~'", "~"},
      {"\"\"", ""},
      {"0", 0},
      {"-7", -7},
      {"+7", 7},
      {"007", "007"},
      {"0x1F", "0x1F"},
      {"0o17", "0o17"},
      {"1_000", "1_000"},
      {"1:20", "1:20"},
      {"50+", "50+"},
      {"+", "+"},
      {"-", Value(Value::Sequence{Value()})},
      {"9223372036854775807", INT64_MAX},
      {"9223372036854775808", "9223372036854775808"},
      {"5.5", 5.5},
      {"-.5", -0.5},
      {"1.", 1.0},
      {".", "."},
      {"1.5e+3", 1500.0},
      {"1.5e3", "1.5e3"},
      {"12e45", "12e45"},
      {"1.0e+999", "1.0e+999"},
      {".inf", ".inf"},
      {".nan", ".nan"},
      {"1.2.3", "1.2.3"},
      {"2025-11-22", "2025-11-22"},
      {"2025-11-22T08:00:00Z", "2025-11-22T08:00:00Z"},
      {"\"2025\"", "2025"},
  };
  for (const auto& [text, value] : cases) EXPECT_EQ(value_of(text), value) << text;
}

TEST(DocumentTest, ReadsTheShapesOfTheField) {
  const std::string text =
      "\xEF\xBB\xBF# Session\r\n"
      "session_id: 2025-11-24_docs\r\n"
      "status: closed\r\n"
      "outputs:\r\n"
      "- file: \"a\\u00e9.md\"\r\n"
      "  promoted: \"False\"\r\n"
      "\r\n"
      "- {file: b.md, tags: [x, 'it''s']}\r\n"
      "context: {}\r\n"
      "empty:\r\n"
      "notes: |\r\n"
      "  one\r\n"
      "\r\n"
      "  two: # three\r\n";
  const Value expected = Value::Mapping{
      {"session_id", "2025-11-24_docs"},
      {"status", "closed"},
      {"outputs",
       Value::Sequence{Value::Mapping{{"file", "aé.md"}, {"promoted", "False"}},
                       Value::Mapping{{"file", "b.md"}, {"tags", Value::Sequence{"x", "it's"}}}}},
      {"context", Value::Mapping{}},
      {"empty", {}},
      {"notes", "one\n\ntwo: # three\n"}};
  EXPECT_EQ(value_of(text), expected);
}

TEST(DocumentTest, NavigatesAndKnowsWhereNodesLie) {
  const std::string text =
      "\xEF\xBB\xBF# é\na: {b: 'c d', e: }\n漢: \"f\\n\"\ng:\n- h\n- i: j # k\n\n";
  const Document document = Document::parse(text);
  const NodeRef root = document.root();
  const auto source = [&](NodeRef node) {
    return document.source().substr(node.begin(), node.end() - node.begin());
  };
  ASSERT_TRUE(root.is_mapping());
  EXPECT_EQ(root.size(), 3U);
  EXPECT_FALSE(root.find("x").has_value());
  const NodeRef a = root.find("a").value();
  EXPECT_EQ(source(a), "{b: 'c d', e: }");
  EXPECT_EQ(a.style(), Style::flow);
  EXPECT_EQ(source(a.item(0)), "'c d'");
  EXPECT_EQ(a.item(0).text(), "c d");
  EXPECT_EQ(a.key(1).text(), "e");
  EXPECT_TRUE(a.item(1).is_null());
  EXPECT_EQ(source(a.item(1)), "");
  EXPECT_EQ(source(root.key(1)), "漢");
  EXPECT_EQ(source(root.item(1)), "\"f\\n\"");
  EXPECT_EQ(root.item(1).text(), "f\n");
  EXPECT_EQ(root.item(1).line(), 3);
  const NodeRef g = root.find("g").value();
  EXPECT_EQ(source(g), "- h\n- i: j");
  EXPECT_EQ(source(g.item(1)), "i: j");
  EXPECT_EQ(g.item(1).line(), 6);
  EXPECT_EQ(source(root), document.source().substr(8, document.source().size() - 14));
}

TEST(DocumentTest, SurvivesBeingMoved) {
  Document first = Document::parse("a: \"x\\ty\"");
  const Document second = std::move(first);
  EXPECT_EQ(second.root().find("a").value().text(), "x\ty");
}

TEST(DocumentTest, AcceptsOneDocumentWithMarkers) {
  EXPECT_EQ(value_of("---\na: 1\n...\n"), Value(Value::Mapping{{"a", 1}}));
  EXPECT_EQ(value_of("%YAML 1.1\n---\na: 1\n"), Value(Value::Mapping{{"a", 1}}));
  EXPECT_EQ(value_of("# nothing\n"), Value());
  EXPECT_EQ(value_of("---\n"), Value());
}

TEST(DocumentTest, RefusesByNameAndLine) {
  const std::string deep = repeated("[", 17) + repeated("]", 17);
  const std::vector<std::pair<std::string, Refusal>> cases = {
      {"a: 1\nb: \xff\n", {"not UTF-8", 2, ""}},
      {"\xff\xfe"
       "a\0"s,
       {"a NUL byte", 1, ""}},
      {"a: 1\n\0"s, {"a NUL byte", 2, ""}},
      {"a: \"\\0\"", {"a NUL character in a text", 1, ""}},
      {"a: 1\n<<<<<<< HEAD\nb: 1\n=======\n", {"merge conflict markers", 2, ""}},
      {"a: 1\r\n=======\r\nb: 1\r\n", {"merge conflict markers", 2, ""}},
      {"a: 1\n>>>>>>> topic", {"merge conflict markers", 2, ""}},
      {"a: 1\nb: *x\n", {"an alias, '*x'", 2, ""}},
      {"a: 1\nb: &x 1\n", {"an anchor, '&x'", 2, ""}},
      {"a: &x [1]\n", {"an anchor, '&x'", 1, ""}},
      {"a: &x {b: 1}\n", {"an anchor, '&x'", 1, ""}},
      {"a: !!str 1\n", {"a tag, 'tag:yaml.org,2002:str'", 1, ""}},
      {"a: !x [1]\n", {"a tag, '!x'", 1, ""}},
      {"a: ! {}\n", {"a tag, '!'", 1, ""}},
      {"%TAG ! tag:x\n---\na: 1\n", {"a tag directive", 1, ""}},
      {"a: 1\nb: 2\n'a': 3\n", {"duplicate key 'a'", 3, ""}},
      {"a: 1\n---\nb: 2\n", {"a second document", 2, ""}},
      {"a: 1\n--- b\n", {"a second document", 2, ""}},
      {"[a, b]: 1\n", {"a key that is no text", 1, ""}},
      {"x: 1\n? {a: b}\n: 1\n", {"a key that is no text", 2, ""}},
      {deep, {"nested more than 16 levels deep", 1, ""}},
      {"a: \"\n", {"not valid YAML: found unexpected end of stream", 2, ""}},
      {"a: 1\n b: 2\n", {"not valid YAML: mapping values are not allowed in this context", 2, ""}},
      {"a: 1\n\x1b: 2\n", {"not valid YAML: control characters are not allowed", 2, ""}},
      {repeated("- a\n", max_events), {"more than 20000 YAML events", 19998, "too-large"}},
      {std::string(max_bytes + 1, ' '), {"larger than 1048576 bytes", 0, "too-large"}},
  };
  for (const auto& [text, expected] : cases) {
    const Refusal refusal = refusal_of(text);
    EXPECT_EQ(refusal.message, expected.message) << text.substr(0, 60);
    EXPECT_EQ(refusal.line, expected.line) << text.substr(0, 60);
    EXPECT_EQ(refusal.reason, expected.reason) << text.substr(0, 60);
  }
}

TEST(DocumentTest, FindsDuplicatesInMappingsOfAnySize) {
  for (const int size : {2, 16, 17, 300}) {
    std::string text;
    for (int i = 0; i < size; ++i) text += "key" + std::to_string(i) + ": 1\n";
    EXPECT_EQ(refusal_of(text).message, "accepted");
    EXPECT_EQ(refusal_of(text + "key1: 2\n").message, "duplicate key 'key1'");
    EXPECT_EQ(refusal_of(text + "key1: 2\n").line, size + 1);
  }
}

TEST(DocumentTest, AcceptsExactlyTheLimits) {
  const std::string deepest = repeated("[", 16) + repeated("]", 16);
  EXPECT_EQ(refusal_of(deepest).message, "accepted");
  // Stream, document and sequence take two events each.
  const std::string most = repeated("- a\n", max_events - 6);
  EXPECT_EQ(Document::parse(most).event_count(), max_events);
  EXPECT_EQ(refusal_of("a: " + std::string(max_bytes - 3, 'x')).message, "accepted");
}

TEST(DocumentTest, LooksLikeAConflictButIsNone) {
  for (const auto* text :
       {"a: |\n  <<<<<<< HEAD\n", "a: 1 # =======\n", "========: 1\n", "a:\n  =======\n"})
    EXPECT_EQ(refusal_of(text).message, "accepted") << text;
}

/// Each costs libyaml alone seconds to minutes, or recursion or memory; what counts is that the
/// verdict comes after few bytes, so no clock is read: the suite would not end.
TEST(DocumentTest, HostileNestingEndsEarly) {
  const size_t size = max_bytes;
  for (const auto* piece : {"[", "{a: ", "- ", "? ", "{\"a\":", "[1,", "[? ", "- - ", "*a ", "&a "})
    EXPECT_NE(refusal_of(repeated(piece, size / std::string(piece).size())).message, "accepted")
        << piece;
  std::string directives;
  for (int i = 0; directives.size() < size - 40; ++i)
    directives += "%TAG !t" + std::to_string(i) + "! x" + std::to_string(i) + "\n";
  EXPECT_EQ(refusal_of(directives).message, "a tag directive");
  EXPECT_EQ(refusal_of("a\n...\n" + directives.substr(0, size - 100)).message, "a tag directive");
}

}  // namespace
}  // namespace git_session::yaml
