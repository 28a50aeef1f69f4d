#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/file.h"
#include "core/file_step.h"

namespace git_session {

/// Throws `refused` for a step that would change what git keeps for itself, whoever planned it:
/// what lies there names programs that git runs.
void require_no_git_path(const FileStep& step);

/// The work tree as it will be after some steps, none of which is made. Finds steps that could not
/// be made: the file is neither as it was nor as it shall become.
class PlanCheck {
 public:
  explicit PlanCheck(const Directory& top_level) : top_level_(top_level) {}

  /// Whether the step is made already, after those before it.
  bool is_made(const FileStep& step) const;
  /// Whether it is made or could be; if so, what follows is looked at as if it were made.
  bool take(const FileStep& step);
  /// Whether everything is as the step left it; if so, what follows is looked at as it was before.
  bool take_back(const FileStep& step);

  /// The content that would be at `path`; nullopt for none. Throws as content_id_of_file() does.
  std::optional<std::string> content_at(const std::string& path) const;
  /// Where what will be at `path` lies now, unless a step makes it; nullopt when nothing will be
  /// there.
  std::optional<std::string> place_on_disk(const std::string& path) const;
  /// A file, hidden or not, but none that we leave there, that lies now in the folder that will be
  /// at `path`, and stays there.
  std::optional<std::string> file_left_in(const std::string& path) const;

 private:
  bool is_folder(const std::string& path) const;
  bool is_free(const std::string& path) const;
  bool could_be_made(const FileStep& step) const;
  void make(const FileStep& step);
  void make_folder_move(const std::string& source, const std::string& path);

  const Directory& top_level_;
  std::map<std::string, std::optional<std::string>> changed_;  ///< the content that steps made
  /// Folders that steps moved: where each lies on the disk; nullopt where one was. What lies in
  /// such a folder goes with it, unless it is named here itself.
  std::map<std::string, std::optional<std::string>> folders_;
  using Contents = std::map<std::string, std::optional<std::string>>;
  /// Read so far; by copies of this too, because none of them changes the disk.
  std::shared_ptr<Contents> on_disk_ = std::make_shared<Contents>();
};

}  // namespace git_session
