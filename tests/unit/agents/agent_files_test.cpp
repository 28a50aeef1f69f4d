#include "agents/agent_files.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "agents/agent_texts.h"
#include "agents/own_text.h"
#include "base/error.h"
#include "base/text.h"
#include "core/marked_block.h"

namespace git_session::agents {
namespace {

using Kind = AgentFile::Kind;

std::vector<std::string> words_of(Agent agent, const WordFiles& files) {
  std::vector<std::string> words;
  for (const AgentFile& file : files_of(agent, files)) {
    if (file.kind == Kind::instructions) words.push_back(file.path);
    if (file.kind == Kind::import) words.push_back(file.path + " imports");
  }
  return words;
}

std::string marked(const std::string& lines) {
  return with_marked_block("", lines, "f", BlockMarks::html);
}

TEST(AgentFiles, HaveWordsInOnePlaceWhereClaudeCanReadThem) {
  using Words = std::vector<std::string>;
  const Words both = {"AGENTS.md", "CLAUDE.md imports"};
  EXPECT_EQ(words_of(Agent::claude, {}), both);
  EXPECT_EQ(words_of(Agent::claude, {.claude_text = ""}), both);
  EXPECT_EQ(words_of(Agent::claude, {.claude_text = "\n"}), both);
  EXPECT_EQ(words_of(Agent::claude, {.claude_text = marked("@AGENTS.md\n") + "later\n"}), both);

  const Words common = {"AGENTS.md"};
  EXPECT_EQ(words_of(Agent::claude, {.claude_text = "# Us\n\nSee @AGENTS.md first\n"}), common);
  EXPECT_EQ(words_of(Agent::claude, {.claude_is_agents = true}), common);
  EXPECT_EQ(words_of(Agent::codex, {.claude_text = "# Us\n"}), common);
  EXPECT_EQ(words_of(Agent::cursor, {}), common);

  const Words own = {"CLAUDE.md"};
  EXPECT_EQ(words_of(Agent::claude, {.claude_text = "# Us\n"}), own);
  EXPECT_EQ(words_of(Agent::claude, {.claude_text = "`@AGENTS.md` is what others read\n"}), own);
  EXPECT_EQ(words_of(Agent::claude, {.claude_text = "# Us\n" + marked("older words\n")}), own);
  EXPECT_EQ(words_of(Agent::codex, {.agents_is_claude = true}), own);
}

TEST(AgentFiles, NameEachFileOnce) {
  for (const Agent agent : all_agents()) {
    std::set<std::string> paths;
    for (const AgentFile& file : files_of(agent, {})) {
      EXPECT_TRUE(paths.insert(file.path).second) << file.path;
      EXPECT_EQ(file.agent, agent);
    }
  }
}

TEST(AgentFiles, SayWhoIsConnectedOnlyWhereOneReadsThem) {
  for (const Agent agent : all_agents())
    for (const AgentFile& one : files_of(agent, {}))
      for (const Agent other : all_agents())
        for (const AgentFile& two : files_of(other, {}))
          EXPECT_FALSE(agent != other && one.path == two.path && is_own(one)) << one.path;
}

TEST(AgentFiles, ComeAndGo) {
  for (const Agent agent : all_agents()) {
    for (const AgentFile& file : all_files_of(agent)) {
      SCOPED_TRACE(file.path);
      const std::string text = with_ours(file, std::nullopt).text;
      EXPECT_TRUE(has_ours(file, text));
      EXPECT_EQ(with_ours(file, text).text, text);
      EXPECT_EQ(without_ours(file, text, {}), std::nullopt);
    }
  }
}

TEST(AgentFiles, LeaveABlockThatSomebodyEdited) {
  for (const Agent agent : all_agents()) {
    for (const AgentFile& file : all_files_of(agent)) {
      if (file.kind != Kind::instructions && file.kind != Kind::server_table) continue;
      SCOPED_TRACE(file.path);
      std::string text = with_ours(file, std::nullopt).text;
      text.insert(text.find('\n') + 1, "theirs\n");
      EXPECT_THROW(with_ours(file, text), Error);
      EXPECT_THROW(without_ours(file, text, {}), Error);
    }
  }
}

TEST(AgentFiles, RenewABlockOfAnotherVersion) {
  const AgentFile file{Kind::instructions, Agent::codex, "AGENTS.md"};
  const std::string old = "Mine\n" + marked(with_digest("Older words\n"));
  EXPECT_EQ(with_ours(file, old).text, "Mine\n" + marked(instruction_lines()));
  EXPECT_EQ(without_ours(file, old, {}), "Mine\n");
}

TEST(Skill, IsShortAndKnowsItself) {
  const std::string skill = skill_text();
  EXPECT_LT(split(skill, '\n').size(), 45u);
  EXPECT_TRUE(skill.starts_with("---\nname: git-session\ndescription: "));
  EXPECT_EQ(with_skill(std::nullopt, "SKILL.md").text, skill);
  EXPECT_EQ(without_skill(skill), std::nullopt);
}

TEST(Skill, OfAnotherVersionIsReplaced) {
  const std::string body = "---\nname: git-session\n---\nOlder words\n";
  const std::string old = body + "<!-- git-session setup " + short_digest(body) + " -->\n";
  EXPECT_EQ(with_skill(old, "SKILL.md").text, skill_text());
  EXPECT_EQ(without_skill(old), std::nullopt);
}

TEST(Skill, WithOtherLineEndsIsTheSame) {
  std::string text;
  for (const char c : skill_text()) text += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(with_skill(text, "SKILL.md").text, text);
  EXPECT_EQ(without_skill(text), std::nullopt);
}

TEST(Skill, ThatSomebodyEditedStays) {
  for (const std::string& text :
       {skill_text() + "More\n", "x" + skill_text(), std::string("x"), std::string()}) {
    EXPECT_EQ(without_skill(text), text);
    EXPECT_THROW(with_skill(text, "SKILL.md"), Error);
  }
}

}  // namespace
}  // namespace git_session::agents
