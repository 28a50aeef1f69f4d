#include <algorithm>

#include "unit/confluence/conversion.h"

namespace git_session::confluence {
namespace {

using Notes = std::vector<std::string>;

std::string parameter(const std::string& name, const std::string& value) {
  return "<ac:parameter ac:name=\"" + name + "\">" + value + "</ac:parameter>";
}

std::string macro(const std::string& name, const std::string& body,
                  const std::string& parameters = {}) {
  return "<ac:structured-macro ac:name=\"" + name + "\">" + parameters +
         (body.empty() ? "<ac:rich-text-body />"
                       : "<ac:rich-text-body>" + body + "</ac:rich-text-body>") +
         "</ac:structured-macro>";
}

std::string contents(const std::string& parameters) {
  return "<ac:structured-macro ac:name=\"toc\">" + parameters + "</ac:structured-macro>";
}

const std::string table =
    "<table data-layout=\"align-start\"><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr>"
    "<td>1</td><td>2</td></tr></tbody></table>";

TEST(ConfluenceWikiMacrosTest, WritesTheTableOfContents) {
  const std::string bare = "<ac:structured-macro ac:name=\"toc\" />";
  expect_conversions({
      {"{toc}", bare},
      {"a\n\n{TOC}\n\nb", "<p>a</p>" + bare + "<p>b</p>"},
      {"{toc:maxLevel=2}", contents(parameter("maxLevel", "2"))},
      {"{toc:minlevel=1|outline=true|style=lower-roman|type=flat|printable=false}",
       contents(parameter("minLevel", "1") + parameter("outline", "true") +
                parameter("style", "lower-roman") + parameter("type", "flat") +
                parameter("printable", "false"))},
      {"{panel}\n{toc}\n{panel}", macro("panel", bare)},
  });
  EXPECT_EQ(converted("{toc:include=.*|maxLevel=7|maxLevel=2|x}").storage,
            contents(parameter("maxLevel", "2")));
  EXPECT_EQ(notes_of("a\n\n{toc:include=.*|maxLevel=7|x}\n"),
            (Notes{"3: {toc}: 'include=.*' is left out", "3: {toc}: 'maxLevel=7' is left out",
                   "3: {toc}: 'x' is left out"}));
  EXPECT_EQ(converted("a\n{toc}").storage, "<p>a {toc}</p>");
  EXPECT_EQ(notes_of("a\n{toc}"),
            Notes{"2: '{toc}' is shown as text: it is no paragraph of its own"});
}

TEST(ConfluenceWikiMacrosTest, WritesMacrosOnOneLine) {
  expect_conversions({
      {"{panel:title=Key Finding}It *works*{panel}",
       macro("panel", "<p>It <em>works</em></p>", parameter("title", "Key Finding"))},
      {"{info}a{info}", macro("info", "<p>a</p>")},
      {"{note} a {note}\n", macro("note", "<p>a</p>")},
      {"{tip:title=A & b}a{tip}", macro("tip", "<p><strong>A &amp; b</strong></p><p>a</p>")},
      {"{Warning}a{WARNING}", macro("warning", "<p>a</p>")},
      {"{expand:More}a{expand}", macro("expand", "<p>a</p>", parameter("title", "More"))},
      {"{panel}{panel}", macro("panel", "")},
      {"{info}a{info}\n{tip}b{tip}", macro("info", "<p>a</p>") + macro("tip", "<p>b</p>")},
      {"{panel}{note}a{note}{panel}", macro("panel", macro("note", "<p>a</p>"))},
      {"a\n{info}b{info}\nc", "<p>a</p>" + macro("info", "<p>b</p>") + "<p>c</p>"},
      {"- {info}a{info}\n- b\n", "<ul><li>" + macro("info", "<p>a</p>") + "</li><li>b</li></ul>"},
      {"> {info}a{info}\n", "<blockquote>" + macro("info", "<p>a</p>") + "</blockquote>"},
  });
}

TEST(ConfluenceWikiMacrosTest, WritesMacrosOverSeveralBlocks) {
  const std::string list = "<ul><li>a</li><li>b</li></ul>";
  expect_conversions({
      {"{info}\na\nb\n{info}\nc", macro("info", "<p>a b</p>") + "<p>c</p>"},
      {"{info}\n\n# H\n\n***\n\n{info}\n\n[x](#h)",
       macro("info", "<h1 id=\"H\">H</h1><hr />") + "<p><a href=\"#H\">x</a></p>"},
      {"{info}\n- a\n- b\n\n{info}\n", macro("info", list)},
      // Markdown takes the last line for one of the list, the quote or the table.
      {"{info}\n- a\n- b\n{info}\n", macro("info", list)},
      {"{info}\n- a\n- b\n{info}\nafter\n", macro("info", list) + "<p>after</p>"},
      {"{info}\n> a\n{info}\n", macro("info", "<blockquote><p>a</p></blockquote>")},
      {"{info}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n{info}\n\nafter",
       macro("info", table) + "<p>after</p>"},
      {"{panel:title=x}\na\n\n{tip}\nb\n\nc\n{tip}\n{panel}",
       macro("panel", "<p>a</p>" + macro("tip", "<p>b</p><p>c</p>"), parameter("title", "x"))},
      {"{panel}\n\n<details><summary>s</summary>\n\nx\n\n{panel}\n\n</details>\n\ny",
       macro("panel", macro("expand", "<p>x</p>", parameter("title", "s"))) + "<p>y</p>"},
  });
}

TEST(ConfluenceWikiMacrosTest, TakesPlainParametersOnly) {
  EXPECT_EQ(converted("{panel:bgColor=#FFF|titleBGColor=#a1b2c3|titleColor=white|borderColor=red|"
                      "borderStyle=dashed|borderWidth=2px}a{panel}")
                .storage,
            macro("panel", "<p>a</p>",
                  parameter("bgColor", "#FFF") + parameter("titleBGColor", "#a1b2c3") +
                      parameter("titleColor", "white") + parameter("borderColor", "red") +
                      parameter("borderStyle", "dashed") + parameter("borderWidth", "2px")));
  for (const std::string text :
       {"bgColor=url(x)", "bgColor=#ffff", "bgColor=#ggg", "bgColor=red;x",
        "bgColor=", "borderWidth=99", "borderWidth=-1", "borderWidth=1em", "borderStyle=x",
        "class=x", "atlassian-macro-output-type=x", "maxLevel=2", "title=b"}) {
    const std::string markdown = "{panel:title=t|" + text + "}a{panel}";
    EXPECT_EQ(converted(markdown).storage, macro("panel", "<p>a</p>", parameter("title", "t")))
        << text;
    EXPECT_EQ(notes_of(markdown), Notes{"1: {panel}: '" + text + "' is left out"}) << text;
  }
  EXPECT_EQ(notes_of("{expand:x|bgColor=red}a{expand}"),
            Notes{"1: {expand}: 'bgColor=red' is left out"});
}

TEST(ConfluenceWikiMacrosTest, ShowsWhatHasNoPartnerAsText) {
  const auto note = [](int line, const std::string& name) {
    return std::to_string(line) + ": '{" + name +
           "}' is shown as text: one has to begin a line and one to end this or a later line "
           "beside it";
  };
  const struct {
    std::string markdown;
    std::string storage;
    Notes notes;
  } cases[] = {
      {"{panel:title=x}\na\n", "<p>{panel:title=x} a</p>", {note(1, "panel")}},
      {"a\n\nb\n{info}\n", "<p>a</p><p>b {info}</p>", {note(4, "info")}},
      {"a {tip} b {tip} c", "<p>a {tip} b {tip} c</p>", {note(1, "tip")}},
      {"a<!--\n-->{info}", "<p>a{info}</p>", {note(2, "info")}},
      {"{info}\n{tip}\na\n{info}", macro("info", "<p>{tip} a</p>"), {note(2, "tip")}},
      {"{info}\n\n- a\n  {tip}\n",
       "<p>{info}</p><ul><li>a {tip}</li></ul>",
       {note(1, "info"), note(4, "tip")}},
      {"{info}\n\n> {info}\n",
       "<p>{info}</p><blockquote><p>{info}</p></blockquote>",
       {note(1, "info"), note(3, "info")}},
      {"# {info}a{info}\n", "<h1 id=\"{info}a{info}\">{info}a{info}</h1>", {note(1, "info")}},
      {"{info} *a* b{info} c", "<p>{info} <em>a</em> b{info} c</p>", {note(1, "info")}},
      {"{panel:title=*x*}a{panel}", "<p>{panel:title=<em>x</em>}a{panel}</p>", {note(1, "panel")}},
  };
  for (const auto& [markdown, storage, notes] : cases) {
    EXPECT_EQ(converted(markdown).storage, storage) << markdown;
    EXPECT_EQ(notes_of(markdown), notes) << markdown;
  }
}

// They could read other pages or run scripts.
TEST(ConfluenceWikiMacrosTest, TakesNoOtherMacro) {
  for (const std::string name :
       {"include", "html", "iframe", "excerpt", "excerpt-include", "jira", "children", "HTML"}) {
    const std::string text = "{" + name + ":x}\na\n{" + name + "}";
    EXPECT_EQ(converted(text).storage, "<p>{" + name + ":x} a {" + name + "}</p>");
    const std::string note =
        "'{" + name + "}' is shown as text: it is none of the macros that are taken from Markdown";
    EXPECT_EQ(notes_of(text), (Notes{"1: " + note, "3: " + note}));
  }
  EXPECT_EQ(notes_of("{painel:title=x}").size(), 1U);
  expect_conversions({
      {"{name} {a:b} {0} {width=3} {}", "<p>{name} {a:b} {0} {width=3} {}</p>"},
      {"`{panel}` `{toc}`", "<p><code>{panel}</code> <code>{toc}</code></p>"},
      {"{ `{info}` {\n`{info}`\n`{info}a{info}`\nb",
       "<p>{ <code>{info}</code> { <code>{info}</code> <code>{info}a{info}</code> b</p>"},
      {"{info}\n`{info}`\n{info}", macro("info", "<p><code>{info}</code></p>")},
      {"{info}\n- a\n  `{info}`\n{info}", macro("info", "<ul><li>a <code>{info}</code></li></ul>")},
      {"    {info}\n",
       "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[{info}]]>"
       "</ac:plain-text-body></ac:structured-macro>"},
  });
  const std::string title = converted("{panel:title=\"/><ac:x>]]&gt;}a{panel}").storage;
  EXPECT_EQ(title.find("<ac:x"), title.npos) << title;
}

TEST(ConfluenceWikiMacrosTest, CutsNestingAtADepth) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "{panel:title=x}\n\n";
  text += "a\n\n";
  for (int i = 0; i < 20; ++i) text += "{panel}\n\n";
  const std::string storage = converted(text).storage;
  size_t depth = 0;
  size_t deepest = 0;
  for (size_t at = storage.find("ac:rich-text-body>"); at != storage.npos;
       at = storage.find("ac:rich-text-body>", at + 1)) {
    storage[at - 1] == '/' ? --depth : ++depth;
    deepest = std::max(deepest, depth);
  }
  EXPECT_EQ(deepest, 8U);
}

TEST(ConfluenceWikiMacrosTest, KeepsTheLinesOfNotes) {
  EXPECT_EQ(
      notes_of("---\nx: y\n---\na\n{info}\n\na <x>\nb <y>\n{info}\n<z>\n"),
      (Notes{"7: <x> is shown as text", "8: <y> is shown as text", "10: <z> is shown as text"}));
  EXPECT_EQ(notes_of("{info}\n- a\n  b\n{info}\nc\n<x>\n"), Notes{"6: <x> is shown as text"});
}

}  // namespace
}  // namespace git_session::confluence
