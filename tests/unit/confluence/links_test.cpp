#include "unit/confluence/conversion.h"

namespace git_session::confluence {
namespace {

using Notes = std::vector<std::string>;

std::string paragraph(const std::string& content) { return "<p>" + content + "</p>"; }

TEST(ConfluenceLinksTest, WritesLinks) {
  expect_conversions({
      {"[*a*](https://b.example/c \"d\")",
       "<p><a href=\"https://b.example/c\" title=\"d\"><em>a</em></a></p>"},
      {"[a](<https://b.example/c d>)", "<p><a href=\"https://b.example/c%20d\">a</a></p>"},
      {"[](https://b.example)", "<p><a href=\"https://b.example\">https://b.example</a></p>"},
      {"[a](mailto:b@c.example) [d](tel:123)",
       "<p><a href=\"mailto:b@c.example\">a</a> <a href=\"tel:123\">d</a></p>"},
      {"[![a](https://b.example/i.png)](https://c.example)",
       "<p><a href=\"https://c.example\"><ac:image ac:alt=\"a\">"
       "<ri:url ri:value=\"https://b.example/i.png\" /></ac:image></a></p>"},
  });
}

TEST(ConfluenceLinksTest, MakesNoLinkThatABrowserWouldRun) {
  const struct {
    const char* markdown;
    const char* storage;
    const char* note;
  } cases[] = {
      {"[a](javascript:alert(1))", "a (javascript:alert(1))", "javascript"},
      {"[a](JavaScript:x)", "a (JavaScript:x)", "javascript"},
      {"[a](data:text/html,x)", "a (data:text/html,x)", "data"},
      {"<vbscript:x>", "&lt;vbscript:x&gt;", "vbscript"},
      {"<ac:rich-text-body>", "&lt;ac:rich-text-body&gt;", "ac"},
      {"<a href=\"javascript:x\">a</a>", "a", "javascript"},
      {"[a](file:///etc/passwd)", "a (file:///etc/passwd)", "file"},
  };
  for (const auto& [markdown, storage, scheme] : cases) {
    EXPECT_EQ(converted(markdown).storage, paragraph(storage)) << markdown;
    EXPECT_EQ(notes_of(markdown),
              Notes{"1: a link to '" + std::string(scheme) + ":' is shown as text"})
        << markdown;
  }
  // Blanks in a scheme are escaped, and then it is none.
  EXPECT_EQ(converted("[a](<java&#10;script:x>)").storage,
            paragraph("<a href=\"java%0Ascript:x\">a</a>"));
  EXPECT_EQ(converted("[a](<&#1;javascript:x>)").storage,
            paragraph("<a href=\"%01javascript:x\">a</a>"));
}

TEST(ConfluenceLinksTest, LeadsToTheFilesItIsTold) {
  const ConversionOptions options{.links = {{"design.md", {.page_title = "The \"Design\""}},
                                            {"a b.md", {.page_title = "AB", .space_key = "DOC"}},
                                            {"api.md", {.url = "https://w.example/api"}},
                                            {"data.csv", {.attachment = "data-1.csv"}}}};
  const struct {
    const char* markdown;
    const char* storage;
  } cases[] = {
      {"[x *y*](design.md)",
       "<ac:link><ri:page ri:content-title=\"The &quot;Design&quot;\" /><ac:link-body>x <em>y</em>"
       "</ac:link-body></ac:link>"},
      {"[x](./design.md#Part-One)",
       "<ac:link ac:anchor=\"Part-One\"><ri:page ri:content-title=\"The &quot;Design&quot;\" />"
       "<ac:link-body>x</ac:link-body></ac:link>"},
      {"[x](a%20b.md)",
       "<ac:link><ri:page ri:content-title=\"AB\" ri:space-key=\"DOC\" /><ac:link-body>x"
       "</ac:link-body></ac:link>"},
      {"[x](api.md#y)", "<a href=\"https://w.example/api#y\">x</a>"},
      {"[x](data.csv)",
       "<ac:link><ri:attachment ri:filename=\"data-1.csv\" /><ac:link-body>x</ac:link-body>"
       "</ac:link>"},
      {"<a href=\"api.md\">x</a>", "<a href=\"https://w.example/api\">x</a>"},
  };
  for (const auto& [markdown, storage] : cases) {
    EXPECT_EQ(converted(markdown, options).storage, paragraph(storage)) << markdown;
    EXPECT_EQ(notes_of(markdown, options), Notes()) << markdown;
  }
  EXPECT_EQ(converted("[x](other.md)", options).storage, paragraph("<a href=\"other.md\">x</a>"));
  EXPECT_EQ(notes_of("[x](other.md)", options),
            Notes{"1: the link to 'other.md' leads to a file that is not published"});
}

TEST(ConfluenceLinksTest, FindsHeadings) {
  const std::string headings =
      "# My Heading\n\n# API/v2 `x`\n\n# Setup\n\n# Setup\n\n# Über uns\n\n# Own {#named}\n\n"
      "# Release Notes\n\n# Release.Notes\n\n<a name=\"here\"></a>\n\n";
  const struct {
    const char* link;
    const char* anchor;
  } cases[] = {
      {"#my-heading", "My-Heading"},
      {"#My-Heading", "My-Heading"},
      {"#apiv2-x", "API/v2-x"},
      {"#setup", "Setup"},
      {"#setup-1", "Setup.1"},
      {"#über-uns", "Über-uns"},
      {"#%C3%BCber-uns", "Über-uns"},
      {"#named", "named"},
      {"#here", "here"},
  };
  for (const auto& [link, anchor] : cases) {
    const std::string text = headings + "[x](" + link + ")";
    const std::string storage = converted(text).storage;
    EXPECT_TRUE(storage.ends_with("<p><a href=\"#" + std::string(anchor) + "\">x</a></p>"))
        << link << ": " << storage;
    EXPECT_EQ(notes_of(text), Notes()) << link;
  }
  // Several fit, or none: as it is written.
  for (const char* link : {"#release-notes", "#nothing", "#own", "#setup-2", "#-"}) {
    const std::string text = headings + "[x](" + link + ")";
    EXPECT_TRUE(
        converted(text).storage.ends_with("<a href=\"" + std::string(link) + "\">x</a></p>"))
        << link;
    EXPECT_EQ(notes_of(text),
              Notes{"19: '" + std::string(link) + "' is no heading of this page, or several"});
  }
}

TEST(ConfluenceLinksTest, WritesAnchors) {
  EXPECT_EQ(
      converted("# A b {#c}\n\n# A b\n\n# A b\n").storage,
      "<h1><ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">c</ac:parameter>"
      "</ac:structured-macro>A b</h1><h1 id=\"A-b\">A b</h1><h1 id=\"A-b.1\">A b</h1>");
  // The editor of Data Center finds headings by their text.
  EXPECT_EQ(converted("# A b\n\n[x](#a-b)", {.editor = Editor::old}).storage,
            "<h1 id=\"A-b\">A b</h1><p><ac:link ac:anchor=\"A b\"><ac:link-body>x</ac:link-body>"
            "</ac:link></p>");
  EXPECT_EQ(converted("# {#}\n\n# a {#b c}\n").storage,
            "<h1 id=\"{#}\">{#}</h1><h1 id=\"a-{#b-c}\">a {#b c}</h1>");
}

TEST(ConfluenceLinksTest, AttachesPictures) {
  const Conversion conversion = converted(
      "![a](img/a.png \"t\") ![](<./my pic.png?raw=true>)\n![b](other/a.png) ![c](img/a.png)\n");
  EXPECT_EQ(conversion.storage,
            "<p><ac:image ac:alt=\"a\" ac:title=\"t\"><ri:attachment ri:filename=\"a.png\" />"
            "</ac:image> <ac:image><ri:attachment ri:filename=\"my pic.png\" /></ac:image> "
            "<ac:image ac:alt=\"b\"><ri:attachment ri:filename=\"a-2.png\" /></ac:image> "
            "<ac:image ac:alt=\"c\"><ri:attachment ri:filename=\"a.png\" /></ac:image></p>");
  ASSERT_EQ(conversion.attachments.size(), 3U);
  EXPECT_EQ(conversion.attachments[0].path, "img/a.png");
  EXPECT_EQ(conversion.attachments[1].path, "my pic.png");
  EXPECT_EQ(conversion.attachments[2].path, "other/a.png");
  EXPECT_EQ(conversion.attachments[2].filename, "a-2.png");
  EXPECT_EQ(conversion.attachments[2].line, 2);

  const Conversion named =
      converted("![](img/a.png)", {.attachment_names = {{"img/a.png", "a-5f3c.png"}}});
  EXPECT_EQ(named.attachments.at(0).filename, "a-5f3c.png");
}

TEST(ConfluenceLinksTest, SizesPictures) {
  const struct {
    const char* markdown;
    const char* attributes;
  } cases[] = {
      {"![](a.png){width=300}", " ac:width=\"300\""},
      {"![](a.png){: width=\"300px\" height=200 align=center }",
       " ac:width=\"300\" ac:height=\"200\" ac:align=\"center\""},
      {"<img src=\"a.png\" width=\"40\" alt=\"x &amp; y\">",
       " ac:alt=\"x &amp; y\" ac:width=\"40\""},
      {"<img src=a.png width=50%>", ""},
  };
  for (const auto& [markdown, attributes] : cases) {
    EXPECT_EQ(converted(markdown).storage, "<p><ac:image" + std::string(attributes) +
                                               "><ri:attachment ri:filename=\"a.png\" />"
                                               "</ac:image></p>")
        << markdown;
  }
  EXPECT_EQ(converted("![](a.png){x}").storage,
            "<p><ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image>{x}</p>");
}

TEST(ConfluenceLinksTest, AttachesNothingFromElsewhere) {
  for (const char* url : {"../../.ssh/id", "/etc/passwd", "a/../../b.png", "%2e%2e/b.png",
                          "file:///etc/passwd", "data:image/png;base64,xx", "a\\\\..\\\\b.png",
                          "%2Fetc/passwd", "a%00b.png", "a%0Ab.png", "%FF.png", "a/", "?x"}) {
    const std::string text = "![the text](" + std::string(url) + ")";
    const Conversion conversion = converted(text);
    EXPECT_EQ(conversion.storage, "<p>the text</p>") << url;
    EXPECT_TRUE(conversion.attachments.empty()) << url;
    EXPECT_EQ(conversion.notes.size(), 1U) << url;
  }
}

}  // namespace
}  // namespace git_session::confluence
