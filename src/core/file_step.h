#pragma once

#include <string>
#include <vector>

namespace git_session {

/// One change to one file of the work tree, as the operation log keeps it. Paths are relative to
/// the top level. `before` and `after` are content ids (SHA-256 of the bytes, in hex) of what lies
/// at `path`; empty means that nothing does. Whoever makes a step looks first: what is at `after`
/// already is done, what is neither is somebody else's change and stops it.
struct FileStep {
  enum class Kind {
    write,        ///< `path` gets the content `after`, which is kept with the entry
    copy,         ///< `path`, which was not there, gets the content of `source`
    move,         ///< `source`, with the content `after`, is renamed to `path`; git's index follows
    remove,       ///< `path` goes; where `source` is named it must hold the same content then
    move_folder,  ///< the folder `source` is renamed to `path`; git's index follows; no ids
  };
  Kind kind = Kind::write;
  std::string path;
  std::string source = {};
  std::string before = {};
  std::string after = {};
  /// Permission bits of the file that `remove` takes away, or that `write` and `copy` make; 0:
  /// those that new files get, or of a copy those of its source.
  unsigned mode = 0;

  bool operator==(const FileStep&) const = default;
};

const char* name_of(FileStep::Kind kind);

/// The step that undoes this one. The inverse of the inverse is the step itself.
FileStep inverse_of(const FileStep& step);
/// The way back: the inverse of each, last first.
std::vector<FileStep> inverse_of(const std::vector<FileStep>& steps);

/// The same change in fewer steps: a file that is written again and again goes from its first
/// content to its last, unless a step in between looks at it.
std::vector<FileStep> joined_writes(const std::vector<FileStep>& steps);

}  // namespace git_session
