#include "mcp/line_splitter.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <vector>

namespace git_session::mcp {
namespace {

constexpr size_t longest = 8;

/// The lines of `bytes` when they come in pieces of that size.
std::vector<std::string> lines_of(std::string_view bytes, size_t piece) {
  LineSplitter splitter(longest);
  std::vector<std::string> lines;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    splitter.feed(bytes.substr(0, piece), [&](const Line& line) {
      lines.push_back(line.is_too_long ? "(too long)" : line.text);
    });
  }
  return lines;
}

TEST(LineSplitterTest, CutsWhateverThePiecesAre) {
  struct Case {
    std::string bytes;
    std::vector<std::string> lines;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"a\nb\n", {"a", "b"}},
      {"a\r\nb\n", {"a", "b"}},
      {"\n\r\n \n", {}},
      {"half", {}},
      {"12345678\n", {"12345678"}},
      {"123456789\n", {"(too long)"}},
      {"a\n0123456789abcdefghij\nb\n", {"a", "(too long)", "b"}},
      {std::string("a\0b\n", 4), {std::string("a\0b", 3)}},
  };
  for (const Case& given : cases) {
    for (const size_t piece : {1, 2, 3, 100}) {
      EXPECT_EQ(lines_of(given.bytes, piece), given.lines) << given.bytes << " by " << piece;
    }
  }
}

TEST(LineSplitterTest, PiecesMakeNoDifference) {
  rc::check([] {
    const auto bytes =
        *rc::gen::container<std::string>(rc::gen::element('a', 'b', '\n', '\r', ' '));
    const auto piece = *rc::gen::inRange<size_t>(1, 20);
    RC_ASSERT(lines_of(bytes, piece) == lines_of(bytes, bytes.size() + 1));
  });
}

}  // namespace
}  // namespace git_session::mcp
