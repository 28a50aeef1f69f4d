#include "core/marked_block.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

const std::string lines = "output/** -text\n";
const std::string block = "# >>> git-session >>>\noutput/** -text\n# <<< git-session <<<\n";

TEST(MarkedBlock, IsAddedAtTheEnd) {
  EXPECT_EQ(with_marked_block("", lines, "f"), block);
  EXPECT_EQ(with_marked_block("*.md text\n", lines, "f"), "*.md text\n" + block);
}

TEST(MarkedBlock, LeavesAMissingFinalNewlineMissing) {
  std::string text = with_marked_block("*.md text", lines, "f");
  EXPECT_EQ(text, "*.md text\n" + block.substr(0, block.size() - 1));
  EXPECT_EQ(with_marked_block(text, lines, "f"), text);
  EXPECT_EQ(without_marked_block(text, "f"), "*.md text");
}

TEST(MarkedBlock, TakesTheLineEndingsOfTheText) {
  EXPECT_EQ(with_marked_block("a\r\nb\r\n", "x\n", "f"),
            "a\r\nb\r\n# >>> git-session >>>\r\nx\r\n# <<< git-session <<<\r\n");
}

TEST(MarkedBlock, EndsAtItsMarkWhenSomebodyAppendedToItsLine) {
  const std::string text = with_marked_block("*.md text", lines, "f") + "*.png binary\n";
  EXPECT_EQ(without_marked_block(text, "f"), "*.md text\n*.png binary\n");
  EXPECT_EQ(with_marked_block(text, lines, "f"), "*.md text\n" + block + "*.png binary\n");
}

TEST(MarkedBlock, IsRenewedWhereItIs) {
  std::string text = "a\n# >>> git-session >>>\nold\nolder\n# <<< git-session <<<\nb";
  EXPECT_EQ(with_marked_block(text, lines, "f"), "a\n" + block + "b");
  EXPECT_EQ(without_marked_block(text, "f"), "a\nb");
}

TEST(MarkedBlock, RefusesMarksThatDoNotPair) {
  const std::pair<const char*, int> cases[] = {
      {"a\n# >>> git-session >>>\nx\n", 2},
      {"# <<< git-session <<<\n", 1},
      {"# <<< git-session <<<\n# >>> git-session >>>\n", 1},
      {"# >>> git-session >>>\n# >>> git-session >>>\n# <<< git-session <<<\n", 2},
      {"# >>> git-session >>>\n# <<< git-session <<<\n# >>> git-session >>>\n"
       "# <<< git-session <<<\n",
       3},
  };
  for (const auto& [text, line] : cases) {
    SCOPED_TRACE(text);
    for (bool adds : {true, false}) {
      try {
        adds ? with_marked_block(text, lines, "f") : without_marked_block(text, "f");
        ADD_FAILURE() << "was taken";
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::invalid_data);
        EXPECT_EQ(error.line(), line);
      }
    }
  }
}

TEST(MarkedBlock, HasMarksThatMarkdownDoesNotShow) {
  const std::string text = with_marked_block("# Us\n", "words\n", "f", BlockMarks::html);
  EXPECT_EQ(text, "# Us\n<!-- >>> git-session >>> -->\nwords\n<!-- <<< git-session <<< -->\n");
  EXPECT_EQ(without_marked_block(text, "f", BlockMarks::html), "# Us\n");
  EXPECT_EQ(without_marked_block(text, "f"), text);
}

TEST(MarkedBlock, TellsWhatItHolds) {
  EXPECT_EQ(marked_block_lines("a\n", "f"), std::nullopt);
  EXPECT_EQ(marked_block_lines(with_marked_block("a\n", "x\ny\n", "f") + "b", "f"), "x\ny\n");
  EXPECT_EQ(marked_block_lines("# >>> git-session >>>\n# <<< git-session <<<", "f"), "");
}

/// Text with the line ends and half-marks that matter.
rc::Gen<std::string> any_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "\n", "\r\n", "\r", "*.md text", "# >>> git-session", " ", "#", "\xff", "é")),
      [](const std::vector<std::string>& parts) {
        std::string text;
        for (const std::string& part : parts) text += part;
        return text;
      });
}

RC_GTEST_PROP(MarkedBlock, AddedAndTakenAwayLeavesTheText, ()) {
  std::string text = *any_text();
  std::string with = with_marked_block(text, lines, "f");
  RC_ASSERT(with.starts_with(text));
  RC_ASSERT(without_marked_block(with, "f") == text);
  RC_ASSERT(with_marked_block(with, lines, "f") == with);
}

}  // namespace
}  // namespace git_session
