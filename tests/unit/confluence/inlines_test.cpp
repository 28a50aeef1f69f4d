#include "unit/confluence/conversion.h"

namespace git_session::confluence {
namespace {

using Notes = std::vector<std::string>;

std::string code(const std::string& parameters, const std::string& text) {
  return "<ac:structured-macro ac:name=\"code\">" + parameters + "<ac:plain-text-body><![CDATA[" +
         text + "]]></ac:plain-text-body></ac:structured-macro>";
}

std::string parameter(const std::string& name, const std::string& value) {
  return "<ac:parameter ac:name=\"" + name + "\">" + value + "</ac:parameter>";
}

std::string status(const std::string& colour, const std::string& title) {
  return "<ac:structured-macro ac:name=\"status\">" + parameter("colour", colour) +
         parameter("title", title) + "</ac:structured-macro>";
}

TEST(ConfluenceInlinesTest, WritesStyles) {
  expect_conversions({
      {"*a* **b** ~~c~~ `d < e` ***f***",
       "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d &lt; e</code> "
       "<em><strong>f</strong></em></p>"},
      {"a &amp; b &lt; &copy; \\* c", "<p>a &amp; b &lt; © * c</p>"},
      {"<https://a.example/?b=1&c=2> www.a.example me@a.example",
       "<p><a href=\"https://a.example/?b=1&amp;c=2\">https://a.example/?b=1&amp;c=2</a> "
       "<a href=\"http://www.a.example\">www.a.example</a> "
       "<a href=\"mailto:me@a.example\">me@a.example</a></p>"},
  });
}

TEST(ConfluenceInlinesTest, WritesCode) {
  const struct {
    const char* markdown;
    std::string storage;
  } cases[] = {
      {"```\na\n\n```", code("", "a\n")},
      {"    a\n    b\n", code("", "a\nb")},
      {"```python\n```", code(parameter("language", "py"), "")},
      {"```C++\n```", code(parameter("language", "cpp"), "")},
      {"```text\n```", code("", "")},
      {"```mermaid\ngraph TD\n```", code(parameter("language", "mermaid"), "graph TD")},
      {"```sh title A b c\n```",
       code(parameter("language", "bash") + parameter("title", "A b c"), "")},
      {"```sh collapse title=\"A & b\" linenumbers firstline=5\n```",
       code(parameter("language", "bash") + parameter("title", "A &amp; b") +
                parameter("collapse", "true") + parameter("linenumbers", "true") +
                parameter("firstline", "5"),
            "")},
      {"```js 7\n```", code(parameter("language", "js") + parameter("linenumbers", "true") +
                                parameter("firstline", "7"),
                            "")},
      {"```{.js linenums='3' collapse=false}\n```",
       code(parameter("language", "js") + parameter("linenumbers", "true") +
                parameter("firstline", "3"),
            "")},
      {"``` title=x\n```", code(parameter("title", "x"), "")},
      {"```\na]]>b\n```", code("", "a]]]]><![CDATA[>b")},
  };
  for (const auto& [markdown, storage] : cases) {
    EXPECT_EQ(converted(markdown).storage, storage) << markdown;
    EXPECT_EQ(notes_of(markdown), Notes()) << markdown;
  }
}

TEST(ConfluenceInlinesTest, LeavesOutLanguagesThatConfluenceDoesNotKnow) {
  EXPECT_EQ(converted("```d2\nx\n```").storage, code("", "x"));
  EXPECT_EQ(notes_of("a\n\n```d2\nx\n```"),
            Notes{"3: Confluence does not know the language 'd2': the code is shown without "
                  "colours"});
  // Data Center shows an error in place of the code.
  EXPECT_EQ(converted("```rust\nx\n```", {.editor = Editor::old}).storage, code("", "x"));
  EXPECT_EQ(notes_of("```rust\nx\n```", {.editor = Editor::old}).size(), 1U);
  EXPECT_EQ(converted("```java\nx\n```", {.editor = Editor::old}).storage,
            code(parameter("language", "java"), "x"));
}

TEST(ConfluenceInlinesTest, WritesStatusLozenges) {
  const struct {
    const char* markdown;
    std::string storage;
  } cases[] = {
      {"is {status:Done}.", "<p>is " + status("Grey", "Done") + ".</p>"},
      {"{status:green|On track}", "<p>" + status("Green", "On track") + "</p>"},
      {"{status:title=A & b|colour=Red}", "<p>" + status("Red", "A &amp; b") + "</p>"},
      {"{status:gray|x} {status:Green}",
       "<p>" + status("Grey", "x") + " " + status("Grey", "Green") + "</p>"},
      {"|a|\n|-|\n|{status:blue\\|x}|\n",
       "<table data-layout=\"align-start\"><thead><tr><th>a</th></tr></thead><tbody><tr><td>" +
           status("Blue", "x") + "</td></tr></tbody></table>"},
      {"{status:} {status:a", "<p>{status:} {status:a</p>"},
      {"`{status:x}`", "<p><code>{status:x}</code></p>"},
  };
  for (const auto& [markdown, storage] : cases) {
    EXPECT_EQ(converted(markdown).storage, storage) << markdown;
  }
  EXPECT_EQ(notes_of("{status:colour=pink|title=x}"),
            Notes{"1: a status has no colour 'pink': it is shown in grey"});
}

TEST(ConfluenceInlinesTest, MentionsWhomItIsTold) {
  const ConversionOptions options{.mentions = {{"ada", "id-1"}, {"ada@a.example", "id-2"}}};
  const auto mention = [](const std::string& id) {
    return "<ac:link><ri:user ri:account-id=\"" + id + "\" /></ac:link>";
  };
  EXPECT_EQ(converted("Ask @ada, or @{ada@a.example}.", options).storage,
            "<p>Ask " + mention("id-1") + ", or " + mention("id-2") + ".</p>");
  EXPECT_EQ(converted("@ada. b@ada @adam `@ada` [@ada](x:y) @ada-b", options).storage,
            "<p>" + mention("id-1") + ". b@ada @adam <code>@ada</code> @ada (x:y) @ada-b</p>");
  EXPECT_EQ(converted("@{grace} @grace", options).storage, "<p>@{grace} @grace</p>");
  EXPECT_EQ(notes_of("@{grace} @grace", options),
            Notes{"1: no account is known for '@{grace}': it stays text"});
  ConversionOptions old = options;
  old.editor = Editor::old;
  EXPECT_EQ(converted("@ada", old).storage,
            "<p><ac:link><ri:user ri:userkey=\"id-1\" /></ac:link></p>");
}

TEST(ConfluenceInlinesTest, CountsLinesWithinAParagraph) {
  EXPECT_EQ(notes_of("---\na: b\n---\none\ntwo <x>\nthree  \n<y>\n"),
            (Notes{"5: <x> is shown as text", "7: <y> is shown as text"}));
  EXPECT_EQ(
      notes_of("!!! note\n    a\n    <x>\n\n    <y>\nb <z>\n"),
      (Notes{"3: <x> is shown as text", "5: <y> is shown as text", "6: <z> is shown as text"}));
}

}  // namespace
}  // namespace git_session::confluence
