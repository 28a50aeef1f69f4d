#include "confluence/site.h"

#include <gtest/gtest.h>

#include <deque>

#include "base/error.h"
#include "confluence/site_answer.h"

namespace git_session::confluence {
namespace {

/// Answers as it was told to, and remembers what it was asked.
class ScriptedChannel : public SiteChannel {
 public:
  void answer(int status, const std::string& body) {
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.headers = {{"Content-Type", "application/json"}};
    answers.push_back(std::move(response));
  }
  HttpResponse send(const SiteRequest& request) override {
    asked.push_back(request);
    if (answers.empty()) throw std::logic_error("asked too often: " + request.path);
    HttpResponse response = answers.front();
    answers.pop_front();
    return response;
  }
  std::deque<HttpResponse> answers;
  std::vector<SiteRequest> asked;
};

constexpr const char* site_address = "https://x.atlassian.net/wiki";

TEST(CloudSite, ReadsAPageWithAllThatDecides) {
  ScriptedChannel channel;
  channel.answer(200, R"({"id": "42", "status": "current", "title": "T",
    "version": {"number": 7, "message": "m"}, "body": {"storage": {"value": "<p>x</p>"}},
    "labels": {"results": [{"name": "a"}]},
    "properties": {"results": [{"id": "9", "key": "git-session", "version": {"number": 3},
                                "value": {"schema": 1}}]},
    "operations": {"results": [{"operation": "read"}, {"operation": "update"}]},
    "_links": {"webui": "/spaces/PROJ/pages/42/T", "base": "https://api.atlassian.com/ex"}})");
  const auto page = make_cloud_site(channel, site_address)->page("42", "git-session");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->version, 7);
  EXPECT_EQ(page->version_message, "m");
  EXPECT_EQ(page->space_key, "PROJ");
  EXPECT_EQ(page->url, "https://x.atlassian.net/wiki/spaces/PROJ/pages/42/T");
  EXPECT_EQ(page->labels, std::vector<std::string>{"a"});
  EXPECT_EQ(page->property->id, "9");
  EXPECT_EQ(page->property->value, "{\"schema\":1}");
  EXPECT_TRUE(page->may_be_edited);
  EXPECT_EQ(channel.asked.size(), 1u);
}

TEST(CloudSite, TellsAPageThatIsNotThereFromALoginThatIsNotTaken) {
  ScriptedChannel channel;
  const auto site = make_cloud_site(channel, site_address);
  channel.answer(404, R"({"errors": [{"status": 404, "title": "Page 42 not found"}]})");
  EXPECT_FALSE(site->page("42", "p"));
  channel.answer(404,
                 R"({"errors": [{"status": 404, "code": "NOT_FOUND", "title": "Not Found"}]})");
  try {
    site->page("42", "p");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.reason(), "site-login");
  }
}

TEST(CloudSite, TrustsNoIdAndNoAddressOfTheServer) {
  for (const char* id : {"\"../../x\"", "\"\"", "\"1/2\"", "null", "[]"}) {
    ScriptedChannel channel;
    channel.answer(200, std::string(R"({"status": "current", "id": )") + id + "}");
    EXPECT_THROW(make_cloud_site(channel, site_address)->page("42", "p"), Error) << id;
  }
  for (const char* webui : {"@evil.example.com/x", "//evil.example.com/x",
                            "https://evil.example.com", "", "/a\\u0007b", "/a b"}) {
    ScriptedChannel channel;
    channel.answer(200, std::string(R"({"id": "42", "_links": {"webui": ")") + webui + "\"}}");
    EXPECT_EQ(make_cloud_site(channel, site_address)->page("42", "p")->url,
              "https://x.atlassian.net/wiki/pages/viewpage.action?pageId=42")
        << webui;
  }
}

