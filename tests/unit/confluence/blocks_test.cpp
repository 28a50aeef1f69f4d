#include "unit/confluence/conversion.h"

namespace git_session::confluence {
namespace {

using Notes = std::vector<std::string>;

std::string panel(const std::string& macro, const std::string& content) {
  return "<ac:structured-macro ac:name=\"" + macro + "\"><ac:rich-text-body>" + content +
         "</ac:rich-text-body></ac:structured-macro>";
}

std::string expand(const std::string& title, const std::string& content) {
  return "<ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"title\">" + title +
         "</ac:parameter><ac:rich-text-body>" + content +
         "</ac:rich-text-body></ac:structured-macro>";
}

std::string task(int id, const std::string& status, const std::string& body) {
  return "<ac:task><ac:task-id>" + std::to_string(id) + "</ac:task-id><ac:task-status>" + status +
         "</ac:task-status><ac:task-body>" + body + "</ac:task-body></ac:task>";
}

std::string tasks(const std::string& content) {
  return "<ac:task-list>" + content + "</ac:task-list>";
}

TEST(ConfluenceBlocksTest, WritesParagraphsHeadingsAndQuotes) {
  expect_conversions({
      {"", ""},
      {"a\nb\n\nc  \nd\\\ne", "<p>a b</p><p>c<br />d<br />e</p>"},
      {"# A *b*\n\nC d\n---\n", "<h1 id=\"A-b\">A <em>b</em></h1><h2 id=\"C-d\">C d</h2>"},
      {"###### x #\n\n#\n", "<h6 id=\"x\">x</h6><h1 />"},
      {"> a\n> > b\n", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"},
      {"a\n\n***\n", "<p>a</p><hr />"},
      {"---\ntitle: x\n---\nbody", "<p>body</p>"},
      {"[TOC]\n\n[[_TOC_]]\n",
       "<ac:structured-macro ac:name=\"toc\" /><ac:structured-macro ac:name=\"toc\" />"},
      {"see [TOC] and [[_TOC_]]", "<p>see [TOC] and [[<em>TOC</em>]]</p>"},
  });
}

TEST(ConfluenceBlocksTest, WritesLists) {
  expect_conversions({
      {"- a\n- b\n", "<ul><li>a</li><li>b</li></ul>"},
      {"- a\n\n- b\n", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"},
      {"1. a\n2. b\n", "<ol><li>a</li><li>b</li></ol>"},
      {"7) a\n", "<ol start=\"7\"><li>a</li></ol>"},
      {"0. a\n", "<ol start=\"0\"><li>a</li></ol>"},
      {"text\n- a\n", "<p>text</p><ul><li>a</li></ul>"},
      {"- a\n  ```\n  x\n  ```\n  b\n",
       "<ul><li><p>a</p><ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[x]]>"
       "</ac:plain-text-body></ac:structured-macro><p>b</p></li></ul>"},
      {"-\n- # h\n", "<ul><li /><li><h1 id=\"h\">h</h1></li></ul>"},
  });
}

// Every indent that CommonMark allows gives the same list.
TEST(ConfluenceBlocksTest, NestsListsAtAnyIndent) {
  for (const char* text :
       {"- a\n  - b\n    - c\n- d\n", "- a\n   - b\n     - c\n- d\n",
        "- a\n    - b\n        - c\n- d\n", "-   a\n    -   b\n        -   c\n-   d\n",
        "- a\n\t- b\n\t\t- c\n- d\n", "+ a\n  + b\n    + c\n+ d\n"}) {
    EXPECT_EQ(converted(text).storage,
              "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>")
        << text;
  }
  EXPECT_EQ(converted("1. a\n   1. b\n2. c\n").storage,
            "<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>");
}

TEST(ConfluenceBlocksTest, WritesTasksWhereAllItemsAreTasks) {
  expect_conversions({
      {"- [x] a\n- [ ] *b*\n",
       tasks(task(1, "complete", "a") + task(2, "incomplete", "<em>b</em>"))},
      {"- [ ] a\n\n- [ ] b\n\ntext\n\n- [X] c\n",
       tasks(task(1, "incomplete", "a") + task(2, "incomplete", "b")) + "<p>text</p>" +
           tasks(task(3, "complete", "c"))},
  });
  const std::string inner = tasks(task(2, "incomplete", "b") + task(3, "complete", "c"));
  const std::string nested = tasks(task(1, "complete", "a" + inner) + task(4, "incomplete", "d"));
  for (const char* text :
       {"- [x] a\n  - [ ] b\n  - [x] c\n- [ ] d\n", "- [x] a\n    - [ ] b\n    - [x] c\n- [ ] d\n",
        "- [x] a\n\t- [ ] b\n\t- [x] c\n- [ ] d\n"}) {
    EXPECT_EQ(converted(text).storage, nested) << text;
  }
}

TEST(ConfluenceBlocksTest, ShowsOtherTasksAsAList) {
  const struct {
    const char* markdown;
    const char* storage;
  } cases[] = {
      {"- [x] a\n- b\n", "<ul><li>[x] a</li><li>b</li></ul>"},
      {"1. [ ] a\n", "<ol><li>[ ] a</li></ol>"},
      {"- [ ] a\n  - b\n", "<ul><li>[ ] a<ul><li>b</li></ul></li></ul>"},
      {"- [ ] a\n\n  b\n", "<ul><li><p>[ ] a</p><p>b</p></li></ul>"},
  };
  for (const auto& [markdown, storage] : cases) {
    EXPECT_EQ(converted(markdown).storage, storage);
    const Notes notes = notes_of(markdown);
    ASSERT_EQ(notes.size(), 1U) << markdown;
    EXPECT_TRUE(notes[0].starts_with("1: the tasks are shown as a plain list")) << notes[0];
  }
}

TEST(ConfluenceBlocksTest, WritesTables) {
  expect_conversions({
      {"a|b\n-|-\n1|*2*\n3|\n",
       "<table data-layout=\"align-start\"><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr>"
       "<td>1</td><td><em>2</em></td></tr><tr><td>3</td><td /></tr></tbody></table>"},
      {"a|b|c\n:-|:-:|-:\n1|2|\n",
       "<table data-layout=\"align-start\"><thead><tr><th>a</th>"
       "<th><p style=\"text-align: center;\">b</p></th>"
       "<th><p style=\"text-align: right;\">c</p></th></tr></thead><tbody><tr><td>1</td>"
       "<td><p style=\"text-align: center;\">2</p></td><td /></tr></tbody></table>"},
      {"|a|\n|-|\n",
       "<table data-layout=\"align-start\"><thead><tr><th>a</th></tr></thead></table>"},
      {"|a|\n|-|\n|x<br>y<ul><li>1</li><li>2</li></ul>|\n",
       "<table data-layout=\"align-start\"><thead><tr><th>a</th></tr></thead><tbody><tr>"
       "<td>x<br />y<ul><li>1</li><li>2</li></ul></td></tr></tbody></table>"},
  });
  EXPECT_EQ(converted("|a|\n|-|\n", {.editor = Editor::old}).storage,
            "<table><thead><tr><th>a</th></tr></thead></table>");
}

TEST(ConfluenceBlocksTest, WritesAlertsAsPanels) {
  expect_conversions({
      {"> [!NOTE]\n> a\n", panel("info", "<p>a</p>")},
      {"> [!TIP]\n> a\n", panel("tip", "<p>a</p>")},
      {"> [!IMPORTANT]\n> a\n", panel("note", "<p>a</p>")},
      {"> [!WARNING]\n> a\n", panel("note", "<p>a</p>")},
      {"> [!CAUTION]\n> - a\n", panel("warning", "<ul><li>a</li></ul>")},
      {"> [!NOTE]\n> a\n\n> [!NOTE]\n> b\n", panel("info", "<p>a</p>") + panel("info", "<p>b</p>")},
      {"> [!OTHER]\n> a\n", "<blockquote><p>[!OTHER] a</p></blockquote>"},
      // GitLab's.
      {"> [!warning] Look *out*\n> a\n",
       "<blockquote><p>[!warning] Look <em>out</em> a</p></blockquote>"},
      {"> [!warning] Look out\n> a\n", panel("note", "<p><strong>Look out</strong></p><p>a</p>")},
      {"> FLAG: a\n> b\n", panel("note", "<p>a b</p>")},
      {"> NOTE:\n> a\n>\n> b\n", panel("info", "<p>a</p><p>b</p>")},
      {"> DISCLAIMER: a", panel("info", "<p>a</p>")},
      {"> NOTES: a", "<blockquote><p>NOTES: a</p></blockquote>"},
      {">>> [!caution]\na\n\n- b\n>>>\nc\n",
       panel("warning", "<p>a</p><ul><li>b</li></ul>") + "<p>c</p>"},
      {">>>\na\n>>>\n", "<blockquote><p>a</p></blockquote>"},
  });
}

TEST(ConfluenceBlocksTest, WritesAdmonitionsAsPanels) {
  expect_conversions({
      {"!!! note\n    a\n", panel("note", "<p>a</p>")},
      {"!!! danger \"Hot & <b>\"\n    a\n\n    - b\nc\n",
       panel("warning", "<p><strong>Hot &amp; &lt;b&gt;</strong></p><p>a</p><ul><li>b</li></ul>") +
           "<p>c</p>"},
      {"!!! pied-piper\n    a\n", panel("info", "<p><strong>Pied-piper</strong></p><p>a</p>")},
      {"!!! quote \"Ada\"\n    a\n",
       "<blockquote><p><strong>Ada</strong></p><p>a</p></blockquote>"},
      {"!!! tip\n    a\n!!! info\n    b\n", panel("tip", "<p>a</p>") + panel("info", "<p>b</p>")},
      {"!!! tip\n    !!! info inline\n        b\n", panel("tip", panel("info", "<p>b</p>"))},
      {"??? info \"More\"\n    a\n", expand("More", "<p>a</p>")},
      {"???+ tip\n    a\n", expand("tip", "<p>a</p>")},
      {"!!! note\nnothing below\n", "<p>!!! note nothing below</p>"},
  });
}

TEST(ConfluenceBlocksTest, WritesFootnotes) {
  const auto link = [](const std::string& to, const std::string& text) {
    return "<a href=\"#" + to + "\">" + text + "</a>";
  };
  const auto anchor = [](const std::string& name) {
    return "<ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">" + name +
           "</ac:parameter></ac:structured-macro>";
  };
  EXPECT_EQ(
      converted("a[^x] b[^y] c[^x]\n\n[^x]: one\n[^y]: > two\n").storage,
      "<p>a<sup>" + anchor("fnref-1") + link("fn-1", "1") + "</sup> b<sup>" + anchor("fnref-2") +
          link("fn-2", "2") + "</sup> c<sup>" + anchor("fnref-1-2") + link("fn-1", "1") +
          "</sup></p><hr /><ol><li><p>" + anchor("fn-1") + "one " + link("fnref-1", "↩") + " " +
          link("fnref-1-2", "↩<sup>2</sup>") + "</p></li><li><p>" + anchor("fn-2") +
          "</p><blockquote><p>two</p></blockquote><p> " + link("fnref-2", "↩") + "</p></li></ol>");
  EXPECT_EQ(converted("a[^x]\n\n[^x]: one\n", {.editor = Editor::old}).storage,
            "<p>a<sup>" + anchor("fnref-1") +
                "<ac:link ac:anchor=\"fn-1\"><ac:link-body>1</ac:link-body></ac:link></sup></p>"
                "<hr /><ol><li><p>" +
                anchor("fn-1") +
                "one <ac:link ac:anchor=\"fnref-1\"><ac:link-body>↩</ac:link-body></ac:link></p>"
                "</li></ol>");
}

TEST(ConfluenceBlocksTest, SaysWhatCouldNotBeRead) {
  std::string row = "a";
  for (int i = 0; i < 400; ++i) row += "|a";
  std::string delimiters = "-";
  for (int i = 0; i < 400; ++i) delimiters += "|-";
  std::string table = row + "\n" + delimiters + "\n";
  for (int i = 0; i < 300; ++i) table += row + "\n";
  EXPECT_EQ(notes_of("text\n\n" + table),
            Notes{"3: the table is too large to read and is shown as code"});
  EXPECT_EQ(notes_of("x [^a\nb] y[^1]\n\n[^1]: a note\n"),
            Notes{"1: '[^' without an end near: footnotes are shown as they are written"});
  EXPECT_EQ(notes_of("a\n\nhttp://" + std::string(2'000, 'x')),
            Notes{"3: an address is too long: bare addresses are not made links"});
}

}  // namespace
}  // namespace git_session::confluence
