#include "http/http_client.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(HttpResponse, FindsTheFirstHeaderWhateverItsCase) {
  HttpResponse response;
  response.headers = {{"Content-Type", "text/html"}, {"content-type", "text/plain"}};
  EXPECT_EQ(response.header("CONTENT-TYPE"), "text/html");
  EXPECT_EQ(response.header("Content"), "");
}

TEST(HttpResponse, IsOkWithAnyStatusOf200) {
  HttpResponse response;
  for (auto [status, expected] : {std::pair{199, false}, {200, true}, {299, true}, {302, false}}) {
    response.status = status;
    EXPECT_EQ(response.ok(), expected) << status;
  }
  response.status = 200;
  response.failure = HttpResponse::Failure::no_answer;
  EXPECT_FALSE(response.ok());
}

}  // namespace
}  // namespace git_session
