#include "core/page_address.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

TEST(PageAddressTest, UnderstandsEveryAddressABrowserShows) {
  struct Case {
    const char* url;
    const char* site;
    const char* space;
    const char* page;
    const char* title;
  };
  const Case cases[] = {
      {"https://company.atlassian.net/wiki/spaces/PROJ/pages/123456",
       "https://company.atlassian.net/wiki", "PROJ", "123456", ""},
      {"https://company.atlassian.net/wiki/spaces/PROJ/pages/123456/Invoice+Analysis?x=1#top",
       "https://company.atlassian.net/wiki", "PROJ", "123456", "Invoice Analysis"},
      {"HTTPS://Company.atlassian.net/wiki/spaces/~712020abc/pages/edit-v2/99",
       "https://company.atlassian.net/wiki", "~712020abc", "99", ""},
      {"https://company.atlassian.net/wiki/pages/viewpage.action?pageId=42",
       "https://company.atlassian.net/wiki", "_", "42", ""},
      {"https://company.atlassian.net/wiki/x/QOIB", "https://company.atlassian.net/wiki", "_",
       "123456", ""},
      {"https://confluence.example.com/pages/viewpage.action?spaceKey=OPS&title=Run+Book",
       "https://confluence.example.com", "OPS", "title-run-book", "Run Book"},
      {"http://localhost:8090/confluence/display/OPS/Caf%C3%A9+%26+Bar",
       "http://localhost:8090/confluence", "OPS", "title-café-bar", "Café & Bar"},
      {"https://confluence.example.com/spaces/OPS/pages/7/Run%20Book",
       "https://confluence.example.com", "OPS", "7", "Run Book"},
  };
  for (const Case& example : cases) {
    PageAddress page = parse_page_address(example.url);
    EXPECT_EQ(page.url, example.url);
    EXPECT_EQ(page.site, example.site) << example.url;
    EXPECT_EQ(page.space_folder(), example.space) << example.url;
    EXPECT_EQ(page.page_folder(), example.page) << example.url;
    EXPECT_EQ(page.title, example.title) << example.url;
  }
}

TEST(PageAddressTest, RefusesEverythingElse) {
  for (const char* url :
       {"", "PROJ/123456", "ftp://x/wiki/spaces/A/pages/1", "file:///wiki/spaces/A/pages/1",
        "https:///wiki/spaces/A/pages/1", "https://company.atlassian.net/wiki/spaces/PROJ/overview",
        "https://company.atlassian.net/wiki/spaces/PROJ/pages/12a",
        "https://company.atlassian.net/wiki/spaces/../pages/12",
        "https://company.atlassian.net/wiki/spaces/a%2fb/pages/12",
        "https://company.atlassian.net/wiki/pages/viewpage.action?pageId=",
        "https://company.atlassian.net/wiki/display/OPS/%21%3F",
        "https://company.atlassian.net/wiki/display/OPS/a%0ab",
        "https://company.atlassian.net/wiki/x/", "https://company.atlassian.net/wiki/x/A*B",
        "https://company.atlassian.net/browse/PROJ-1", "https://x/wiki/spaces/A/pages/1 2",
        "https://x/wiki/spaces/A/pages/1\n"})
    EXPECT_THROW(parse_page_address(url), Error) << url;
}

TEST(PageAddressTest, APasswordIsNotRepeated) {
  try {
    parse_page_address("https://ada:secret@company.atlassian.net/wiki/spaces/A/pages/1");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos);
  }
}

// The two folder names are made of foreign text.
TEST(PageAddressTest, FolderNamesAreAlwaysOnePlainName) {
  EXPECT_TRUE(rc::check("no separator, no dot in front, valid UTF-8", [] {
    const auto piece = rc::gen::oneOf(
        rc::gen::arbitrary<std::string>(),
        rc::gen::elementOf(std::vector<std::string>{
            "/", "..", "%2e", "%2f", "display", "x", "A", "spaces", "pages", "viewpage.action?",
            "pageId=", "1", "title=", "spaceKey=", "&", "%c3", "é"}));
    std::string url = "https://h/";
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece))
      url += part;
    try {
      PageAddress page = parse_page_address(url);
      for (const std::string& name : {page.space_folder(), page.page_folder()}) {
        RC_ASSERT(!name.empty() && name[0] != '.' && name.size() <= 255);
        RC_ASSERT(name.find('/') == std::string::npos && is_valid_utf8(name));
        RC_ASSERT(escape_line(name) == name);
      }
    } catch (const Error& error) {
      RC_ASSERT(error.kind() == ErrorKind::usage);
    }
  }));
}

}  // namespace
}  // namespace git_session
