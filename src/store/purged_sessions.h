#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/time.h"
#include "store/session_layout.h"

namespace git_session {

/// A session that gc took out of the archive. Its id stays reserved.
struct PurgedSession {
  std::string id;
  std::string user;  ///< empty where it lay in no user's folder
  std::optional<Instant> purged_at;
  std::string commit;  ///< the last one that held it; empty when it was never committed
  std::string path;    ///< where it lay, relative to the top level

  bool operator==(const PurgedSession&) const = default;
};

/// `archive/.purged`: a line for each, its fields parted by tabs. Lines that are none of ours are
/// passed over, and kept.
std::string purged_sessions_path(const SessionLayout& layout);
std::vector<PurgedSession> parse_purged_sessions(std::string_view text,
                                                 const SessionLayout& layout);
/// `text` with these lines added, and the file's first lines when it is new.
std::string with_purged_sessions(std::string_view text, const std::vector<PurgedSession>& added);
/// `text` without the lines that `from` has and `to` has not, and with those that only `to` has:
/// the change from the one to the other, made where others came or went since.
std::string with_purged_lines_changed(std::string_view text, std::string_view from,
                                      std::string_view to);

/// nullopt when there is no such file.
std::optional<std::string> read_purged_text(const Directory& top_level,
                                            const SessionLayout& layout);
/// Those that a full id, a prefix or the hex can mean. A list that cannot be read has none.
std::vector<PurgedSession> find_purged(const Directory& top_level, const SessionLayout& layout,
                                       std::string_view name);

}  // namespace git_session
