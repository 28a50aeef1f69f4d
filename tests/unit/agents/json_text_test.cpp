#include "agents/json_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/error.h"
#include "support/json_samples.h"

namespace git_session::agents {
namespace {

using Pointer = JsonText::Pointer;

std::string added(const std::string& text, const char* object, const std::string& key,
                  const Json& value) {
  JsonText json(text, "f.json");
  json.add(Pointer(object), key, value);
  return json.text();
}

std::string appended(const std::string& text, const char* array, const Json& value) {
  JsonText json(text, "f.json");
  json.append(Pointer(array), value);
  return json.text();
}

std::string removed(const std::string& text, const char* place) {
  JsonText json(text, "f.json");
  json.remove(Pointer(place));
  return json.text();
}

TEST(JsonText, AddsAMemberAsTheOthersStand) {
  const Json value = {{"b", {1, 2}}};
  const std::string texts[][2] = {
      {"{}", "{\n  \"k\": {\n    \"b\": [\n      1,\n      2\n    ]\n  }\n}"},
      {"{}\n", "{\n  \"k\": {\n    \"b\": [\n      1,\n      2\n    ]\n  }\n}\n"},
      {"{ }", "{ \n  \"k\": {\n    \"b\": [\n      1,\n      2\n    ]\n  }\n}"},
      {"{\"a\": 1}", "{\"a\": 1, \"k\": {\"b\": [1, 2]}}"},
      {"{\"a\":1,\"c\":2}", "{\"a\":1,\"c\":2,\"k\":{\"b\":[1,2]}}"},
      {"{ \"a\": 1 }", "{ \"a\": 1, \"k\": {\"b\": [1, 2]} }"},
      {"{\n\t\"a\": 1\n}",
       "{\n\t\"a\": 1,\n\t\"k\": {\n\t\t\"b\": [\n\t\t\t1,\n\t\t\t2\n\t\t]\n\t}\n}"},
      {"{\r\n    \"a\": 1\r\n}\r\n",
       "{\r\n    \"a\": 1,\r\n    \"k\": {\r\n        \"b\": [\r\n            1,\r\n            "
       "2\r\n"
       "        ]\r\n    }\r\n}\r\n"},
      {"\xef\xbb\xbf{\"a\": 1}", "\xef\xbb\xbf{\"a\": 1, \"k\": {\"b\": [1, 2]}}"},
  };
  for (const auto& [before, after] : texts) {
    SCOPED_TRACE(before);
    EXPECT_EQ(added(before, "", "k", value), after);
    EXPECT_EQ(removed(after, "/k"), before);
  }
}

TEST(JsonText, AddsWhatLiesDeeper) {
  EXPECT_EQ(added("{\n  \"a\": {}\n}\n", "/a", "k", 1), "{\n  \"a\": {\n    \"k\": 1\n  }\n}\n");
  EXPECT_EQ(added("{\"a\": {}}", "/a", "k", 1), "{\"a\": {\"k\": 1}}");
  EXPECT_EQ(appended("{\n  \"a\": [\n    1\n  ]\n}", "/a", Json{{"k", 2}}),
            "{\n  \"a\": [\n    1,\n    {\n      \"k\": 2\n    }\n  ]\n}");
  EXPECT_EQ(appended("{\n  \"a\": [1, 2]\n}", "/a", Json{{"k", 2}}),
            "{\n  \"a\": [1, 2, {\"k\": 2}]\n}");
}

TEST(JsonText, RemovesAnEntryWithItsCommaAndItsLine) {
  const std::string text = "{\n  \"a\": 1,\n  \"b\": [1, 2, 3],\n  \"c\": 3\n}";
  EXPECT_EQ(removed(text, "/a"), "{\n  \"b\": [1, 2, 3],\n  \"c\": 3\n}");
  EXPECT_EQ(removed(text, "/b"), "{\n  \"a\": 1,\n  \"c\": 3\n}");
  EXPECT_EQ(removed(text, "/c"), "{\n  \"a\": 1,\n  \"b\": [1, 2, 3]\n}");
  EXPECT_EQ(removed(text, "/b/0"), "{\n  \"a\": 1,\n  \"b\": [2, 3],\n  \"c\": 3\n}");
  EXPECT_EQ(removed(text, "/b/1"), "{\n  \"a\": 1,\n  \"b\": [1, 3],\n  \"c\": 3\n}");
  EXPECT_EQ(removed("{\n  \"a\": 1\n}", "/a"), "{}");
  EXPECT_EQ(removed("{ \"a\": 1 }", "/a"), "{  }");
}

TEST(JsonText, KnowsKeysHoweverTheyAreWritten) {
  EXPECT_EQ(removed(R"({"\u0061": {"b/c~": 1}, "z": 2})", "/a/b~1c~0"),
            R"({"\u0061": {}, "z": 2})");
}

TEST(JsonText, RefusesWhatIsNoPlainJson) {
  const std::string deep = std::string(65, '[') + std::string(65, ']');
  const std::tuple<std::string, int, const char*> cases[] = {
      {"", 1, "'f.json' is not JSON"},
      {"{", 1, "'f.json' is not JSON"},
      {"{\n  \"a\": 1,\n}", 3, "'f.json' is not JSON"},
      {"{\n  // why\n  \"a\": 1\n}", 2,
       "'f.json' is not JSON: it has a comment, which JSON does not know"},
      {"{\n  \"a\": 1, # why\n}", 2,
       "'f.json' is not JSON: it has a comment, which JSON does not know"},
      {"{\"a\": 1}\n{}", 2, "'f.json' is not JSON"},
      {std::string("{}\0{}", 5), 1, "'f.json' is not JSON"},
      {"{\"a\": \"\xff\"}", 1, "'f.json' is not JSON"},
      {"{\"a\": \"\\ud800\"}", 1, "'f.json' is not JSON"},
      {"{\"a\": 1e999}", 0, "'f.json' has a number that is too large"},
      {"{\"a\": 1,\n\"\\u0061\": 2}", 2, "'f.json' has the key 'a' twice"},
      {"{\"x\": " + deep + "}", 1, "'f.json' is nested too deeply"},
  };
  for (const auto& [text, line, message] : cases) {
    SCOPED_TRACE(text);
    try {
      JsonText json(text, "f.json");
      ADD_FAILURE() << "was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::invalid_data);
      EXPECT_STREQ(error.what(), message);
      EXPECT_EQ(error.line(), line);
    }
  }
}

TEST(JsonText, TakesDepthsThatNoSettingsHaveWithoutRunningOutOfStack) {
  const size_t depth = 100'000;
  const std::string text = std::string(depth, '[') + std::string(depth, ']');
  EXPECT_THROW(JsonText(text, "f.json"), Error);
}

// What was put in last, wherever, and taken out again leaves no trace.
RC_GTEST_PROP(JsonText, GivesTheBytesBack, (uint64_t seed)) {
  test::Choices choices(seed);
  const std::string before = test::odd_json(choices);
  JsonText json(before, "f.json");
  std::vector<Pointer> places;
  const size_t count = 1 + choices.below(4);
  for (size_t i = 0; i < count; ++i) {
    const Pointer container = choices.of(test::containers_of(json.value()));
    if (json.value().at(container).is_object()) {
      const std::string key = "new" + std::to_string(i);
      json.add(container, key, test::new_json(choices));
      places.push_back(container / key);
    } else {
      json.append(container, test::new_json(choices));
      places.push_back(container / (json.value().at(container).size() - 1));
    }
  }
  for (; !places.empty(); places.pop_back()) json.remove(places.back());
  RC_ASSERT(json.text() == before);
}

// Whatever is removed, the rest says what it said.
RC_GTEST_PROP(JsonText, RemovesAnything, (uint64_t seed)) {
  test::Choices choices(seed);
  JsonText json(test::odd_json(choices), "f.json");
  while (!json.value().empty()) {
    const Pointer container = choices.of(test::containers_of(json.value()));
    const Json& value = json.value().at(container);
    if (value.empty()) {
      if (!container.empty()) json.remove(container);
    } else if (value.is_object()) {
      json.remove(container / value.begin().key());
    } else {
      json.remove(container / choices.below(value.size()));
    }
  }
}

}  // namespace
}  // namespace git_session::agents
