#include "operations/secret_gate.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "operations/add_output.h"
#include "operations/commit_session.h"
#include "support/fake_secrets.h"
#include "support/workspace_fixture.h"

namespace git_session {
namespace {

const std::string token = "ghp_" + drawn(base62, 36);
const std::string text = "a\nb " + token + "\n";
const std::string redacted_text = "a\nb [redacted: github-token]\n";

class SecretGateTest : public testing::Test {
 protected:
  void set_policy(const std::string& word) {
    fixture_.git.git({"config", "session.secrets", word});
  }
  std::string read(const std::string& path) { return fixture_.git.read(path); }
  AddReport add(const SessionLocation& location, const std::string& file, bool move = false) {
    AddRequest request;
    request.files = {file};
    request.move = move;
    return add_outputs(fixture_.open(), location, request);
  }
  WorkspaceFixture fixture_;
};

TEST_F(SecretGateTest, TakesTheWordFromGit) {
  EXPECT_EQ(secret_policy(fixture_.open().settings()), SecretPolicy::block);
  for (const SecretPolicy policy :
       {SecretPolicy::block, SecretPolicy::warn, SecretPolicy::redact, SecretPolicy::off}) {
    set_policy(name_of(policy));
    EXPECT_EQ(secret_policy(fixture_.open().settings()), policy);
  }
  set_policy("blocked");
  EXPECT_THROW(secret_policy(fixture_.open().settings()), Error);
}

TEST_F(SecretGateTest, CannotBeOpenedByTheTreeOrAVariable) {
  fixture_.git.write(".gitsession", "[session]\n\tsecrets = off\n");
  fixture_.set("GIT_SESSION_SECRETS", "off");
  EXPECT_EQ(secret_policy(fixture_.open().settings()), SecretPolicy::block);
}

TEST_F(SecretGateTest, ReportsWithoutTheSecret) {
  const Workspace workspace = fixture_.open();
  SecretReport report;
  EXPECT_FALSE(SecretGate(workspace).clean("x/a.md", text, report));
  ASSERT_EQ(report.found.size(), 1u);
  const FoundSecret& found = report.found[0];
  EXPECT_EQ(found.path, "x/a.md");
  EXPECT_EQ(found.line, 2);
  EXPECT_EQ(found.column, 3);
  EXPECT_EQ(found.excerpt, "ghp_…");
  EXPECT_TRUE(found.is_open());
}

TEST_F(SecretGateTest, RedactsWhatItMay) {
  set_policy("redact");
  const Workspace workspace = fixture_.open();
  const SecretGate gate(workspace);
  SecretReport report;
  EXPECT_EQ(gate.clean("a.md", text, report), redacted_text);
  EXPECT_FALSE(report.has_open());
  const std::string marked = token + " git-session: allow-secret\n";
  EXPECT_EQ(gate.clean("a.md", marked, report), std::nullopt);
  EXPECT_EQ(gate.clean("a.md", marked + text, report), marked + redacted_text);
  // Bytes that may not be moved.
  EXPECT_EQ(gate.clean("a.bin", std::string("\0", 1) + text, report), std::nullopt);
  EXPECT_TRUE(report.has_open());
  EXPECT_THROW(gate.require_none(report, "", ""), SecretsFound);
}

TEST_F(SecretGateTest, TellsWhatToDoByTheSetting) {
  const std::string marked = token + " git-session: allow-secret\n";
  const std::string bytes = std::string("\0", 1) + text;
  auto action = [&](const std::string& content) {
    const Workspace workspace = fixture_.open();
    return SecretGate(workspace).judge("a.md", content).action;
  };
  for (const auto& [word, expected] : {std::pair{"block", SecretAction::block},
                                       {"warn", SecretAction::warn},
                                       {"redact", SecretAction::redact},
                                       {"off", SecretAction::pass}}) {
    set_policy(word);
    EXPECT_EQ(action(text), expected) << word;
    EXPECT_EQ(action("a\n"), SecretAction::pass) << word;
    EXPECT_EQ(action(marked), SecretAction::pass) << word;
    const bool is_redact = expected == SecretAction::redact;
    EXPECT_EQ(action(bytes), is_redact ? SecretAction::block : expected) << word;
  }
  set_policy("redact");
  const Workspace workspace = fixture_.open();
  const SecretVerdict verdict = SecretGate(workspace).judge("a.md", text);
  EXPECT_EQ(verdict.redacted, redacted_text);
  EXPECT_TRUE(verdict.report.found.at(0).is_redacted);
}

TEST_F(SecretGateTest, ReadsUtf16AndDoesNotTouchIt) {
  set_policy("redact");
  std::string utf16 = "\xff\xfe";
  for (const char byte : text) utf16 += {byte, '\0'};
  const Workspace workspace = fixture_.open();
  const SecretVerdict verdict = SecretGate(workspace).judge("a.txt", utf16);
  EXPECT_EQ(verdict.action, SecretAction::block);
  EXPECT_EQ(verdict.redacted, std::nullopt);
  ASSERT_EQ(verdict.report.found.size(), 1u);
  EXPECT_EQ(verdict.report.found[0].line, 2);
  EXPECT_EQ(verdict.report.found[0].column, 3);
}

TEST_F(SecretGateTest, LooksWithoutRedacting) {
  set_policy("redact");
  const Workspace workspace = fixture_.open();
  SecretReport report;
  SecretGate(workspace).look("a.md", text, report);
  EXPECT_TRUE(report.has_open());
}

TEST_F(SecretGateTest, PassesOverLinksAndWhatIsNotThere) {
  fixture_.git.write("a.md", text);
  std::filesystem::create_symlink("a.md", fixture_.git.path_of("link.md"));
  const Workspace workspace = fixture_.open();
  const SecretGate gate(workspace);
  SecretReport report;
  EXPECT_TRUE(gate.look_at_file("a.md", report));
  EXPECT_FALSE(gate.look_at_file("link.md", report));
  EXPECT_FALSE(gate.look_at_file("gone.md", report));
  EXPECT_EQ(report.found.size(), 1u);
}

TEST_F(SecretGateTest, HearsTheAllowList) {
  const std::string fingerprint = fingerprint_of(text, find_secrets(text).at(0));
  fixture_.git.write("output/.secrets-allow",
                     "github-token docs/*\nnonsense\ngithub-token sha256:" + fingerprint + "\n");
  const Workspace workspace = fixture_.open();
  const SecretGate gate(workspace);
  SecretReport report;
  gate.look("docs/a.md", text, report);
  gate.look("docs/b.md", "ghp_" + drawn(base62, 36, 2), report);
  gate.look("c.md", "ghp_" + drawn(base62, 36, 2), report);
  ASSERT_EQ(report.found.size(), 3u);
  EXPECT_EQ(report.found[0].allowed_by, "output/.secrets-allow:3");
  EXPECT_FALSE(report.found[0].is_allowed_by_pattern);
  EXPECT_EQ(report.found[1].allowed_by, "output/.secrets-allow:1");
  EXPECT_TRUE(report.found[1].is_allowed_by_pattern);
  EXPECT_TRUE(report.found[2].is_open());
  EXPECT_EQ(gate.faults_of_allow_list(),
            std::vector<std::string>{
                "output/.secrets-allow:2 allows nothing: it begins with no name of a rule"});
}

TEST_F(SecretGateTest, FollowsNoLinkToAnAllowList) {
  fixture_.git.write("list", "github-token *.md\n");
  std::filesystem::create_directory(fixture_.git.path_of("output"));
  std::filesystem::create_symlink("../list", fixture_.git.path_of("output/.secrets-allow"));
  const Workspace workspace = fixture_.open();
  const SecretGate gate(workspace);
  SecretReport report;
  gate.look("a.md", text, report);
  EXPECT_TRUE(report.has_open());
  EXPECT_EQ(gate.faults_of_allow_list().size(), 1u);
}

TEST_F(SecretGateTest, StopsACommitAndCommitsNothing) {
  const SessionLocation location = fixture_.make_session();
  fixture_.git.write(location.path + "/a.md", text);
  fixture_.git.write(location.path + "/sub/b.md", text);
  const std::string before = fixture_.git.git({"rev-parse", "HEAD"});
  try {
    commit_session(fixture_.open(), location, std::nullopt);
    FAIL();
  } catch (const SecretsFound& error) {
    EXPECT_EQ(error.reason(), "secret");
    ASSERT_EQ(error.report().found.size(), 2u);
    EXPECT_EQ(error.report().found[1].path, location.path + "/sub/b.md");
    EXPECT_EQ((std::string(error.what()) + error.hint()).find(token.substr(4)), std::string::npos);
  }
  EXPECT_EQ(fixture_.git.git({"rev-parse", "HEAD"}), before);
  set_policy("warn");
  const CommitReport report = commit_session(fixture_.open(), location, std::nullopt);
  EXPECT_FALSE(report.commit.empty());
  EXPECT_EQ(report.secrets.found.size(), 2u);
}

TEST_F(SecretGateTest, RedactsTheCopyAndNotTheFile) {
  set_policy("redact");
  const SessionLocation location = fixture_.make_session();
  fixture_.git.write("plan.md", text);
  const AddReport report = add(location, "plan.md", true);
  ASSERT_EQ(report.outputs.size(), 1u);
  EXPECT_EQ(read(location.path + "/" + report.outputs[0].file), redacted_text);
  EXPECT_EQ(read("plan.md"), text);
  EXPECT_EQ(report.not_removed.size(), 1u);
  EXPECT_TRUE(report.secrets.found.at(0).is_redacted);
  // Once more it is the same.
  const AddReport again = add(location, "plan.md");
  EXPECT_EQ(again.outputs.at(0).result, AddResult::existing);
}

TEST_F(SecretGateTest, RedactsInAFolderOfTheSession) {
  set_policy("redact");
  const SessionLocation location = fixture_.make_session();
  fixture_.git.write(location.path + "/sub/b.md", text);
  add(location, location.path + "/sub/b.md");
  EXPECT_EQ(read(location.path + "/sub/b.md"), redacted_text);
}

TEST_F(SecretGateTest, LeavesFilesOfTheSessionAloneUnlessAsked) {
  const SessionLocation location = fixture_.make_session();
  fixture_.git.write(location.path + "/b.md", text);
  const AddReport report = add(location, location.path + "/b.md");
  EXPECT_EQ(read(location.path + "/b.md"), text);
  EXPECT_TRUE(report.secrets.has_open());
}

}  // namespace
}  // namespace git_session
