#include "mcp/resource_uri.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <vector>

namespace git_session::mcp {
namespace {

TEST(ResourceUriTest, ReadsSessionsAndTheirFiles) {
  struct Case {
    const char* uri;
    const char* session;
    std::optional<std::string> file;
    uint64_t offset;
  };
  const std::vector<Case> cases = {
      {"session://2025-11-22_main_a3f42c", "2025-11-22_main_a3f42c", std::nullopt, 0},
      {"SESSION://a3f42c/", "a3f42c", std::nullopt, 0},
      {"session://a3f42c/plan.md", "a3f42c", "plan.md", 0},
      {"session://a3f42c/img/a%20b.png", "a3f42c", "img/a b.png", 0},
      {"session://ada%2F2025-11-22_x_a3f42c/%2e%2e/x", "ada/2025-11-22_x_a3f42c", "../x", 0},
      {"session://a3f42c/a%3Fb?offset=42", "a3f42c", "a?b", 42},
      {"session://a3f42c?offset=7", "a3f42c", std::nullopt, 7},
  };
  for (const Case& given : cases) {
    const auto parsed = parse_resource_uri(given.uri);
    ASSERT_TRUE(parsed) << given.uri;
    EXPECT_EQ(parsed->session, given.session);
    EXPECT_EQ(parsed->file, given.file);
    EXPECT_EQ(parsed->offset, given.offset);
  }
}

TEST(ResourceUriTest, RefusesWhatIsNoneOfOurs) {
  for (const char* uri :
       {"", "session:", "session://", "session:///x", "file:///etc/passwd", "sessions://a/b",
        "session://a%2", "session://a%zz", "session://a/b%", "session://a/b#c", "session://a?x=1",
        "session://a?offset=", "session://a?offset=-1", "session://a?offset=99999999999999999999",
        " session://a"}) {
    EXPECT_FALSE(parse_resource_uri(uri)) << uri;
  }
}

TEST(ResourceUriTest, ReadsWhatItWrites) {
  rc::check([](const std::string& session, const std::string& file, uint32_t offset) {
    RC_PRE(!session.empty() && !file.empty());
    const ResourceUri uri{session, file, offset};
    const std::string text = format(uri);
    for (const char character : text) RC_ASSERT(character > ' ' && character < 0x7f);
    const auto parsed = parse_resource_uri(text);
    RC_ASSERT(parsed.has_value());
    RC_ASSERT(parsed->session == session);
    RC_ASSERT(parsed->file == file);
    RC_ASSERT(parsed->offset == offset);
  });
}

}  // namespace
}  // namespace git_session::mcp
