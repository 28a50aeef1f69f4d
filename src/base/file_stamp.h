#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/file.h"

namespace git_session {

/// What the system notes of a file or folder whenever something of it changes. Two stamps are equal
/// when nothing was changed in between, but for changes within the same tick of the system's clock.
struct FileStamp {
  uint64_t device = 0, inode = 0, links = 0, size = 0;
  unsigned mode = 0;                  ///< type and permissions
  int64_t modified = 0, changed = 0;  ///< nanoseconds since the epoch

  bool operator==(const FileStamp&) const = default;
  /// Whether it was changed last so long before `now` that a later change has another time.
  bool is_settled(int64_t now) const;
};

/// Of `relative` beneath an opened directory, of a link that of the link itself; nullopt when it
/// cannot be had. For comparing only: unlike Directory's own, a path may lead through a link.
std::optional<FileStamp> stamp_of(const Directory& directory, const std::string& relative);

/// The clock that stamps are of.
int64_t nanoseconds_since_epoch();

}  // namespace git_session
