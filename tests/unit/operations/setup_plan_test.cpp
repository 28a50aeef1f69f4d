#include "operations/setup_plan.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "operations/apply_plan.h"
#include "operations/connected_agents.h"
#include "operations/undo_operation.h"
#include "support/tree_snapshot.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

using agents::Agent;

class SetupPlanTest : public testing::Test {
 protected:
  SetupPlan set_up(std::vector<Agent> agents, bool basics = false) {
    const Workspace workspace = fixture_.open();
    SetupPlan plan = plan_setup(workspace, {.agents = std::move(agents), .basics = basics});
    apply_setup(workspace, plan);
    return plan;
  }
  SetupPlan take_down(std::vector<Agent> agents, bool basics = false) {
    const Workspace workspace = fixture_.open();
    SetupPlan plan = plan_setup_removal(workspace, {.agents = std::move(agents), .basics = basics});
    apply_setup(workspace, plan);
    return plan;
  }
  void forget_record() {
    std::filesystem::remove(fixture_.open().repository().state_directory() + "/setup");
  }
  static std::vector<std::string> paths_of(const SetupPlan& plan) {
    std::vector<std::string> paths;
    for (const SetupChange& change : plan.changes) paths.push_back(change.path);
    return paths;
  }
  static std::vector<std::string> left_by(const SetupPlan& plan) {
    std::vector<std::string> paths;
    for (const SetupLeft& left : plan.left) paths.push_back(left.path);
    return paths;
  }
  /// Every file but those under .git.
  std::map<std::string, std::string> files() {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture_.git.path())) {
      const std::string path = entry.path().lexically_relative(fixture_.git.path());
      if (path == ".git" || path.starts_with(".git/") || !entry.is_regular_file()) continue;
      found[path] = fixture_.git.read(path);
    }
    return found;
  }
  void write_foreign_files() {
    fixture_.git.write("AGENTS.md", "# Rules\r\n\r\nBe kind.");
    fixture_.git.write("CLAUDE.md", "@AGENTS.md\n");
    fixture_.git.write(".claude/settings.json",
                       "{ \"permissions\" : {\"allow\":[]},\"hooks\":{} }");
    fixture_.git.write(".mcp.json", "{\n\t\"mcpServers\": {}\n}\n");
    fixture_.git.write(".codex/config.toml", "model = \"x\"");
    fixture_.git.write(".codex/hooks.json", "{}\n");
    fixture_.git.write(".cursor/hooks.json", "\xef\xbb\xbf{\"version\":1,\"hooks\":{\"stop\":[]}}");
    fixture_.git.write(".cursor/mcp.json", "{\"mcpServers\":{\"db\":{\"command\":\"db\"}}}");
    fixture_.git.write(".gitattributes", "*.png binary");
    fixture_.git.write(".gitsession", "");
  }

  WorkspaceFixture fixture_;
};

TEST_F(SetupPlanTest, GivesBackEveryByte) {
  write_foreign_files();
  const auto before = files();
  set_up(agents::all_agents(), true);
  EXPECT_NE(files(), before);
  EXPECT_TRUE(plan_setup(fixture_.open(), {.agents = agents::all_agents()}).is_empty());
  take_down(agents::all_agents(), true);
  EXPECT_EQ(files(), before);
  const auto record = read_setup_record(fixture_.open().repository().state_directory());
  EXPECT_TRUE(record.layout.empty());
  EXPECT_FALSE(record.was_asked);
}

TEST_F(SetupPlanTest, GivesBackEveryByteAfterAnUndoToo) {
  write_foreign_files();
  const auto before = files();
  set_up(agents::all_agents());
  take_down(agents::all_agents());
  const Workspace workspace = fixture_.open();
  undo_operation(workspace, workspace.operation_log().operations().front().number);
  EXPECT_NE(files(), before);
  take_down(agents::all_agents());
  EXPECT_EQ(files(), before);
}

TEST_F(SetupPlanTest, LeavesNothingOfAFreshTree) {
  const auto before = files();
  set_up(agents::all_agents(), true);
  take_down(agents::all_agents(), true);
  EXPECT_EQ(files(), before);
}

// In another clone nothing was noted: what is empty there goes, and means the same.
TEST_F(SetupPlanTest, NeedsNoRecord) {
  fixture_.git.write(".claude/settings.json", "{ \"permissions\" : {\"allow\":[]},\"hooks\":{} }");
  fixture_.git.write("AGENTS.md", "# Rules\n");
  set_up({Agent::claude});
  forget_record();
  take_down({Agent::claude});
  EXPECT_EQ(fixture_.git.read(".claude/settings.json"), "{ \"permissions\" : {\"allow\":[]} }");
  EXPECT_EQ(fixture_.git.read("AGENTS.md"), "# Rules\n");
  EXPECT_FALSE(fixture_.git.exists(".mcp.json"));
  EXPECT_FALSE(fixture_.git.exists("CLAUDE.md"));
  EXPECT_FALSE(fixture_.git.exists(".claude/skills"));
}

TEST_F(SetupPlanTest, RemembersAcrossRepetitions) {
  fixture_.git.write(".mcp.json", "{\"mcpServers\": {}}");
  set_up({Agent::claude});
  set_up({Agent::claude, Agent::codex});
  take_down({Agent::claude, Agent::codex});
  EXPECT_EQ(fixture_.git.read(".mcp.json"), "{\"mcpServers\": {}}");
}

