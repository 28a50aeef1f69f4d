#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// A Confluence page as its address in a browser names it. What the address does not tell is empty.
struct PageAddress {
  std::string url;        ///< as it was given
  std::string site;       ///< what the server's own paths follow: "https://x.atlassian.net/wiki"
  std::string space_key;  ///< "PROJ", "~ada"
  std::string page_id;    ///< digits
  std::string title;      ///< as words; UTF-8

  /// The names of the two folders that keep what was shared to this page: the space or `_`, the id
  /// or `title-SLUG`.
  std::string space_folder() const;
  std::string page_folder() const;
};

/// Digits, as a page's id is.
bool is_page_id(std::string_view text);

/// Understands the addresses of Confluence Cloud and Data Center: `/spaces/KEY/pages/ID[/TITLE]`,
/// `/display/KEY/TITLE`, `viewpage.action?pageId=ID` (or spaceKey and title), and the short `/x/…`,
/// which holds the id. Throws Error(usage) for anything else, and for one with a password in it.
PageAddress parse_page_address(std::string_view url);

}  // namespace git_session
