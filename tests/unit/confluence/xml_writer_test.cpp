#include "confluence/xml_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "support/xml_check.h"

namespace git_session::confluence {
namespace {

using std::string_literals::operator""s;

std::string text_of(std::string_view bytes) {
  XmlWriter xml;
  xml.open("p");
  xml.text(bytes);
  return xml.finish();
}

std::string attribute_of(const std::string& bytes) {
  XmlWriter xml;
  xml.empty("p", {{"title", bytes}});
  return xml.finish();
}

std::string verbatim_of(std::string_view bytes) {
  XmlWriter xml;
  xml.verbatim(bytes);
  return xml.finish();
}

TEST(ConfluenceXmlWriterTest, WritesElements) {
  XmlWriter xml;
  xml.open("ac:structured-macro", {{"ac:name", "code"}, {"ac:schema-version", "1"}});
  EXPECT_TRUE(xml.is_fresh());
  xml.open("p");
  xml.text("a");
  EXPECT_FALSE(xml.is_fresh());
  xml.empty("br");
  EXPECT_EQ(xml.innermost(), "p");
  EXPECT_EQ(xml.depth(), 2U);
  xml.close();
  xml.open("p");
  xml.close();
  EXPECT_EQ(xml.name_at(1), "ac:structured-macro");
  xml.open("ul");
  xml.open("li");
  xml.close_to(1);
  EXPECT_EQ(xml.finish(),
            "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><p>a<br /></p><p />"
            "<ul><li /></ul></ac:structured-macro>");
}

TEST(ConfluenceXmlWriterTest, EscapesText) {
  const struct {
    std::string bytes;
    std::string text;
    std::string attribute;
  } cases[] = {
      {"a & b < c > d", "a &amp; b &lt; c &gt; d", "a &amp; b &lt; c &gt; d"},
      {"\"'", "\"'", "&quot;'"},
      {"]]>", "]]&gt;", "]]&gt;"},
      {"a\tb\nc\rd", "a\tb\nc&#13;d", "a&#9;b&#10;c&#13;d"},
      {"é ✓ \U0001f600", "é ✓ \U0001f600", "é ✓ \U0001f600"},
      // Forbidden: control characters, bytes that are not UTF-8, surrogates, no characters.
      {"a\0b\x01\x1f"s, "a\ufffdb\ufffd\ufffd", "a\ufffdb\ufffd\ufffd"},
      {"\xff|\xc3", "\ufffd|\ufffd", "\ufffd|\ufffd"},
      {"\xef\xbf\xbe\xef\xbf\xbf", "\ufffd\ufffd", "\ufffd\ufffd"},
  };
  for (const auto& [bytes, text, attribute] : cases) {
    EXPECT_EQ(text_of(bytes), "<p>" + text + "</p>");
    EXPECT_EQ(attribute_of(bytes), "<p title=\"" + attribute + "\" />");
  }
  EXPECT_EQ(fault_in_xml(text_of("\xed\xa0\x80")), "") << "half of a surrogate pair";
}

TEST(ConfluenceXmlWriterTest, SplitsWhatWouldEndVerbatimText) {
  const struct {
    const char* bytes;
    const char* expected;
  } cases[] = {
      {"", "<![CDATA[]]>"},
      {"a < b && c", "<![CDATA[a < b && c]]>"},
      {"a]]>b", "<![CDATA[a]]]]><![CDATA[>b]]>"},
      {"]]]>", "<![CDATA[]]]]]><![CDATA[>]]>"},
      {"]]>]]>", "<![CDATA[]]]]><![CDATA[>]]]]><![CDATA[>]]>"},
      {"]] >", "<![CDATA[]] >]]>"},
      {"a\r\nb", "<![CDATA[a\nb]]>"},
      {"a\x02", "<![CDATA[a\ufffd]]>"},
  };
  for (const auto& [bytes, expected] : cases) EXPECT_EQ(verbatim_of(bytes), expected) << bytes;
}

TEST(ConfluenceXmlWriterTest, IsWellFormedForAnyBytes) {
  EXPECT_TRUE(
      rc::check("text, attributes and verbatim text of any bytes", [](const std::string& a) {
        RC_ASSERT(fault_in_xml(text_of(a)).empty());
        RC_ASSERT(fault_in_xml(attribute_of(a)).empty());
        RC_ASSERT(fault_in_xml(verbatim_of(a)).empty());
      }));
}

TEST(ConfluenceXmlWriterTest, IsCheckedByACheckerThatFindsFaults) {
  for (const char* text : {"<p>", "</p>", "<p></b>", "a & b", "&nbsp;", "<p a=\"1\" a=\"2\" />",
                           "]]>", "<![CDATA[", "<p a=\"<\" />", "a\x01", "\xff", "\xed\xa0\x80",
                           "<x:p />", "<p a=1 />", "\xef\xbf\xbf", "<p", "<>", "<p a=\""}) {
    EXPECT_NE(fault_in_xml(text), "") << text;
  }
  EXPECT_EQ(fault_in_xml("a<p b=\"&amp;\">c<![CDATA[<&]]></p><ac:x />"), "");
}

}  // namespace
}  // namespace git_session::confluence
