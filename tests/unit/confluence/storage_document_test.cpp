#include "confluence/storage_document.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/error.h"
#include "confluence/convert_markdown.h"
#include "confluence/entities.h"
#include "support/storage_samples.h"

namespace git_session::confluence {
namespace {

std::string rewritten(std::string_view storage) { return write_storage(parse_storage(storage)); }

TEST(StorageDocumentTest, ReadsWhatServersSend) {
  const struct {
    std::string storage, written;
  } cases[] = {
      {"", ""},
      {"text", "text"},
      {"<p/>", "<p />"},
      {"<p></p>", "<p />"},
      {"<p>a&nbsp;&ouml;&Alpha;&hearts;&#8364;&#x20ac;&apos;</p>", "<p>a\u00a0öΑ♥€€'</p>"},
      {"<p title='a\"b' class=\"c&amp;d\n\">x</p>",
       "<p title=\"a&quot;b\" class=\"c&amp;d \">x</p>"},
      {"<p>a<!-- b -->c<?d e?>f</p>", "<p>acf</p>"},
      {"a<![CDATA[<b>]]>c", "a<![CDATA[<b>]]>c"},
      {"<ac:plain-text-body><![CDATA[a]]]]><![CDATA[>b]]></ac:plain-text-body>",
       "<ac:plain-text-body><![CDATA[a]]]]><![CDATA[>b]]></ac:plain-text-body>"},
      {"<ac:plain-text-body><![CDATA[]]></ac:plain-text-body>",
       "<ac:plain-text-body><![CDATA[]]></ac:plain-text-body>"},
      {"a\r\nb\rc", "a\nb\nc"},
  };
  for (const auto& [storage, written] : cases) {
    EXPECT_EQ(rewritten(storage), written) << storage;
    EXPECT_NO_THROW(check_well_formed(storage)) << storage;
  }
}

TEST(StorageDocumentTest, KnowsAllEntitiesOfXhtml) {
  EXPECT_EQ(named_entities().size(), 253U);
  for (const Entity& entity : named_entities()) {
    const StorageNodes nodes = parse_storage("&" + std::string(entity.name) + ";");
    ASSERT_EQ(nodes.size(), 1U) << entity.name;
    EXPECT_EQ(character_named(entity.name), entity.code_point);
  }
  EXPECT_EQ(character_named("nosuch"), std::nullopt);
}

TEST(StorageDocumentTest, SaysWhereItIsNotWellFormed) {
  std::string deep;
  for (int i = 0; i < 257; ++i) deep += "<p>";
  const struct {
    std::string storage;
    int line;
    std::string message;
  } cases[] = {
      {"<p>\n<b></p>", 2, "line 2 of the storage format: mismatched tag"},
      {"<p>\n\n", 3, "line 3 of the storage format: mismatched tag"},
      {"\n&nosuch;", 2, "line 2 of the storage format: undefined entity"},
      {"</storage>", 1, "line 1 of the storage format: </storage> closes nothing"},
      {"</storage><storage>", 1, "line 1 of the storage format: </storage> closes nothing"},
      {"<!DOCTYPE a [<!ENTITY b 'c'>]>", 1,
       "line 1 of the storage format: not well-formed (invalid token)"},
      {"<?xml version=\"1.0\"?><p />", 1,
       "line 1 of the storage format: XML or text declaration not at start of entity"},
      {"<p a=\"1\" a=\"2\" />", 1, "line 1 of the storage format: duplicate attribute"},
      {"<a:b:c />", 1, "line 1 of the storage format: 'a:b:c' is no name"},
      {"<p>\xff</p>", 1, "line 1 of the storage format: not well-formed (invalid token)"},
      {"<p>\x01</p>", 1, "line 1 of the storage format: not well-formed (invalid token)"},
      {"a]]>b", 1, "line 1 of the storage format: not well-formed (invalid token)"},
      {deep, 1, "line 1 of the storage format: elements are nested deeper than 256"},
      {std::string(16 * 1024 * 1024 + 1, 'a'), 1, "the storage format is larger than 16 MiB"},
  };
  for (const auto& [storage, line, message] : cases) {
    try {
      parse_storage(storage);
      ADD_FAILURE() << message;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::invalid_data);
      EXPECT_EQ(error.line(), line) << message;
      EXPECT_EQ(std::string(error.what()), message);
    }
  }
}

TEST(StorageDocumentTest, SendsNoPrefixThatConfluenceDoesNotKnow) {
  EXPECT_NO_THROW(check_well_formed("<at:var at:name='a' xml:lang='b'><ri:page /></at:var>"));
  EXPECT_NO_THROW(parse_storage("<fab:media a:b='c' />"));
  EXPECT_THROW(check_well_formed("<fab:media />"), Error);
  EXPECT_THROW(check_well_formed("<p a:b='c' />"), Error);
}

TEST(StorageDocumentTest, WritesWhatWasConvertedByteForByte) {
  const std::string storage =
      convert_markdown(
          "# A *b*\n\n- [ ] x\n- [x] `y` ]]é>\n\n```py\na ]]> <b>\n\n```\n\n```\n```\n\n"
          "|a|b|\n|-|-:|\n|1 & 2|\"3\"|\n\n> [!NOTE]\n> c [d](#a-b) ![e](f.png)\n")
          .storage;
  EXPECT_EQ(rewritten(storage), storage);
}

TEST(StorageDocumentTest, ReadsWhatItWrites) {
  EXPECT_TRUE(rc::check("any tree", [] {
    const std::string written = write_storage(*any_storage_nodes());
    RC_ASSERT(rewritten(written) == written);
  }));
}

TEST(StorageDocumentTest, FindsAttributesChildrenAndText) {
  const StorageNodes nodes = parse_storage(
      "<ac:link ac:anchor='x'><ac:parameter>no</ac:parameter><b>a<i>b</i></b>c</ac:link>");
  ASSERT_EQ(nodes.size(), 1U);
  ASSERT_NE(nodes[0].attribute("ac:anchor"), nullptr);
  EXPECT_EQ(*nodes[0].attribute("ac:anchor"), "x");
  EXPECT_EQ(nodes[0].attribute("x"), nullptr);
  ASSERT_NE(nodes[0].child("b"), nullptr);
  EXPECT_EQ(nodes[0].child("i"), nullptr);
  EXPECT_EQ(text_in(nodes), "abc");
}

}  // namespace
}  // namespace git_session::confluence
