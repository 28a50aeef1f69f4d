#include "jira/jira_client.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace git_session::jira {
namespace {

using Json = nlohmann::json;
using Failure = HttpResponse::Failure;

/// What was asked, and what is answered to it; the last answer for ever.
struct Site {
  std::vector<HttpRequest> requests;
  std::vector<HttpResponse> answers;
};

class FakeClient final : public HttpClient {
 public:
  explicit FakeClient(Site& site) : site_(site) {}
  HttpResponse send(const HttpRequest& request) override {
    const size_t number = std::min(site_.requests.size(), site_.answers.size() - 1);
    site_.requests.push_back(request);
    return site_.answers[number];
  }

 private:
  Site& site_;
};

HttpResponse answer(int status, const std::string& body) {
  HttpResponse response;
  response.status = status;
  response.body = body;
  return response;
}

HttpResponse failure(Failure failure) {
  HttpResponse response;
  response.failure = failure;
  response.words = "no luck with sesame";
  return response;
}

class JiraClientTest : public testing::Test {
 protected:
  JiraClientTest()
      : connection_(std::make_unique<FakeClient>(site_),
                    {"https://gateway/ex/jira/1", "Basic x", {"sesame"}}),
        client_(connection_, "https://company.atlassian.net", true) {}

  Ticket read(const HttpResponse& response, const std::string& key = "PROJ-1") {
    site_.answers = {response};
    return client_.read_ticket(key);
  }
  Error fault(const HttpResponse& response, const std::string& key = "PROJ-1") {
    try {
      read(response, key);
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "it was fine";
    return Error(ErrorKind::internal, "");
  }

  Site site_;
  SiteConnection connection_;
  JiraClient client_;
};

TEST(JiraTest, KeysOfTickets) {
  for (const char* text : {"PROJ-1", "proj-123", "A2_B-99999"})
    EXPECT_TRUE(is_ticket_key(text)) << text;
  for (const char* text : {"", "-", "PROJ", "PROJ-", "-1", "1A-1", "PROJ-1a", "PROJ-1-2",
                           "PROJ-1/..", "PROJ 1", "PROJ-1\n", "PR?J-1", "ŻÓŁW-1"})
    EXPECT_FALSE(is_ticket_key(text)) << text;
}

TEST(JiraTest, GlobalIdsFit) {
  EXPECT_EQ(global_id_of_page("https://h/wiki", "42"), "git-session&site=https://h/wiki&pageId=42");
  const std::string id = global_id_of_page(std::string(300, 'x'), "42");
  EXPECT_EQ(id.size(), 255u);
  EXPECT_TRUE(id.ends_with("x&pageId=42"));
}

TEST_F(JiraClientTest, ReadsATicket) {
  const Ticket ticket = read(
      answer(200, R"({"key":"NEW-7","fields":{"summary":"Żółw","status":{"name":"In Progress"}}})"),
      "proj-1");
  EXPECT_EQ(site_.requests.at(0).url,
            "https://gateway/ex/jira/1/rest/api/3/issue/PROJ-1?fields=summary,status");
  EXPECT_EQ(ticket.key, "NEW-7");
  EXPECT_EQ(ticket.summary, "Żółw");
  EXPECT_EQ(ticket.state, "In Progress");
  EXPECT_EQ(ticket.url, "https://company.atlassian.net/browse/NEW-7");
  EXPECT_EQ(read(answer(200, R"({"key":"A-1","fields":{"summary":null}})")).summary, "");
}

TEST_F(JiraClientTest, WhatIsNoAnswerOfJira) {
  for (const char* body : {"", "<html>", "[]", "null", "1", "{}", R"({"key":1})",
                           R"({"key":"x/../y"})", R"({"key":"A-1")"})
    EXPECT_EQ(fault(answer(200, body)).hint(), "check session.jira.site") << body;
}

TEST_F(JiraClientTest, FailuresInPlainWords) {
  const std::string body = R"({"errorMessages":["Not sesame"],"errors":{"url":"bad\n"}})";
  EXPECT_STREQ(fault(answer(403, body)).what(),
               "Jira at https://company.atlassian.net does not let you see PROJ-1 "
               "(Not … bad\\x0a)");
  EXPECT_EQ(fault(answer(404, "")).kind(), ErrorKind::not_found);
  EXPECT_EQ(fault(answer(401, "<html>")).kind(), ErrorKind::unavailable);
  EXPECT_STREQ(fault(failure(Failure::not_sent)).what(),
               "Jira at https://company.atlassian.net did not answer for PROJ-1: no luck with …");
  EXPECT_EQ(fault(answer(200, ""), "../x").kind(), ErrorKind::usage);
  EXPECT_LT(
      std::string(fault(answer(500, "{\"message\":\"" + std::string(9999, 'x') + "\"}")).what())
          .size(),
      500u);
}

TEST_F(JiraClientTest, ALinkSaysAllOfIt) {
  site_.answers = {answer(201, R"({"id":1})")};
  client_.put_link("PROJ-1", {"id", "https://h/p", "A \"page\"", "\xff"});
  const HttpRequest& request = site_.requests.at(0);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, "https://gateway/ex/jira/1/rest/api/3/issue/PROJ-1/remotelink");
  const Json body = Json::parse(request.body);
  EXPECT_EQ(body["globalId"], "id");
  EXPECT_EQ(body["object"]["url"], "https://h/p");
  EXPECT_EQ(body["object"]["title"], "A \"page\"");
  EXPECT_EQ(body["application"]["name"], "git-session");
  EXPECT_EQ(body["relationship"], "mentioned in");
}

TEST_F(JiraClientTest, ALostLinkIsMadeOnceMore) {
  site_.answers = {failure(Failure::no_answer), answer(200, R"({"id":1})")};
  EXPECT_NO_THROW(client_.put_link("PROJ-1", {"id", "u", "t", ""}));
  EXPECT_EQ(site_.requests.size(), 2u);
  site_.answers = {failure(Failure::no_answer)};
  EXPECT_THROW(client_.put_link("PROJ-1", {"id", "u", "t", ""}), Error);
  EXPECT_EQ(site_.requests.size(), 4u);
  site_.answers = {answer(200, "<html>Sign in</html>")};
  EXPECT_THROW(client_.put_link("PROJ-1", {"id", "u", "t", ""}), Error);
}

TEST_F(JiraClientTest, DataCenterHasItsOwnPath) {
  JiraClient client(connection_, "https://jira.company.com", false);
  site_.answers = {answer(404, "")};
  EXPECT_THROW(client.read_ticket("PROJ-1"), Error);
  EXPECT_NE(site_.requests.at(0).url.find("/rest/api/2/issue/PROJ-1?"), std::string::npos);
}

}  // namespace
}  // namespace git_session::jira
