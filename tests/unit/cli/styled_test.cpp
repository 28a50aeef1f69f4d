#include "cli/styled.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(Render, AddsStylesOnlyWithColour) {
  Styled text("plain ");
  text.add("red", Style::red).add(" ").add("both", Style::bold | Style::underline);
  EXPECT_EQ(render(text, false), "plain red both");
  EXPECT_EQ(render(text, true), "plain \x1b[31mred\x1b[0m \x1b[1;4mboth\x1b[0m");
}

TEST(Render, ContentIsNeverAnEscapeSequence) {
  const Styled hostile("\x1b]52;c;YQ==\a\x9b\x32J\r\xe2\x80\xae", Style::green);
  for (const bool colour : {false, true}) {
    const std::string rendered = render(hostile, colour);
    EXPECT_EQ(rendered.find("\x1b]"), std::string::npos);
    EXPECT_EQ(rendered.find('\a'), std::string::npos);
    EXPECT_EQ(rendered.find('\r'), std::string::npos);
    EXPECT_EQ(rendered.find('\x9b'), std::string::npos);
    EXPECT_EQ(rendered.find("\xe2\x80\xae"), std::string::npos);
    EXPECT_NE(rendered.find("\\x1b"), std::string::npos);
  }
}

TEST(Render, KeepsLineFeedsAndTabs) { EXPECT_EQ(render("a\tb\nc", false), "a\tb\nc"); }

TEST(Styled, AppendsAndForgetsStyles) {
  Styled text("a", Style::red);
  text.append(Styled("b", Style::bold)).add("").add("c");
  EXPECT_EQ(text.text(), "abc");
  EXPECT_EQ(text.spans().size(), 3U);
  EXPECT_TRUE(Styled("").empty());
}

}  // namespace
}  // namespace git_session
