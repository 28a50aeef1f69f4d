#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/file_step.h"

namespace git_session {

/// What a verb over many files is going to do, made from what was read and shown before anything
/// changes.
class FilePlan {
 public:
  /// Replaces the content `before` of `path`, or makes the file, with the permissions `mode` unless
  /// that is 0.
  void write(const std::string& path, const std::optional<std::string>& before,
             const std::string& after, unsigned mode = 0);
  /// A file that git tracks: renamed, and moved in git's index as it stands there. `content` is the
  /// content id of the file.
  void move(const std::string& source, const std::string& path, const std::string& content);
  void copy(const std::string& source, const std::string& path, const std::string& content);
  /// Removes `path`, whose content lies at `copy` too.
  void remove_original(const std::string& path, const std::string& copy,
                       const std::string& content);
  /// Removes `path`; its content is kept with the entry.
  void remove(const std::string& path, const std::string& content);
  void move_folder(const std::string& source, const std::string& path);

  /// The steps of `other`, after those that are here.
  void append(const FilePlan& other);

  bool is_empty() const { return steps_.empty(); }
  const std::vector<FileStep>& steps() const { return steps_; }
  /// The new contents of `write` steps, by their ids.
  const std::map<std::string, std::string>& contents() const { return contents_; }

 private:
  std::vector<FileStep> steps_;
  std::map<std::string, std::string> contents_;
};

}  // namespace git_session
