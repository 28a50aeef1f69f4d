#include "store/purged_sessions.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

const SessionLayout layout("output");
const std::string commit(40, 'a');

PurgedSession purged(const std::string& user, const std::string& id, const std::string& held_by) {
  return {id, user, parse_rfc3339("2026-06-01T08:00:00Z"), held_by, layout.archived(user, id).path};
}

TEST(PurgedSessions, ALineForEachCanBeReadBack) {
  const std::vector<PurgedSession> sessions = {purged("ada", "2025-11-22_main_a3f42c", commit),
                                               purged("ada", "2025-11-23_main_000001", ""),
                                               purged("", "2025-11-24_main_000002", commit)};
  const std::string first = with_purged_sessions("", {sessions[0]});
  EXPECT_TRUE(first.starts_with("# "));
  const std::string text = with_purged_sessions(first, {sessions[1], sessions[2]});
  EXPECT_TRUE(text.starts_with(first));
  EXPECT_EQ(parse_purged_sessions(text, layout), sessions);
}

TEST(PurgedSessions, LineEndsOfWindowsAreRead) {
  const PurgedSession session = purged("ada", "2025-11-22_main_a3f42c", commit);
  std::string text = with_purged_sessions("", {session});
  for (size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.insert(at, 1, '\r');
  EXPECT_EQ(parse_purged_sessions(text, layout), std::vector{session});
}

TEST(PurgedSessions, ChangesOfOneRunAreMadeAmongThoseOfOthers) {
  EXPECT_EQ(with_purged_lines_changed("#\na\nb\n", "#\na\n", ""), "#\nb\n");
  EXPECT_EQ(with_purged_lines_changed("#\nb\n", "", "#\na\n"), "#\nb\na\n");
  EXPECT_EQ(with_purged_lines_changed("#\na\n", "", "#\na\n"), "#\na\n");
  EXPECT_EQ(with_purged_lines_changed("", "#\na\n", "#\n"), "");
}

TEST(PurgedSessions, LinesOfOthersAreKeptAndMeanNothing) {
  const std::string id = "2025-11-22_main_a3f42c";
  const std::string when = "2026-06-01T08:00:00Z";
  const std::string lines[] = {
      "<<<<<<< ours",
      id,
      id + "\tada\t" + when + "\t" + commit + "\t/etc/passwd",
      id + "\tada\t" + when + "\t" + commit + "\toutput/archive/ada/2025-11-22_main_ffffff",
      id + "\tbob\t" + when + "\t" + commit + "\toutput/archive/ada/" + id,
      id + "\tada\t" + when + "\t--output=x\toutput/archive/ada/" + id,
      id + "\tada\t" + when + "\t" + commit + "\toutput/archive/ada/../" + id,
  };
  for (const std::string& line : lines) {
    EXPECT_TRUE(parse_purged_sessions(line + "\n", layout).empty()) << line;
    const std::string text = with_purged_sessions(line, {purged("ada", id, commit)});
    EXPECT_TRUE(text.starts_with(line + "\n")) << line;
    EXPECT_EQ(parse_purged_sessions(text, layout).size(), 1u) << line;
  }
}

}  // namespace
}  // namespace git_session
