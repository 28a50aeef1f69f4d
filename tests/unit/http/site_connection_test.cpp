#include "http/site_connection.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

using std::chrono::seconds;

/// Keeps what it is asked to send, and answers 200.
class RecordingClient final : public HttpClient {
 public:
  explicit RecordingClient(std::vector<HttpRequest>& sent) : sent_(sent) {}
  HttpResponse send(const HttpRequest& request) override {
    sent_.push_back(request);
    HttpResponse response;
    response.status = 200;
    return response;
  }

 private:
  std::vector<HttpRequest>& sent_;
};

std::string value_of(const HttpRequest& request, const std::string& name) {
  std::string value;
  for (const HttpHeader& header : request.headers)
    if (header.name == name) value += "[" + header.value + "]";
  return value;
}

TEST(SiteConnectionTest, AddsTheAddressAndTheLogin) {
  std::vector<HttpRequest> sent;
  int answers = 0;
  SiteConnection connection(std::make_unique<RecordingClient>(sent),
                            {"https://h/ex/confluence/1/wiki", "Basic eA==", {"x"}},
                            [&](const HttpResponse& response) { answers += response.status; });
  EXPECT_EQ(connection.send({"GET", "/api/v2/pages?limit=1"}).status, 200);
  EXPECT_EQ(answers, 200);
  EXPECT_EQ(sent[0].url, "https://h/ex/confluence/1/wiki/api/v2/pages?limit=1");
  EXPECT_EQ(value_of(sent[0], "Authorization"), "[Basic eA==]");
  EXPECT_EQ(value_of(sent[0], "Accept"), "[application/json]");
  EXPECT_EQ(value_of(sent[0], "Content-Type"), "");
  EXPECT_EQ(sent[0].time_limit, seconds(60));
  connection.send({"PUT", "/x", "{}"});
  EXPECT_EQ(value_of(sent[1], "Content-Type"), "[application/json]");
  connection.send(
      {"POST", "/x", "--b", {{"content-type", "multipart/form-data"}, {"Accept", "*"}}});
  EXPECT_EQ(value_of(sent[2], "Content-Type"), "");
  EXPECT_EQ(value_of(sent[2], "content-type"), "[multipart/form-data]");
  EXPECT_EQ(value_of(sent[2], "Accept"), "[*]");
  EXPECT_EQ(sent[2].body, "--b");
}

TEST(SiteConnectionTest, KeepsToItsEnd) {
  std::vector<HttpRequest> sent;
  const auto now = std::chrono::steady_clock::now();
  for (int left : {3, 0, -10, 1000}) {
    SiteConnection connection(std::make_unique<RecordingClient>(sent),
                              {"https://h", "x", {}, now + seconds(left)});
    connection.send({"GET", "/"});
  }
  EXPECT_LE(sent[0].time_limit, seconds(3));
  EXPECT_GE(sent[0].time_limit, seconds(1));
  EXPECT_EQ(sent[1].time_limit, seconds(1));
  EXPECT_EQ(sent[2].time_limit, seconds(1));
  EXPECT_EQ(sent[3].time_limit, seconds(60));
}

TEST(SiteConnectionTest, ShowsNoLogin) {
  std::vector<HttpRequest> sent;
  SiteConnection connection(std::make_unique<RecordingClient>(sent),
                            {"https://h", "Basic eDp5", {"eDp5", "open sesame", ""}});
  EXPECT_EQ(connection.shown("no \"open sesame\"\nBasic eDp5 open sesame\x1b"),
            "no \"…\"\\x0aBasic … …\\x1b");
}

}  // namespace
}  // namespace git_session
