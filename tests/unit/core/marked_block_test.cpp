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
