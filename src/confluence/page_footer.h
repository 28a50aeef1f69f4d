#pragma once

#include <string>
#include <string_view>

namespace git_session::confluence {

/// What a page says at its end about where it comes from. Addresses that are neither http nor https
/// are shown as text.
struct PageFooter {
  std::string repository;  ///< its name or web address
  std::string commit;      ///< full or short; empty: not said
  std::string path;        ///< of the file in the repository
  std::string session_id;
  std::string file;      ///< name of the output
  std::string agent;     ///< empty: not said
  std::string edit_url;  ///< of the file, for "edit there"; may be empty
  std::string key;       ///< by which has_footer() knows it: 16 hex digits
};

/// `storage` with the panel behind it.
std::string with_footer(std::string storage, const PageFooter& footer);

/// Whether a page has the footer with that key. Throws what parse_storage() throws.
bool has_footer(std::string_view storage, std::string_view key);

/// The page without the last footer with that key, for hashing: what somebody wrote into the panel
/// beside the generated paragraph stays. `storage` as it came when there is none. Throws what
/// parse_storage() throws.
std::string without_footer(std::string storage, std::string_view key);

}  // namespace git_session::confluence
