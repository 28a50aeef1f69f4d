#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace git_session {

/// A folder of its own for one test, gone with all it holds when the test ends. Throws
/// std::system_error when it cannot be made.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory();

  /// Absolute, without symbolic links.
  const std::string& path() const { return path_; }
  std::string path_of(std::string_view relative) const;

  /// Writes a file, making the folders above it; returns its absolute path.
  std::string write(std::string_view relative, std::string_view bytes) const;
  /// A whole file; throws std::system_error when it cannot be read.
  std::string read(std::string_view relative) const;
  /// Makes a folder and those above it; returns its absolute path.
  std::string make_directory(std::string_view relative) const;
  /// Whether something has that name, a dangling link included.
  bool exists(std::string_view relative) const;

 private:
  std::string path_;
};

}  // namespace git_session
