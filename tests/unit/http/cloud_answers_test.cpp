#include "http/cloud_answers.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(CloudAnswersTest, TheIdIsReadFromWhatASiteTells) {
  EXPECT_EQ(read_cloud_id("{\"cloudId\":\"11223344-a1b2\"}"), "11223344-a1b2");
  EXPECT_EQ(read_cloud_id(" {\n \"a\" : 1, \"cloudId\" :\t\"x\" , \"b\": \"\"}"), "x");
  for (const char* text :
       {"", "{}", "{\"cloudId\":1}", "{\"cloudId\":\"\"}", "{\"cloudId\":\"a",
        "{\"cloudId\":\"a/../b\"}", "{\"cloudId\" \"a\"}", "<html>cloudId</html>",
        "{\"cloudId\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaa\"}"})
    EXPECT_EQ(read_cloud_id(text), std::nullopt) << text;
}

TEST(CloudAnswersTest, ARefusedLoginLooksLikeAPageThatIsNotThere) {
  const auto is_refused = [](int status, const std::string& body) {
    HttpResponse response;
    response.status = status;
    response.body = body;
    return is_login_refused(response);
  };
  const std::string bare = R"({"errors": [{"status": 404, "title": "Not Found", "detail": null}]})";
  EXPECT_TRUE(is_refused(401, "<html>"));
  EXPECT_TRUE(is_refused(404, bare));
  EXPECT_TRUE(is_refused(404, R"({"errors":[{"title":"Not Found"}]})"));
  EXPECT_FALSE(is_refused(200, bare));
  EXPECT_FALSE(is_refused(403, bare));
  EXPECT_FALSE(is_refused(404, R"({"errors":[{"title":"Page 42 was not found"}]})"));
  EXPECT_FALSE(is_refused(404, R"({"errors":[{"title":"Not Found \"x\""}]})"));
  EXPECT_FALSE(is_refused(404, ""));
}

}  // namespace
}  // namespace git_session
