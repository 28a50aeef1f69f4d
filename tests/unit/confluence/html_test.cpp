#include "confluence/html_tokens.h"
#include "unit/confluence/conversion.h"

namespace git_session::confluence {
namespace {

using Notes = std::vector<std::string>;

std::string expand(const std::string& title, const std::string& content) {
  const std::string parameter =
      title.empty() ? "" : "<ac:parameter ac:name=\"title\">" + title + "</ac:parameter>";
  const std::string body = content.empty()
                               ? "<ac:rich-text-body />"
                               : "<ac:rich-text-body>" + content + "</ac:rich-text-body>";
  return "<ac:structured-macro ac:name=\"expand\">" + parameter + body + "</ac:structured-macro>";
}

TEST(ConfluenceHtmlTest, KeepsStyles) {
  expect_conversions({
      {"<b>a</b> <i>b</i> <u>c</u> <s>d</s> H<sub>2</sub>O x<sup>2</sup> <kbd>e</kbd> f<br>g<br/>h",
       "<p><strong>a</strong> <em>b</em> <u>c</u> <del>d</del> H<sub>2</sub>O x<sup>2</sup> "
       "<code>e</code> f<br />g<br />h</p>"},
      {"a <!-- not shown --> b", "<p>a  b</p>"},
      {"<!-- not\n\nshown -->\n", ""},
      {"<!-- a -->b", "<p>b</p>"},
      {"<a href=\"https://a.example\" title=\"t\">b</a>",
       "<p><a href=\"https://a.example\" title=\"t\">b</a></p>"},
      {"<a name=\"x\"></a>a <a id=\"y\"/>b",
       "<p><ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">x</ac:parameter>"
       "</ac:structured-macro>a <ac:structured-macro ac:name=\"anchor\"><ac:parameter "
       "ac:name=\"\">y"
       "</ac:parameter></ac:structured-macro>b</p>"},
  });
}

TEST(ConfluenceHtmlTest, BalancesTags) {
  expect_conversions({
      {"<b>a\n\nb</b>", "<p><strong>a</strong></p><p>b</p>"},
      {"*a <b>b* c</b>", "<p><em>a <strong>b</strong></em> c</p>"},
      {"<b><i>a</b></i>", "<p><strong><em>a</em></strong></p>"},
      {"</b>a</p>", "<p>a</p>"},
      {"[a <b>](https://b.example) c</b>",
       "<p><a href=\"https://b.example\">a <strong /></a> c</p>"},
      {"[a <a href=\"https://c.example\">b</a>](https://b.example)",
       "<p><a href=\"https://b.example\">a b</a></p>"},
      {"|a|\n|-|\n|<b>x|\n\ny",
       "<table "
       "data-layout=\"align-start\"><thead><tr><th>a</th></tr></thead><tbody><tr><td><strong>"
       "x</strong></td></tr></tbody></table><p>y</p>"},
      {"- <b>a\n- b\n", "<ul><li><strong>a</strong></li><li>b</li></ul>"},
  });
}

TEST(ConfluenceHtmlTest, KeepsBlocks) {
  expect_conversions({
      {"<p align=\"center\">\n a &amp; b\n</p>\n",
       "<p style=\"text-align: center;\">a &amp; b </p>"},
      {"<div>\n\n*a*\n\n</div>\n", "<p><em>a</em></p>"},
      {"<h2>a</h2>\n<hr>\n<blockquote>b</blockquote>\n",
       "<h2>a</h2><hr /><blockquote><p>b</p></blockquote>"},
      {"<ul>\n<li>a\n<li>b<ol start=3><li>c</ul>\n",
       "<ul><li>a </li><li>b<ol start=\"3\"><li>c</li></ol></li></ul>"},
      {"<table>\n<tr><th>a<td colspan=2>b\n<tr><td>\n\n**c**\n\n</td></tr>\n</table>\n",
       "<table><tbody><tr><th>a</th><td colspan=\"2\">b "
       "</td></tr><tr><td><p><strong>c</strong></p></td>"
       "</tr></tbody></table>"},
      {"<table>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"},
      {"<table><thead><th>a</thead><tbody><td>b</table>",
       "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"},
      {"<table><td>b<tr><td>c</table>",
       "<table><tbody><tr><td>b</td></tr><tr><td>c</td></tr></tbody></table>"},
      {"<ul>\n\n- a\n\n</ul>", "<ul><li><ul><li>a</li></ul></li></ul>"},
      {"<pre><code class=\"language-go\">a &lt; b\n\n  c</code></pre>",
       "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">go</ac:parameter>"
       "<ac:plain-text-body><![CDATA[a < b\n\n  c]]></ac:plain-text-body></ac:structured-macro>"},
  });
}

TEST(ConfluenceHtmlTest, UnfoldsDetails) {
  expect_conversions({
      {"<details>\n<summary>A <b>b</b> &amp; c</summary>\n\n*d*\n\n</details>\n\ne",
       expand("A b &amp; c", "<p><em>d</em></p>") + "<p>e</p>"},
      {"<details><summary>a</summary>b</details>", expand("a", "<p>b</p>")},
      {"<details>\n\na\n\n</details>", expand("", "<p>a</p>")},
      {"<details>\n<summary>a</summary>\n\n- b\n", expand("a", "<ul><li>b</li></ul>")},
      {"<details><summary>a</summary>\n\n<details><summary>b</summary>\n\nc\n\n</details>\n\nd\n\n"
       "</details>\n\ne",
       expand("a", expand("b", "<p>c</p>") + "<p>d</p>") + "<p>e</p>"},
      {"- a\n  <details><summary>b</summary>c</details>\n",
       "<ul><li>a" + expand("b", "<p>c</p>") + "</li></ul>"},
      {"> <details>\n> <summary>a\n\nb",
       "<blockquote>" + expand("a", "") + "</blockquote><p>b</p>"},
  });
}

TEST(ConfluenceHtmlTest, ShowsOtherTagsAsText) {
  const struct {
    const char* markdown;
    const char* storage;
    Notes notes;
  } cases[] = {
      {"a <script>b</script>",
       "<p>a &lt;script&gt;b&lt;/script&gt;</p>",
       {"1: <script> is shown as text", "1: </script> is shown as text"}},
      {"<iframe src=\"x\">\n", "<p>&lt;iframe src=\"x\"&gt;</p>", {"1: <iframe> is shown as text"}},
      {"<style>\n\nb {}\n</style>",
       "<p>&lt;style&gt; b {} &lt;/style&gt;</p>",
       {"1: <style> is shown as text", "4: </style> is shown as text"}},
      {"a <table> b <li>",
       "<p>a &lt;table&gt; b &lt;li&gt;</p>",
       {"1: <table> is shown as text", "1: <li> is shown as text"}},
      {"<span style=\"color: red\">a</span> <mark>b</mark>",
       "<p>a b</p>",
       {"1: <span>: only its text is shown", "1: <mark>: only its text is shown"}},
      {"<div>\n<x-y z='1'>\n</div>", "<p>&lt;x-y z='1'&gt; </p>", {"2: <x-y> is shown as text"}},
  };
  for (const auto& [markdown, storage, notes] : cases) {
    EXPECT_EQ(converted(markdown).storage, storage) << markdown;
    EXPECT_EQ(notes_of(markdown), notes) << markdown;
  }
}

// A macro that is smuggled in could read other pages or run scripts.
TEST(ConfluenceHtmlTest, TakesNoMarkupOfConfluence) {
  for (const char* text :
       {"<ac:structured-macro ac:name=\"html\"><ac:plain-text-body>x</ac:plain-text-body>"
        "</ac:structured-macro>",
        "<div><ac:structured-macro ac:name=\"html\" /></div>", "a <ri:user ri:userkey=\"x\" /> b",
        "<ac:image>", "|a|\n|-|\n|<ac:link>|\n",
        "```\n]]></ac:plain-text-body><ac:structured-macro ac:name=\"x\">\n```",
        "{status:</ac:parameter><ac:x>}", "# <ac:link>", "![<ac:x>](a.png \"<ac:x>\")",
        "<details><summary><ac:x></summary>", "<AC:link>", "<img alt=\"<ac:x>\" src=\"a.png\">",
        "<div>&lt;ac:link&gt;</div>", "<pre><ac:link></pre>", "!!! note \"<ac:x>\"\n    a\n"}) {
    const std::string storage = converted(text).storage;
    for (const char* tag :
         {"<ac:x", "<ri:user", "<ac:link", "<ac:structured-macro ac:name=\"html\"", "<AC:"}) {
      EXPECT_EQ(storage.find(tag), storage.npos) << text;
    }
  }
}

TEST(ConfluenceHtmlTest, TakesTheMacrosItIsTold) {
  const ConversionOptions options{.macros = {"children", "panel"}};
  const auto block = [](const std::string& text) { return "```csf\n" + text + "\n```\n"; };
  const std::string children =
      "<ac:structured-macro ac:name=\"children\"><ac:parameter ac:name=\"depth\">2</ac:parameter>"
      "</ac:structured-macro>";
  const struct {
    std::string storage;
    std::string expected;
  } taken[] = {
      {children, children},
      {"<p>a &amp; b&nbsp;<br/></p><!-- c -->", "<p>a &amp; b\u00a0<br /></p>"},
      {"<ac:structured-macro ac:name='panel'><ac:plain-text-body><![CDATA[<x>]]>"
       "</ac:plain-text-body></ac:structured-macro>",
       "<ac:structured-macro ac:name=\"panel\"><ac:plain-text-body><![CDATA[<x>]]>"
       "</ac:plain-text-body></ac:structured-macro>"},
      // What a browser would pass over to find a program is no longer there to be passed over.
      {"<p><a href=\" javascript:x\">a</a></p>", "<p><a href=\"%20javascript:x\">a</a></p>"},
      {"<p><a href=\"java&#9;script:x\">a</a></p>", "<p><a href=\"java%09script:x\">a</a></p>"},
  };
  for (const auto& [storage, expected] : taken) {
    EXPECT_EQ(converted(block(storage), options).storage, expected);
    EXPECT_EQ(notes_of(block(storage), options), Notes());
  }
  const struct {
    std::string storage;
    const char* fault;
  } refused[] = {
      {"<ac:structured-macro ac:name=\"html\" />", "the macro 'html' is not allowed"},
      {"<ac:structured-macro />", "the macro '' is not allowed"},
      {"<p>" + children + "<ac:structured-macro ac:name=\"include\" /></p>",
       "the macro 'include' is not allowed"},
      {"<ri:user ri:account-id=\"x\" />", "<ri:user> is not allowed in it"},
      {"<script>x</script>", "<script> is not allowed in it"},
      {"<p onclick=\"x\" />", "the attribute onclick is not allowed in it"},
      {"<p id=\"a\" id=\"b\" />", "the attribute id stands there twice"},
      {"<a href=\"java&#115;cript:x\">a</a>", "it has a link to a program"},
      {"<p>", "<p> is not closed"},
      {"<p></h1>", "</h1> closes nothing"},
      {"a < b", "a '<' in it begins no tag"},
  };
  for (const auto& [storage, fault] : refused) {
    EXPECT_TRUE(converted(block(storage), options)
                    .storage.starts_with("<ac:structured-macro ac:name=\"code\">"))
        << storage;
    EXPECT_EQ(notes_of(block(storage), options),
              Notes{"1: storage format is shown as code: " + std::string(fault)});
  }
  EXPECT_EQ(notes_of(block(children)),
            Notes{"1: storage format is shown as code: no macro is allowed"});
}

TEST(ConfluenceHtmlTest, ReadsTokens) {
  const auto tokens = html_tokens("a < b<P a='1' b=2 c>d</p ><br/><!-- x --><?y?>&lt;<a b='");
  ASSERT_EQ(tokens.size(), 8U);
  EXPECT_EQ(tokens[0].source, "a < b");
  EXPECT_EQ(tokens[1].name, "p");
  EXPECT_EQ(*tokens[1].attribute("a"), "1");
  EXPECT_EQ(*tokens[1].attribute("b"), "2");
  EXPECT_EQ(*tokens[1].attribute("c"), "");
  EXPECT_EQ(tokens[1].attribute("d"), nullptr);
  EXPECT_EQ(tokens[3].kind, HtmlToken::Kind::end);
  EXPECT_TRUE(tokens[4].is_empty);
  EXPECT_EQ(tokens[5].kind, HtmlToken::Kind::comment);
  EXPECT_EQ(tokens[6].kind, HtmlToken::Kind::comment);
  EXPECT_EQ(tokens[7].source, "&lt;<a b='");
}

TEST(ConfluenceHtmlTest, DecodesEntities) {
  const struct {
    const char* html;
    const char* text;
  } cases[] = {
      {"&lt;&amp;&#65;&#x42;&nbsp;", "<&AB\u00a0"},
      {"&unknown; & &; &#; &#x;", "&unknown; & &; &#; &#x;"},
      {"&#0;&#xD800;&#x110000;", "\ufffd\ufffd\ufffd"},
      {"&amp;lt;", "&lt;"},
  };
  for (const auto& [html, text] : cases) EXPECT_EQ(decoded_html(html), text);
}

}  // namespace
}  // namespace git_session::confluence
