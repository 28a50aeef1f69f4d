#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace git_session {

inline constexpr std::string_view metadata_file_name = ".session-metadata.yaml";
inline constexpr std::string_view ledger_file_name = ".promotion-metadata.yaml";
/// In a session folder: not outputs, ignored by git.
inline constexpr std::string_view drafts_folder_name = "drafts";

/// Where one session lies.
struct SessionLocation {
  std::string user;  ///< empty where the folder has no user level above it
  std::string id;
  bool in_archive = false;
  std::string path;  ///< relative to the top level

  bool operator==(const SessionLocation&) const = default;
};

/// Every path under the session root, made and parsed here and nowhere else. All are relative to
/// the top level.
class SessionLayout {
 public:
  /// `root` is the checked setting session.root: relative, without `..`.
  explicit SessionLayout(std::string root) : root_(std::move(root)) {}

  const std::string& root() const { return root_; }
  std::string sessions() const { return root_ + "/sessions"; }
  std::string archive() const { return root_ + "/archive"; }
  std::string shared() const { return root_ + "/shared"; }
  std::string promoted() const { return shared() + "/promoted-to-confluence"; }
  /// The folder of one page; throws `invalid_data` when a name cannot be a path component.
  std::string promoted_page(std::string_view space, std::string_view page) const;
  std::string team_resources(std::string_view team) const;

  /// The folder a session of this user belongs in; throws `invalid_data` when a name cannot be a
  /// path component.
  SessionLocation session(std::string_view user, std::string_view id) const;
  SessionLocation archived(std::string_view user, std::string_view id) const;

  /// The session that `path` (relative to the top level) is or lies in; nullopt when it is in none.
  std::optional<SessionLocation> parse(std::string_view path) const;
  /// The folder of the page that `path` is or lies in; nullopt when it is in none.
  std::optional<std::string> page_folder_of(std::string_view path) const;

 private:
  SessionLocation locate(bool in_archive, std::string_view user, std::string_view id) const;
  std::string root_;
};

/// Whether `file`, as metadata names an output, stays inside its session folder by its letters:
/// relative, no `..`, nothing that git keeps for itself. A `./` in front is let be.
bool stays_inside(std::string_view file);

}  // namespace git_session
