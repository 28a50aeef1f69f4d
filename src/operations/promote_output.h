#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "core/page_address.h"
#include "core/promotion.h"
#include "operations/secret_gate.h"
#include "operations/workspace.h"

namespace git_session {

/// What a page was published from, and what became of it.
struct Published {
  std::string bytes;
  std::string blob;
  std::string commit;
  int64_t page_version = 0;
  std::string page_hash;
};

struct PromotionRequest {
  std::string file;  ///< the output, as typed
  PageAddress page;
  std::string title;                  ///< of the page; empty: as the address has it
  std::vector<std::string> notified;  ///< e-mail addresses
  std::string notes;
  bool update_existing = false;  ///< record another version of what was shared to this page before
  /// nullopt: the page was made by hand, from the output as it is now. Otherwise one version of the
  /// page is one entry, and `update_existing` has no meaning.
  std::optional<Published> published;
};

struct PromotionReport {
  Session session;      ///< as it is afterwards
  Promotion promotion;  ///< the new entry, or the one that was there
  bool was_recorded =
      false;  ///< the same content was shared to this page before; nothing was added
  std::vector<Promotion> elsewhere;  ///< the last promotion to each other page
  SecretReport secrets;  ///< in what was recorded now: allowed, redacted, or only warned of
};

/// Records that an output was shared to a page: copies it to the page's folder, adds an entry to
/// the ledger there, marks the output. Repeating it is harmless, and finishes what was interrupted.
/// Throws `not_found` or `ambiguous` for the file, `refused` with reason "already-promoted" when
/// other content of this output was shared to the page and `update_existing` is not asked for,
/// "not-a-file" when the output is kept elsewhere, those of SessionStore::lock(), and SecretsFound.
PromotionReport record_promotion(const Workspace& workspace, const SessionLocation& location,
                                 const PromotionRequest& request);

/// What somebody types about what they share, and as which option.
struct Remark {
  std::string name;
  std::string text;
};
/// Looks at remarks as well and throws SecretsFound when `secrets` has an open find then: a title
/// or a note is not redacted behind the back of who typed it.
void require_clean_remarks(const SecretGate& gate, const std::vector<Remark>& remarks,
                           SecretReport& secrets);

/// HEAD, when it holds this content at this path; else empty.
std::string commit_with(const Workspace& workspace, const std::string& path,
                        const std::string& blob);
/// "Ada Lovelace <ada@example.com>", as far as git knows it.
std::string who_am_i(const Workspace& workspace);

/// The output that `typed` means: its name in the session, its path from here, or else the last
/// part of either, whole or in part, where only one output has that. Throws `not_found`, or
/// `ambiguous` with the candidates.
const Output& find_output_to_promote(const Workspace& workspace, const Session& session,
                                     const std::string& typed);

/// `refused` (reason "not-a-file"): there is nothing in the session folder to share.
Error not_a_file(const Output& output);

}  // namespace git_session
