#include <rapidcheck.h>

#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "unit/confluence/conversion.h"

namespace git_session::confluence {
namespace {

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

rc::Gen<std::string> any_markdown() {
  const auto piece = rc::gen::oneOf(
      rc::gen::arbitrary<std::string>(),
      rc::gen::element<std::string>(
          "> ", "- ", "1. ", "- [ ] ", "- [x] ", "\n", "\n\n", "    ", "\t", "```\n",
          "```py title=\"", "```csf\n", "<p>x</p>\n", "<ac:structured-macro ac:name='x'>",
          "</ac:structured-macro>", "|", "|-|:-:|\n", "a|b\n", "[^a]", "[^a]: ", "[a](b)",
          "[a](#b)", "![a](b.png)", "![", "*", "**", "~~", "`", "\\", "&amp;", "# ", "---\n",
          "[!NOTE]\n", "\xff", "\r", "é", "]]>", "\x01", "\xed\xa0\x80", "\xef\xbf\xbf"),
      rc::gen::element<std::string>(
          "!!! note \"x\"\n", "??? tip\n", ">>>\n", ">>> [!tip] x\n", "FLAG: ", "[TOC]\n",
          "[[_TOC_]]", "{status:red|x}", "{status:", "@{ada}", "@ada", "{#x}", "{width=3}", "<b>",
          "</b>", "<p>", "</p>", "<div>", "</div>", "<details>", "</details>", "<summary>",
          "</summary>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>", "</ul>",
          "<pre>", "</pre>", "<!--", "-->", "<a href=\"x\">", "</a>", "<a name='x'>", "<img src=x>",
          "<br>", "<hr>", "<x>", "<ac:link>", "<script>", "<h1>", "<code>", "<td align=right>"),
      rc::gen::element<std::string>("{toc}\n\n", "{toc:maxLevel=2}", "{panel:title=x|bgColor=#fff}",
                                    "{panel}", "{panel}\n", "{info}", "{info}\n", "{note:", "{tip}",
                                    "{warning}\n", "{expand:title=<b>}\n", "{expand}\n\n",
                                    "{include:x}"));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) { return join(pieces, ""); });
}

TEST(ConfluenceAnyInputTest, BecomesWellFormedXml) {
  EXPECT_TRUE(rc::check("any bytes", [] {
    const std::string text = *any_markdown();
    const ConversionOptions options{.editor = *rc::gen::element(Editor::current, Editor::old),
                                    .links = {{"b", {.page_title = "B"}}},
                                    .mentions = {{"ada", "1"}},
                                    .macros = {"x"}};
    const Conversion conversion = convert_markdown(text, options);
    const std::string fault = fault_in_xml(conversion.storage);
    if (!fault.empty()) RC_FAIL(fault + "\n" + conversion.storage);
    const auto lines =
        1 + std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    for (const ConversionNote& note : conversion.notes) {
      RC_ASSERT(note.line >= 1 && note.line <= lines);
    }
  }));
}

TEST(ConfluenceAnyInputTest, KeepsTheTextOfPlainWords) {
  EXPECT_TRUE(rc::check("every word that is no markup is shown", [] {
    const auto word = rc::gen::map(rc::gen::inRange(0, 1'000'000),
                                   [](int number) { return "word" + std::to_string(number); });
    std::string text;
    std::vector<std::string> words;
    for (const std::string& markup :
         *rc::gen::container<std::vector<std::string>>(any_markdown())) {
      words.push_back(*word);
      // On a line of its own, so that no markup takes it for an attribute or a title.
      if (markup.find_first_of("<[]()`|{\"\\&!?^:") != markup.npos) continue;
      text += markup + "\n\n" + words.back() + "\n\n";
    }
    const std::string storage = convert_markdown(text).storage;
    for (const std::string& each : words) {
      if (text.find(each) == text.npos) continue;
      if (storage.find(each) == storage.npos) RC_FAIL(each + " is lost from " + text);
    }
  }));
}

// Each would take minutes or gigabytes where a step depends on the square of the input.
TEST(ConfluenceAnyInputTest, SurvivesTextsMadeToBeSlow) {
  constexpr size_t count = 8'000;
  for (const std::string& text : {
           repeat("- ", count) + "x",
           repeat(">", count) + "x",
           repeat("!!! note\n    ", count),
           repeat("- !!! note\n      x\n", count / 4),
           repeat(">>> [!note]\n", count),
           repeat("<b>", count),
           repeat("<div><p>", count) + "\n" + repeat("</b>", count),
           repeat("<details>\n\n", count / 4),
           repeat("<details><summary>", count / 4),
           "<div>" + repeat("<a b='", count) + repeat("<a b=", count),
           "<div>" + repeat("<!--", count) + repeat("<?", count) + repeat("<![CDATA[", count),
           "<ul>" + repeat("<li>", count),
           "<table>" + repeat("<td><table>", count),
           repeat("# a\n\n", count / 4) + repeat("[x](#a-1)\n", count / 4),
           repeat("[^1]", count) + "\n\n[^1]: x\n",
           repeat("{status:", count) + repeat("@{", count),
           repeat("{panel:title=x}\n\n", count) + repeat("{panel}\n\n", count),
           repeat("{info}", count) + repeat("{panel:", count),
           repeat("> {tip}\n>\n", count) + repeat("- {note:x}\n{tip}\n", count / 4),
           repeat("![](a/x.png)![](b/x.png)", count / 4),
           repeat("<x>", count),
           "```" + repeat("title=\"", count) + "\n```\n",
           [] {
             std::string pictures;
             for (size_t i = 0; i < count; ++i) {
               pictures += "![](" + std::to_string(i) + "/x.png)";
             }
             return pictures;
           }(),
           repeat("*a **a ", count / 2) + repeat("b** b*", count / 2),
           repeat("a|", 1'000) + "\n" + repeat("-|", 1'000) + "\n" + repeat("a|\n", 500),
       }) {
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(fault_in_xml(convert_markdown(text).storage), "") << text.substr(0, 40);
    // With sanitizers on and on a busy machine; the square of 8,000 times would be far beyond.
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(20))
        << text.substr(0, 40);
  }
}

TEST(ConfluenceAnyInputTest, GivesPicturesNamesOfTheirOwn) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "![](" + std::to_string(i) + "/x.png) ![](x-2.png)\n";
  std::vector<std::string> names;
  for (const Attachment& attachment : converted(text).attachments) {
    names.push_back(attachment.filename);
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names.size(), 51U);
  EXPECT_EQ(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace
}  // namespace git_session::confluence