TEST(CloudSite, FollowsOnlyTheCursorOfAList) {
  ScriptedChannel channel;
  channel.answer(200, R"({"results": [{"title": "a"}],
    "_links": {"next": "https://evil.example.com/wiki/api/v2/x?limit=250&cursor=abc%3D&x=1"}})");
  channel.answer(200, R"({"results": [{"title": "b"}]})");
  EXPECT_EQ(make_cloud_site(channel, site_address)->attachment_names("42"),
            (std::set<std::string>{"a", "b"}));
  EXPECT_EQ(channel.asked[1].path, "/api/v2/pages/42/attachments?limit=250&cursor=abc%3D");
}

TEST(Sites, LeaveItOpenWhetherAFailedWriteWasDone) {
  for (const bool is_cloud : {true, false}) {
    for (const int status : {409, 429, 500, 502, 503}) {
      ScriptedChannel channel;
      const auto site = is_cloud ? make_cloud_site(channel, site_address)
                                 : make_data_center_site(channel, site_address);
      channel.answer(status, "{}");
      const Written written = site->update({"42", "T", "<p/>", 8, "m"});
      EXPECT_FALSE(written.page) << status;
      EXPECT_NE(written.doubt, "") << status;
    }
    for (const int status : {400, 401, 403, 404, 413, 302}) {
      ScriptedChannel channel;
      const auto site = is_cloud ? make_cloud_site(channel, site_address)
                                 : make_data_center_site(channel, site_address);
      channel.answer(status, "{}");
      EXPECT_THROW(site->update({"42", "T", "<p/>", 8, "m"}), Error) << status;
    }
  }
}

TEST(DataCenterSite, SendsTheVersionItWasToldAndNoOther) {
  ScriptedChannel channel;
  channel.answer(200, R"({"id": "42", "status": "current", "version": {"number": 8}})");
  make_data_center_site(channel, "https://wiki.example.com")
      ->update({"42", "T", "<p>x</p>", 8, "m"});
  const Json body = Json::parse(channel.asked[0].body);
  EXPECT_EQ(body["version"]["number"], 8);
  EXPECT_EQ(body["version"]["minorEdit"], true);
  EXPECT_EQ(channel.asked[0].path,
            "/rest/api/content/42?conflictPolicy=abort&expand=version,space,body.storage");
}

TEST(Answers, AreExplainedInPlainWords) {
  HttpResponse page;
  page.status = 200;
  page.body = "<html>log in</html>";
  page.headers = {{"content-type", "text/html"}};
  EXPECT_THROW(json_of(page, "x"), Error);
  page.status = 401;
  EXPECT_NE(explain(page, "read page 4").hint().find("gateway"), std::string::npos);
  page.status = 302;
  page.headers = {{"Location", "https://evil.example.com/\x1b[2J"}};
  const std::string words = explain(page, "read page 4").what();
  EXPECT_NE(words.find("sends us on to"), std::string::npos);
  EXPECT_EQ(words.find('\x1b'), std::string::npos);
}

TEST(Answers, AreNotReadWhenTheyAreNestedWithoutEnd) {
  HttpResponse response;
  response.status = 200;
  response.body = "{\"a\": " + std::string(400000, '[') + std::string(400000, ']') + "}";
  EXPECT_THROW(json_of(response, "x"), Error);
}

TEST(AttachmentForm, HasABoundaryThatTheFileDoesNotHold) {
  const Form form = attachment_form({"a\"b\r\n.png", "image/png", "x git-session-part y"});
  EXPECT_EQ(form.content_type, "multipart/form-data; boundary=git-session-part-x");
  EXPECT_NE(form.body.find("filename=\"a%22b.png\""), std::string::npos);
  EXPECT_NE(form.body.find("\r\n\r\nx git-session-part y\r\n--git-session-part-x\r\n"),
            std::string::npos);
  EXPECT_TRUE(form.body.ends_with("--git-session-part-x--\r\n"));
}

}  // namespace
}  // namespace git_session::confluence
