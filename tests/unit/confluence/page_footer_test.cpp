#include "confluence/page_footer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/text.h"
#include "confluence/storage_canonical.h"
#include "support/xml_check.h"

namespace git_session::confluence {
namespace {

const std::string key = "0123456789abcdef";

PageFooter footer() {
  return {.repository = "https://git.example.com/team/app",
          .commit = "1a2b3c4",
          .path = "sessions/ada/x/a&b.md",
          .session_id = "2026-03-01-login",
          .file = "a&b.md",
          .agent = "claude",
          .edit_url = "https://git.example.com/team/app/-/edit/main/a.md",
          .key = key};
}

std::string panel(const std::string& content) {
  return "<ac:structured-macro ac:name=\"panel\"><ac:rich-text-body>" + content +
         "</ac:rich-text-body></ac:structured-macro>";
}

TEST(PageFooterTest, SaysWhereThePageComesFrom) {
  EXPECT_EQ(
      with_footer("<p>x</p>", footer()),
      "<p>x</p>" +
          panel("<p><ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">git-session-"
                "0123456789abcdef-" +
                short_digest("This page is generated from sessions/ada/x/a&b.md in "
                             "https://git.example.com/team/app, commit 1a2b3c4: output a&b.md of "
                             "session 2026-03-01-login by claude. Edit it there, not here.") +
                "</ac:parameter></ac:structured-macro>This page is generated from "
                "<code>sessions/ada/x/a&amp;b.md</code> in <a href=\"https://git.example.com/team/"
                "app\">https://git.example.com/team/app</a>, commit <code>1a2b3c4</code>: output "
                "<code>a&amp;b.md</code> of session <code>2026-03-01-login</code> by claude. "
                "<a href=\"https://git.example.com/team/app/-/edit/main/a.md\">Edit it there</a>, "
                "not here.</p>"));
}

TEST(PageFooterTest, LinksWebAddressesOnlyAndShowsNoLogin) {
  PageFooter other = footer();
  other.edit_url = "javascript:alert(1)";
  for (const auto& [repository, shown] : std::vector<std::pair<std::string, std::string>>{
           {"app", " in app,"},
           {"git@git.example.com:team/app", " in git@git.example.com:team/app,"},
           {"ssh://git@h/app", " in ssh://h/app,"},
           {"javascript:x", " in javascript:x,"},
           {"https://ada:secret@h/app", " in <a href=\"https://h/app\">https://h/app</a>,"},
           {"https://h/app@1", " in <a href=\"https://h/app@1\">https://h/app@1</a>,"}}) {
    other.repository = repository;
    const std::string storage = with_footer("", other);
    EXPECT_NE(storage.find(shown), storage.npos) << storage;
    EXPECT_EQ(storage.find("alert"), storage.npos);
    EXPECT_NE(storage.find(". Edit it there, not here."), storage.npos);
  }
}

TEST(PageFooterTest, IsKnownByItsKey) {
  const std::string storage = with_footer("<p>x</p>", footer());
  EXPECT_TRUE(has_footer(storage, key));
  EXPECT_FALSE(has_footer(storage, "0000000000000000"));
  EXPECT_FALSE(has_footer("<p>git-session-0123456789abcdef</p>", key));
  EXPECT_EQ(without_footer(storage, key), "<p>x</p>");
  EXPECT_EQ(without_footer(storage, "0000000000000000"), storage);
}

TEST(PageFooterTest, IsTakenFromWhereverAServerPutIt) {
  const std::string anchor =
      "<ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\" ac:macro-id=\"1\">"
      "<ac:parameter "
      "ac:name=\"\">git-session-0123456789abcdef-" +
      short_digest("generated") + "</ac:parameter></ac:structured-macro>";
  const std::string paragraph = "<p local-id=\"1\">" + anchor + "generated</p>";
  const std::string written_into = "<p>" + anchor + "generated. Approved by Jan</p>";
  const struct {
    std::string storage, left;
  } cases[] = {
      {"<p>a</p>" + panel("\n" + paragraph + "\n<p />") + "<p>b</p>", "<p>a</p><p>b</p>"},
      {"<ac:layout-cell>" + panel(paragraph) + "</ac:layout-cell>", "<ac:layout-cell />"},
      {panel(paragraph + "<p>mine</p>"), panel("<p>mine</p>")},
      {panel("<p>mine</p>" + paragraph), panel("<p>mine</p>")},
      // The last one is ours.
      {panel(paragraph) + panel(paragraph), panel(paragraph)},
      {"<p>" + anchor + "</p>", "<p>" + anchor + "</p>"},
      // What somebody wrote into it is theirs.
      {panel(written_into), panel(written_into)},
      {panel(anchor + "generated"), panel(anchor + "generated")},
  };
  for (const auto& [storage, left] : cases) EXPECT_EQ(without_footer(storage, key), left);
}

TEST(PageFooterTest, IsWellFormedWhateverItSays) {
  EXPECT_TRUE(rc::check("any texts", [] {
    const PageFooter any{.repository = *rc::gen::arbitrary<std::string>(),
                         .commit = *rc::gen::arbitrary<std::string>(),
                         .path = *rc::gen::arbitrary<std::string>(),
                         .session_id = *rc::gen::arbitrary<std::string>(),
                         .file = *rc::gen::arbitrary<std::string>(),
                         .agent = *rc::gen::arbitrary<std::string>(),
                         .edit_url = "https://" + *rc::gen::arbitrary<std::string>(),
                         .key = key};
    const std::string storage = with_footer("<p>x</p>", any);
    RC_ASSERT(fault_in_xml(storage).empty());
    RC_ASSERT(without_footer(storage, key) == "<p>x</p>");
  }));
}

}  // namespace
}  // namespace git_session::confluence
