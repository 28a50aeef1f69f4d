#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace git_session {

/// One time an output was shared to a page: an entry of that page's ledger. Empty text means
/// absent.
struct Promotion {
  std::string file;  ///< the copy of what was shared, in the ledger's folder
  std::optional<Instant> promoted_at;
  std::string promoted_by;  ///< "Ada Lovelace <ada@example.com>"
  std::string session_id;
  std::string user;         ///< the user folder of the session
  std::string source_file;  ///< relative to the session folder
  std::string agent;
  std::string blob;    ///< the id git stores for what was shared
  std::string commit;  ///< HEAD, when the output was the same there
  std::string space_key;
  std::string page_id;
  std::string page_title;
  std::string page_url;
  std::optional<int64_t> version;       ///< how often this output was shared to this page
  std::optional<int64_t> page_version;  ///< the page's own, where we published it
  std::string page_hash;                ///< of the text that the server had then
  std::string notified;                 ///< e-mail addresses, joined by ", "
  std::string mailed;  ///< those of whom a mail server took a mail for, joined by ", "
  std::optional<Instant> mailed_at;  ///< the last time
  std::string jira_linked;           ///< tickets that link to the page, joined by ", "
  std::string notes;

  std::string path;             ///< of the ledger's folder, relative to the top level
  int line = 0;                 ///< of the ledger file
  std::optional<size_t> place;  ///< in the list of the ledger file; nullopt: at the file's top

  bool is_of(std::string_view session, std::string_view source) const {
    return session_id == session && source_file == source;
  }
};

/// One e-mail address and nothing else, of printable characters that no header gives a meaning.
bool is_mail_address(std::string_view text);
/// The e-mail addresses in a list separated by commas, each once. Throws Error(usage) for one that
/// is none, in particular for anything that would be more than an address in a mail's header.
std::vector<std::string> parse_addresses(std::string_view list);

}  // namespace git_session
