#include "confluence/storage_lines.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/text.h"
#include "confluence/convert_markdown.h"
#include "confluence/storage_canonical.h"
#include "support/storage_samples.h"

namespace git_session::confluence {
namespace {

using Lines = std::vector<std::string>;

TEST(StorageLinesTest, ShowsAPageLikeMarkdown) {
  const std::string storage =
      convert_markdown(
          "# A *b*\n\nOne **two** `three` ~~four~~ [five](http://six/) ![seven](eight.png)\n\n"
          "- a\n  - b\n\n    c\n- d\n\n3. e\n\n- [ ] f\n- [x] g\n\n|h|i|\n|-|-:|\n|1|2|\n\n"
          "> j\n\n```py title=\"T\"\nk = 1\n\n  l\n```\n\n> [!NOTE]\n> m "
          "{status:green|ok}\n\n***\n")
          .storage;
  const Lines expected{
      "# A *b*",
      "One **two** `three` ~~four~~ [five](http://six/) ![seven](eight.png)",
      "- a",
      "  - b",
      "    c",
      "- d",
      "{ol start=\"3\"}",
      "  1. e",
      "- [ ] f",
      "- [x] g",
      "{table data-layout=\"align-start\"}",
      "  || h || {: style=\"text-align: end\"} i |",
      "  | 1 | {: style=\"text-align: end\"} 2 |",
      "> j",
      "{code: language=\"py\" title=\"T\"} ```",
      "  k = 1",
      "  ",
      "    l",
      "{info:}",
      "  m {status: colour=\"Green\" title=\"ok\"}",
      "---",
  };
  EXPECT_EQ(readable_lines(storage), expected);
}

TEST(StorageLinesTest, ShowsWhatMarkdownHasNot) {
  const struct {
    std::string storage;
    Lines lines;
  } cases[] = {
      {"", {}},
      {"<p /><p>a</p>", {"{empty paragraph}", "a"}},
      {"<p>a * b [c] &nbsp;</p>", {"a \\* b \\[c\\] &nbsp;"}},
      {"<p># a</p><p>- b</p><p>1. c</p>", {"\\# a", "\\- b", "\\1. c"}},
      {"<p>Hi! a!<a href=\"b\">c</a></p>", {"Hi! a\\![c](b)"}},
      {"<p style=\"text-align: center\">a</p>", {"{: style=\"text-align: center\"} a"}},
      {"<p>a<br />b</p>", {"a{br}b"}},
      {"<p><br />b</p>", {"{p} {br}b"}},
      {"<p><u>a</u><sub>2</sub></p>", {"{p} {u|a}{sub|2}"}},
      {"text", {"+ text"}},
      {"<ac:link ac:anchor=\"x\"><ac:link-body>a</ac:link-body></ac:link>",
       {"+ [a]({}){: ac:anchor=\"x\"}"}},
      {"<p>see <ac:link><ri:page ri:content-title=\"T\" "
       "/><ac:link-body>a</ac:link-body></ac:link></p>",
       {"see [a]({ri:page ri:content-title=\"T\"})"}},
      {"<ac:structured-macro ac:name=\"toc\" data-x=\"1\" />", {"{toc: @data-x=\"1\"}"}},
      {"<ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">a\"b</ac:parameter>"
       "</ac:structured-macro>",
       {"{anchor: \"a\\\"b\"}"}},
      {"<ac:structured-macro ac:name=\"x\"><ac:parameter ac:name=\"p\"><ri:page ri:content-title="
       "\"T\" /></ac:parameter></ac:structured-macro>",
       {"{x: p={|{ri:page ri:content-title=\"T\"}}}"}},
      {"<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body /></ac:structured-macro>",
       {"{expand:} {empty}"}},
      {"<ac:layout><ac:layout-section ac:type=\"single\"><ac:layout-cell><p>a</p></ac:layout-cell>"
       "</ac:layout-section></ac:layout>",
       {"{ac:layout}", "  {ac:layout-section ac:type=\"single\"}", "    {ac:layout-cell}",
        "      a"}},
      {"<ul><li>a</li></ul><ul><li>b</li></ul>", {"- a", "{ul}", "  - b"}},
      {"<table><tbody><tr><td colspan=\"2\">a</td><td><p>b</p><p>c</p></td></tr></tbody></table>",
       {"{table}", "  | {@ colspan=\"2\"} a | {@|{p|b}{p|c}} |"}},
  };
  for (const auto& [storage, lines] : cases) EXPECT_EQ(readable_lines(storage), lines) << storage;
}

TEST(StorageLinesTest, TakesWhateverIsNestedDeeply) {
  std::string storage = "<p>a</p>";
  for (int i = 0; i < 20; ++i) storage = "<blockquote>" + storage + "</blockquote>";
  const Lines lines = readable_lines(storage);
  ASSERT_EQ(lines.size(), 20U);
  EXPECT_EQ(lines.back(), "{level 19} > a");
}

TEST(StorageLinesTest, DifferWhereverPagesDiffer) {
  EXPECT_TRUE(rc::check("a page and its change", [] {
    const StorageNodes nodes = *any_storage_nodes();
    const StorageNodes changed = *rc::gen::exec([&nodes] { return changed_somewhere(nodes); });
    const std::string left = write_storage(nodes);
    const std::string right = write_storage(changed);
    const bool is_equal = canonical_storage(left) == canonical_storage(right);
    if (is_equal != (readable_lines(left) == readable_lines(right))) {
      RC_FAIL(left + "\n" + right + "\n" + join(readable_lines(left), "\n"));
    }
  }));
}

}  // namespace
}  // namespace git_session::confluence