TEST_F(SetupPlanTest, KeepsWhatAnotherAgentReads) {
  set_up({Agent::codex, Agent::cursor});
  EXPECT_EQ(connected_agents(fixture_.open()), (std::vector<Agent>{Agent::codex, Agent::cursor}));
  take_down({Agent::codex});
  EXPECT_TRUE(fixture_.git.exists(".agents/skills/git-session/SKILL.md"));
  EXPECT_TRUE(fixture_.git.exists("AGENTS.md"));
  EXPECT_FALSE(fixture_.git.exists(".codex"));
  take_down({Agent::cursor});
  EXPECT_FALSE(fixture_.git.exists(".agents"));
  EXPECT_FALSE(fixture_.git.exists("AGENTS.md"));
  EXPECT_TRUE(connected_agents(fixture_.open()).empty());
}

TEST_F(SetupPlanTest, LeavesWhatItCannotEditAndDoesTheRest) {
  fixture_.git.write(".claude/settings.json", "{\n  // ours\n}\n");
  std::filesystem::create_symlink("/etc/passwd", fixture_.git.path_of(".mcp.json"));
  fixture_.git.write("CLAUDE.md", "<!-- >>> git-session >>> -->\n");
  const SetupPlan plan = set_up({Agent::claude});
  EXPECT_EQ(left_by(plan),
            (std::vector<std::string>{".claude/settings.json", ".mcp.json", "CLAUDE.md"}));
  EXPECT_EQ(plan.left[0].reason,
            "'.claude/settings.json' is not JSON: it has a comment, which JSON does not know, "
            "line 2");
  EXPECT_TRUE(fixture_.git.exists(".claude/skills/git-session/SKILL.md"));
  EXPECT_EQ(fixture_.git.read(".claude/settings.json"), "{\n  // ours\n}\n");
}

TEST_F(SetupPlanTest, WritesThroughNoLink) {
  std::filesystem::create_directory(fixture_.git.path_of("elsewhere"));
  std::filesystem::create_symlink("elsewhere", fixture_.git.path_of(".claude"));
  const SetupPlan plan = set_up({Agent::claude});
  EXPECT_EQ(left_by(plan), (std::vector<std::string>{".claude/settings.json",
                                                     ".claude/skills/git-session/SKILL.md"}));
  EXPECT_TRUE(std::filesystem::is_empty(fixture_.git.path_of("elsewhere")));
}

TEST_F(SetupPlanTest, PutsWordsWhereALinkPoints) {
  fixture_.git.write("CLAUDE.md", "# Rules\n");
  std::filesystem::create_symlink("CLAUDE.md", fixture_.git.path_of("AGENTS.md"));
  const SetupPlan plan = set_up({Agent::claude, Agent::codex});
  EXPECT_TRUE(plan.left.empty());
  EXPECT_NE(fixture_.git.read("CLAUDE.md").find("## Work sessions"), std::string::npos);
  take_down({Agent::claude, Agent::codex});
  EXPECT_EQ(fixture_.git.read("CLAUDE.md"), "# Rules\n");
}

TEST_F(SetupPlanTest, KeepsALayoutThatIsInUse) {
  set_up({}, true);
  fixture_.make_session();
  const SetupPlan plan = take_down({}, true);
  EXPECT_TRUE(fixture_.git.exists("output/README.md"));
  EXPECT_EQ(plan.notes, std::vector<std::string>{"output/ holds more than setup made, and stays"});
}

TEST_F(SetupPlanTest, KeepsALayoutThatItDidNotMake) {
  set_up({}, true);
  forget_record();
  take_down({}, true);
  EXPECT_TRUE(fixture_.git.exists("output/README.md"));
  EXPECT_TRUE(fixture_.git.exists(".gitattributes"));
}

TEST_F(SetupPlanTest, DoesNotPutBackAttributesThatSomebodyTookOut) {
  set_up({}, true);
  std::filesystem::remove(fixture_.git.path_of(".gitattributes"));
  EXPECT_TRUE(paths_of(set_up({}, true)).empty());
}

TEST_F(SetupPlanTest, CanBeUndone) {
  write_foreign_files();
  const auto before = files();
  set_up({Agent::claude, Agent::codex, Agent::cursor}, true);
  const Workspace workspace = fixture_.open();
  undo_operation(workspace, workspace.operation_log().operations().front().number);
  EXPECT_EQ(files(), before);
}

TEST_F(SetupPlanTest, SaysWhatGitIgnores) {
  fixture_.git.write(".gitignore", ".claude/\n");
  const SetupPlan plan = set_up({Agent::claude});
  ASSERT_EQ(plan.notes.size(), 2u);
  EXPECT_EQ(plan.notes[0],
            "git ignores .claude/settings.json (.gitignore:1:.claude/): it is for this clone "
            "alone");
}

TEST(SetupRecordTest, IsReadAsItWasWritten) {
  WorkspaceFixture fixture;
  const std::string state = fixture.open().repository().state_directory();
  SetupRecord record;
  record.was_asked = true;
  record.layout = {"my docs/README.md", "my docs/sessions/.gitkeep"};
  record.empty[".claude/settings.json"] = {"", "/hooks", "/hooks/Stop"};
  record.empty["AGENTS.md"] = {""};
  write_setup_record(state, record);
  EXPECT_EQ(read_setup_record(state), record);
  write_setup_record(state, {});
  EXPECT_FALSE(std::filesystem::exists(state + "/setup"));
  EXPECT_EQ(read_setup_record(state), SetupRecord());
}

TEST(SetupRecordTest, PassesOverWhatItDoesNotKnow) {
  WorkspaceFixture fixture;
  const std::string state = fixture.open().repository().state_directory();
  write_setup_record(state, {.layout = {"a"}});
  std::filesystem::resize_file(state + "/setup", 0);
  EXPECT_EQ(read_setup_record(state), SetupRecord());
}

}  // namespace
}  // namespace git_session
