#include "agents/hook_lines.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "agents/json_text.h"
#include "base/error.h"
#include "support/json_samples.h"

namespace git_session::agents {
namespace {

const std::string name = ".claude/settings.json";

std::string with(const std::string& text, Agent agent = Agent::claude) {
  return with_hooks(agent, text, name).text;
}

Json value_of(const std::string& text) { return Json::parse(text); }

TEST(HookLines, MakeANewFile) {
  const std::string text = with_hooks(Agent::claude, std::nullopt, name).text;
  const Json hooks = value_of(text)["hooks"];
  const std::vector<std::string> events = {"SessionStart", "PostToolUse", "SubagentStop",
                                           "Stop",         "PreCompact",  "SessionEnd"};
  std::vector<std::string> found;
  for (const auto& [event, groups] : hooks.items()) {
    found.push_back(event);
    EXPECT_EQ(groups[0]["hooks"][0]["type"], "command");
    EXPECT_EQ(groups[0]["hooks"][0]["command"], hook_command(Agent::claude));
    EXPECT_TRUE(groups[0]["hooks"][0]["timeout"].is_number_integer());
  }
  EXPECT_EQ(found, events);
  EXPECT_EQ(hooks["PostToolUse"][0]["matcher"], "Write|Edit|MultiEdit|NotebookEdit|Bash");
  EXPECT_TRUE(text.ends_with("  }\n}\n"));
  EXPECT_EQ(without_hooks(Agent::claude, text, name, {}), std::nullopt);
}

TEST(HookLines, OfCursorHaveNoGroups) {
  const std::string text = with_hooks(Agent::cursor, std::nullopt, name).text;
  EXPECT_EQ(value_of(text)["version"], 1);
  EXPECT_EQ(value_of(text)["hooks"]["stop"][0]["command"], hook_command(Agent::cursor));
  EXPECT_EQ(without_hooks(Agent::cursor, text, name, {}), std::nullopt);
}

TEST(HookLines, MayBeAddedAgain) {
  for (const Agent agent : all_agents()) {
    const std::string text = with_hooks(agent, std::nullopt, name).text;
    EXPECT_EQ(with(text, agent), text);
  }
}

TEST(HookLines, StandBehindThoseOfOthers) {
  const std::string theirs =
      R"({"hooks": {"Stop": [{"hooks": [{"type": "command", "command": "say done"}]}]}})";
  const std::string text = with(theirs);
  const Json stop = value_of(text)["hooks"]["Stop"];
  ASSERT_EQ(stop.size(), 2u);
  EXPECT_EQ(stop[0]["hooks"][0]["command"], "say done");
  EXPECT_EQ(without_hooks(Agent::claude, text, name, {}), theirs);
}

TEST(HookLines, ThatSomebodyEditedStay) {
  const std::string fresh = with("{}");
  const std::pair<const char*, const char*> edits[] = {
      {"\"timeout\": 20", "\"timeout\": 99"},
      {"git-session hook claude\",\n            \"timeout\": 20", "git-session hook claude -q\""}};
  for (const auto& [ours, theirs] : edits) {
    std::string text = fresh;
    const size_t place = text.find(ours);
    ASSERT_NE(place, text.npos);
    text.replace(place, std::string(ours).size(), theirs);
    const WithOurPart part = with_hooks(Agent::claude, text, name);
    EXPECT_EQ(part.by_hand, std::vector<std::string>{"hooks.SubagentStop"});
    EXPECT_EQ(part.text, text);
    const Json rest = value_of(*without_hooks(Agent::claude, text, name, {}));
    EXPECT_EQ(rest["hooks"].size(), 1u);
    EXPECT_EQ(rest["hooks"]["SubagentStop"], value_of(text)["hooks"]["SubagentStop"]);
  }
}

TEST(HookLines, UnderAnotherMatcherAreSomebodysOwn) {
  std::string text = with("{}");
  const std::string matcher = "Write|Edit|MultiEdit|NotebookEdit|Bash";
  text.replace(text.find(matcher), matcher.size(), "Write");
  EXPECT_EQ(with(text), text);
  EXPECT_EQ(value_of(*without_hooks(Agent::claude, text, name, {}))["hooks"].size(), 1u);
}

// As formatters of JSON do.
TEST(HookLines, MayHaveTheirKeysInAnotherOrder) {
  const std::string text = nlohmann::json::parse(with("{}")).dump();
  EXPECT_EQ(with(text), text);
  EXPECT_EQ(without_hooks(Agent::claude, text, name, {}), std::nullopt);
}

TEST(HookLines, OnceIsEnough) {
  const std::string fresh = with("{}");
  JsonText twice(fresh, name);
  twice.append(JsonText::Pointer("/hooks/Stop"), twice.value()["hooks"]["Stop"][0]);
  EXPECT_EQ(value_of(with(twice.text())), value_of(fresh));
}

TEST(HookLines, LeaveACommandThatSomebodyPutBesideThem) {
  JsonText json(with("{}"), name);
  json.append(JsonText::Pointer("/hooks/Stop/0/hooks"), {{"type", "command"}, {"command", "mine"}});
  const auto rest = without_hooks(Agent::claude, json.text(), name, {});
  ASSERT_TRUE(rest);
  EXPECT_EQ(value_of(*rest), value_of(R"({"hooks": {"Stop": [{"hooks": [
      {"type": "command", "command": "mine"}]}]}})"));
}

