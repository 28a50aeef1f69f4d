#include <gtest/gtest.h>
#include <unistd.h>

#include <set>
#include <string>

#include "base/base64.h"
#include "unit/mcp/conversation.h"

namespace git_session::mcp {
namespace {

class ResourcesTest : public testing::Test {
 protected:
  Json read(const std::string& uri) { return talk_.modern("resources/read", {{"uri", uri}}); }
  Json contents(const std::string& uri) { return read(uri)["result"]["contents"][0]; }
  int refusal(const std::string& uri) { return read(uri)["error"]["code"]; }
  Conversation talk_;
};

TEST_F(ResourcesTest, ListsEverythingOnceInPages) {
  std::set<std::string> expected;
  for (int i = 0; i < 60; ++i) {
    const SessionLocation location = talk_.fixture.make_session();
    talk_.fixture.git.write(location.path + "/a b.md", "x");
    talk_.fixture.git.write(location.path + "/.hidden.md", "x");
    expected.insert("session://" + location.id);
    expected.insert("session://" + location.id + "/a%20b.md");
  }
  std::multiset<std::string> found;
  Json params = Json::object();
  for (int page = 1; page < 10; ++page) {
    const Json result = talk_.modern("resources/list", params)["result"];
    for (const Json& resource : result["resources"]) found.insert(resource["uri"]);
    EXPECT_LE(result["resources"].size(), 100u);
    if (!result.contains("nextCursor")) break;
    params["cursor"] = result["nextCursor"];
  }
  EXPECT_EQ(found, std::multiset<std::string>(expected.begin(), expected.end()));
  for (const Json& wrong : {Json("x"), Json("1.x"), Json("-1.output"), Json("1.%"), Json(7)}) {
    EXPECT_EQ(talk_.modern("resources/list", {{"cursor", wrong}})["error"]["code"], -32602)
        << wrong;
  }
}

TEST_F(ResourcesTest, ReadsSessionsAndOutputs) {
  const SessionLocation location = talk_.fixture.make_session();
  const std::string png("\x89PNG\0\xff", 6);
  talk_.fixture.git.write(location.path + "/plan_cs-x.md", "# Plan\n");
  talk_.fixture.git.write(location.path + "/img/chart.png", png);
  talk_.fixture.git.write(location.path + "/latin.txt", "caf\xe9\n");
  const std::string uri = "session://" + location.id;
  const Json session = contents(uri);
  EXPECT_EQ(session["mimeType"], "application/json");
  EXPECT_EQ(Json::parse(session["text"].get<std::string>())["session_id"], location.id);
  EXPECT_EQ(contents(uri + "/plan_cs-x.md")["text"], "# Plan\n");
  EXPECT_EQ(contents(uri + "/plan_cs-x.md")["mimeType"], "text/markdown");
  EXPECT_EQ(contents(uri + "/img/chart.png")["blob"], encode_base64(png));
  EXPECT_EQ(contents(uri + "/img%2Fchart.png")["blob"], encode_base64(png));
  EXPECT_EQ(contents(uri + "/latin.txt")["blob"], encode_base64("caf\xe9\n"));
  const std::string origin = contents(uri + "/plan_cs-x.md")["_meta"]["git-session/origin"];
  EXPECT_NE(origin.find(location.path + "/plan_cs-x.md, made by cs-x"), origin.npos);
}

TEST_F(ResourcesTest, GoesOnWithWhatIsTooLong) {
  const SessionLocation location = talk_.fixture.make_session();
  std::string text;
  while (text.size() < 700000) text += "żółw\n";
  talk_.fixture.git.write(location.path + "/long.md", text);
  std::string all;
  int parts = 0;
  for (Json uri = "session://" + location.id + "/long.md"; !uri.is_null(); ++parts) {
    const Json part = contents(uri);
    EXPECT_EQ(part["_meta"]["git-session/bytes"], text.size());
    all += part["text"].get<std::string>();
    uri = part["_meta"].value("git-session/next", Json());
    ASSERT_LT(parts, 10);
  }
  EXPECT_EQ(all, text);
  EXPECT_EQ(parts, 3);
  EXPECT_EQ(refusal("session://" + location.id + "/long.md?offset=900000"), -32602);
}

TEST_F(ResourcesTest, OpensNothingElse) {
  const SessionLocation location = talk_.fixture.make_session();
  const auto& git = talk_.fixture.git;
  git.write("README.md", "x");
  git.write(location.path + "/drafts/x.md", "x");
  ASSERT_EQ(symlink("/etc/hostname", git.path_of(location.path + "/link.md").c_str()), 0);
  const std::string uri = "session://" + location.id;
  for (const std::string file : {"../../../../README.md", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/README.md",
                                 "/etc/passwd", "%2Fetc%2Fpasswd", "link.md", "drafts/x.md",
                                 ".session-metadata.yaml", "gone.md", "a%00b"}) {
    EXPECT_EQ(refusal(uri + "/" + file), -32602) << file;
  }
  for (const char* other : {"file:///etc/passwd", "session://", "session://nobody", "session://..",
                            "session://..%2F..", "session://%00", "session://a%2"}) {
    EXPECT_EQ(refusal(other), -32602) << other;
  }
  EXPECT_EQ(talk_.modern("resources/read")["error"]["code"], -32602);
}

TEST_F(ResourcesTest, OlderClientsKnowAnotherCodeForWhatIsNotThere) {
  talk_.ask("initialize", {{"protocolVersion", "2025-11-25"}});
  const Json reply = talk_.ask("resources/read", {{"uri", "session://nobody"}});
  EXPECT_EQ(reply["error"]["code"], -32002);
}

TEST_F(ResourcesTest, SessionsOfTheSameIdAreToldApart) {
  const std::string id = "2025-11-22_same_a3f42c";
  talk_.fixture.write_session("ada-example", id, "notes: ours\n");
  talk_.fixture.write_session("grace", id, "notes: theirs\n");
  std::set<std::string> notes;
  const Json listed = talk_.modern("resources/list");
  for (const Json& resource : listed["result"]["resources"]) {
    const std::string text = contents(resource["uri"])["text"];
    notes.insert(Json::parse(text)["notes"].get<std::string>());
  }
  EXPECT_EQ(notes, (std::set<std::string>{"ours", "theirs"}));
  EXPECT_EQ(refusal("session://" + id), -32602);
}

}  // namespace
}  // namespace git_session::mcp
