#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "core/secret_allow_list.h"
#include "core/secrets.h"
#include "operations/workspace.h"

namespace git_session {

/// What `session.secrets` wants done about secrets.
enum class SecretPolicy {
  block,   ///< said when they are recorded, refused when they would be committed or shared
  warn,    ///< said, and no more
  redact,  ///< replaced in what is recorded or shared; refused where that cannot be done
  off      ///< not looked for
};
const char* name_of(SecretPolicy policy);

/// Throws `invalid_data` for a word that is none of them: nobody shall believe in a gate that is
/// open by a slip of the pen.
SecretPolicy secret_policy(const Settings& settings);

/// A secret that was found on its way, without itself.
struct FoundSecret {
  std::string path;  ///< relative to the top level, or as somebody named it
  int line = 0;
  int column = 0;
  std::string rule;
  std::string excerpt;
  std::string fingerprint;  ///< empty where it would give the secret away
  /// Who says that it may be there: "output/.secrets-allow:3", or its own line; empty: nobody.
  std::string allowed_by;
  bool is_allowed_by_pattern = false;  ///< by a line of the list that does not know this value
  bool is_redacted = false;

  /// Nobody allows it, and nothing has been done about it.
  bool is_open() const { return allowed_by.empty() && !is_redacted; }
};

/// What looking at one thing or many has given.
struct SecretReport {
  std::vector<FoundSecret> found;
  /// What could not be looked at whole, and lines of the allow-list that mean nothing.
  std::vector<std::string> warnings;

  bool has_open() const;
  void add(SecretReport other);
};

/// What becomes of bytes, by `session.secrets` and by what was found in them.
enum class SecretAction {
  pass,    ///< there is nothing in them, or nothing that somebody does not allow
  warn,    ///< they may go on; what was found is said
  redact,  ///< the text without the secrets goes on in their place
  block    ///< they may not be committed or shared
};

/// What SecretGate::judge() says of one file.
struct SecretVerdict {
  SecretAction action = SecretAction::pass;
  SecretReport report;
  std::optional<std::string> redacted;  ///< only where the action is `redact`
};

/// `refused`, reason "secret": what is in the way, each with its place.
class SecretsFound : public Error {
 public:
  SecretsFound(const std::string& message, std::string hint, SecretReport report);
  const SecretReport& report() const { return report_; }

 private:
  SecretReport report_;
};

/// What `commit`, `promote` and whatever records outputs ask before they do so. judge() is all that
/// somebody with bytes needs; the others are for what has many. The allow-list is read when it is
/// first needed. Needs the workspace to live on.
class SecretGate {
 public:
  /// More than this of a file is not looked at.
  static constexpr uint64_t most_bytes = uint64_t{64} * 1024 * 1024;

  /// Throws as secret_policy() does.
  explicit SecretGate(const Workspace& workspace)
      : SecretGate(workspace, secret_policy(workspace.settings())) {}
  SecretGate(const Workspace& workspace, SecretPolicy policy)
      : workspace_(workspace), policy_(policy) {}

  SecretPolicy policy() const { return policy_; }

  /// Looks at the bytes of a file, which is neither read nor written. `path`, from the top level,
  /// is what the allow-list knows it by, and what findings name. Whoever commits or shares stops at
  /// `block`; whoever only records says what was found and goes on, because the file lies there
  /// already: `add` does. Where UTF-16 is told by its bytes it is read as text, and never redacted.
  SecretVerdict judge(const std::string& path, std::string_view bytes) const;

  /// The same without redacting, where there is more to look at: adds what it finds to `report`.
  void look(const std::string& path, std::string_view bytes, SecretReport& report) const;
  /// The same for a file of the work tree; false when it is not there, or no regular file.
  bool look_at_file(const std::string& path, SecretReport& report) const;

  /// Looks, and where secrets are to be redacted, and can be, returns the bytes without them.
  std::optional<std::string> clean(const std::string& path, std::string_view bytes,
                                   SecretReport& report) const;
  /// The same for a regular file, which is rewound before and after.
  std::optional<std::string> clean(const std::string& path, const FileDescriptor& file,
                                   SecretReport& report) const;

  /// Lines of the allow-list that mean nothing.
  std::vector<std::string> faults_of_allow_list() const;

  /// Throws SecretsFound when a find is open and the policy is not to let it pass. `what` says what
  /// was not done ("nothing was committed"), `override_command` what does it all the same.
  void require_none(const SecretReport& report, const std::string& what,
                    const std::string& override_command) const;

 private:
  const SecretAllowList& allow_list() const;
  SecretVerdict judge(const std::string& path, std::string_view bytes, bool may_redact) const;

  const Workspace& workspace_;
  SecretPolicy policy_;
  mutable std::optional<SecretAllowList> allow_list_;
};

/// Replaces an output of a locked session. Atomic; what a crash leaves is hidden, and no output.
void replace_output(const Directory& folder, const std::string& name, std::string_view bytes);

/// Puts the redacted text in the place of an output, and notes for undo what was there. Atomic.
void redact_output(const Workspace& workspace, const LockedSession& locked, const std::string& file,
                   std::string_view redacted);

}  // namespace git_session
