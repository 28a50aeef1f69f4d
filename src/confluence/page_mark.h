#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace git_session::confluence {

/// The key of the page property that says what a page was made from.
inline constexpr const char* page_property = "git-session";

/// What a page was made from, as the page itself remembers it. Ids are hexadecimal.
struct PageMark {
  std::string page;  ///< the page's own id: copies of a page bring its properties along
  std::string session;
  std::string file;  ///< the output, relative to its session folder
  std::string blob;  ///< the content of that file, as git names it
  std::string commit;
  int64_t version = 0;  ///< of the page
  std::string hash;     ///< of the page's text as the server had it then, without our footer
  std::string sent;     ///< of what we sent, without our footer
  std::string converter;
  std::string promoted_by;

  bool operator==(const PageMark&) const = default;
};

/// JSON.
std::string write_page_mark(const PageMark& mark);
/// nullopt for anything that write_page_mark() does not write. The value comes from the server:
/// whoever may edit the page may have changed it.
std::optional<PageMark> read_page_mark(std::string_view json);

/// The message of a page's version that we write; at most 250 bytes. By it a version is known as
/// ours when nothing else could be noted any more.
std::string version_message(const PageMark& mark);

/// What a version's message says of the content it was made from: the first digits of two ids.
struct VersionNote {
  std::string blob;
  std::string sent;
};
/// nullopt when the message is not one of ours about this output.
std::optional<VersionNote> read_version_message(std::string_view message, std::string_view session,
                                                std::string_view file);

}  // namespace git_session::confluence