TEST(HookLines, LeaveWhatSomebodyWiredByHand) {
  const std::string theirs =
      R"({"hooks": {"Stop": [{"hooks": [{"type": "command", "command": "cd x && git session hook claude"}]}]}})";
  const WithOurPart part = with_hooks(Agent::claude, theirs, name);
  EXPECT_EQ(part.by_hand, std::vector<std::string>{"hooks.Stop"});
  EXPECT_EQ(value_of(part.text)["hooks"]["Stop"].size(), 1u);
  EXPECT_EQ(without_hooks(Agent::claude, part.text, name, {}), theirs);
}

TEST(HookLines, LookPastElementsOfOtherKinds) {
  const std::string theirs =
      R"({"hooks": {"Stop": [1, "x", {}, {"hooks": "x"}, {"hooks": [2, {"command": 3}]}], "Other": []}})";
  EXPECT_EQ(without_hooks(Agent::claude, with(theirs), name, {}), theirs);
}

TEST(HookLines, AreRefusedWhereTheyHaveNoPlace) {
  const std::pair<const char*, const char*> cases[] = {
      {"[]", "'.claude/settings.json': is no JSON object"},
      {R"({"hooks": "x"})", "'.claude/settings.json': 'hooks' is no object"},
      {R"({"hooks": {"Stop": {}}})", "'.claude/settings.json': 'hooks.Stop' is no list"}};
  for (const auto& [text, message] : cases) {
    SCOPED_TRACE(text);
    for (const bool adds : {true, false}) {
      try {
        if (adds) {
          with(text);
        } else {
          without_hooks(Agent::claude, text, name, {});
        }
        ADD_FAILURE() << "was taken";
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::invalid_data);
        EXPECT_STREQ(error.what(), message);
      }
    }
  }
  EXPECT_THROW(with(R"({"hooks": {}})", Agent::cursor), Error);
}

// What was empty before us cannot be told from what we made, but by what was noted.
TEST(HookLines, GiveBackWhatWasEmptyBefore) {
  const std::pair<Agent, const char*> cases[] = {
      {Agent::claude, "{}"},
      {Agent::claude, "{ }\n"},
      {Agent::claude, "{\n}\n"},
      {Agent::claude, "{\"hooks\": {}}"},
      {Agent::claude, "{\n  \"hooks\": {\n  }\n}\n"},
      {Agent::claude, "{\"hooks\": {\"Stop\": [], \"SessionEnd\": [ ]}}"},
      {Agent::cursor, "{}"},
      {Agent::cursor, "{\"version\": 1}"},
      {Agent::cursor, "{\r\n\t\"version\": 1,\r\n\t\"hooks\": {}\r\n}"},
  };
  for (const auto& [agent, text] : cases) {
    SCOPED_TRACE(text);
    const WithOurPart part = with_hooks(agent, text, name);
    EXPECT_FALSE(part.empty.empty());
    EXPECT_EQ(without_hooks(agent, part.text, name, part.empty), text);
  }
}

// Any settings, in any layout, whatever else is in them.
RC_GTEST_PROP(HookLines, GiveTheBytesBack, (uint64_t seed)) {
  test::Choices choices(seed);
  JsonText json(test::odd_json(choices), name);
  const Agent agent = choices.of(all_agents());
  if (agent == Agent::cursor) json.add(JsonText::Pointer(), "version", 1);
  if (choices.one_in(2)) {
    json.add(JsonText::Pointer(), "hooks", Json::object());
    const JsonText::Pointer hooks("/hooks");
    if (choices.one_in(2)) json.add(hooks, "Stop", Json::array({test::new_json(choices)}));
    if (choices.one_in(2)) json.add(hooks, "stop", Json::array());
    if (choices.one_in(2)) json.add(hooks, "Other", Json::array());
  }
  const WithOurPart part = with_hooks(agent, json.text(), name);
  RC_ASSERT(with_hooks(agent, part.text, name).text == part.text);
  RC_ASSERT(without_hooks(agent, part.text, name, part.empty) == json.text());
}

}  // namespace
}  // namespace git_session::agents
