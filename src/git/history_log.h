#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace git_session {

/// The commit that brought a file, as git tells it with mailmap applied. Foreign text in any
/// encoding.
struct FileOrigin {
  std::string commit;
  std::string author_name;
  std::string author_email;
  Instant author_time;
  std::vector<std::string> co_authors;  ///< of its Co-Authored-By trailers

  bool operator==(const FileOrigin&) const = default;
};

/// Which files each commit added, or renamed from where: what `git log` prints with arguments(),
/// read piece by piece.
class HistoryLog {
 public:
  /// Behind `git`; revisions and paths follow on stdin.
  static std::vector<std::string> arguments();

  void take(std::string_view bytes);

  /// The commit that added what lies at `path` now, renames followed; nullopt when the log does not
  /// have it.
  std::optional<FileOrigin> origin_of(const std::string& path) const;
  /// Where files were renamed from that the log says nothing of: it was limited to other paths.
  std::set<std::string> unexplained_sources() const;

 private:
  struct Event {
    size_t commit = 0;   ///< the newest first
    std::string source;  ///< empty: it was added
  };
  enum class Expected { header, name, email, time, co_authors, status, source, path };

  void take_field(std::string_view field);
  void take_status(std::string_view status);
  const Event* last_event(const std::string& path, size_t first_commit) const;

  std::string waiting_;
  Expected expected_ = Expected::status;
  std::string source_;
  std::vector<FileOrigin> commits_;
  std::map<std::string, std::vector<Event>> events_;
};

}  // namespace git_session
