#include "operations/secret_gate.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <map>

#include "base/file_copy.h"
#include "base/text.h"
#include "base/utf16.h"
#include "core/secret_rules.h"
#include "store/secrets_allow_file.h"

namespace git_session {
namespace {

constexpr size_t most_finds = 10'000;
/// As git tells text from other bytes.
constexpr size_t judged_bytes = 8000;
constexpr const char* own_line = "its own line";

constexpr std::array policies = {SecretPolicy::block, SecretPolicy::warn, SecretPolicy::redact,
                                 SecretPolicy::off};

SecretScope scope_of(std::string_view bytes) {
  return bytes.substr(0, judged_bytes).find('\0') == bytes.npos ? SecretScope::text
                                                                : SecretScope::bytes;
}

/// One byte more than is looked at tells that there is more.
std::string read_beginning(const FileDescriptor& file, const std::string& path) {
  return read_up_to(file, SecretGate::most_bytes + 1, path);
}

/// Tells whether somebody allows what was found in one file.
class Judge {
 public:
  Judge(const SecretAllowList& list, std::string list_path, const std::string& path)
      : list_(list), list_path_(std::move(list_path)), path_(path) {
    for (const SecretRule& rule : secret_rules())
      by_pattern_[rule.name] = list.for_path(rule.name, path);
  }

  FoundSecret judge(std::string_view text, const SecretFinding& finding) const {
    FoundSecret secret;
    secret.path = path_;
    secret.line = finding.line;
    secret.column = finding.column;
    secret.rule = finding.rule;
    secret.excerpt = finding.excerpt;
    secret.fingerprint = fingerprint_of(text, finding);
    if (finding.is_marked) {
      secret.allowed_by = own_line;
    } else if (const auto* value = list_.for_value(secret.rule, secret.fingerprint)) {
      secret.allowed_by = place_in_list(*value);
    } else if (const auto* pattern = by_pattern_.at(finding.rule)) {
      secret.allowed_by = place_in_list(*pattern);
      secret.is_allowed_by_pattern = true;
    }
    return secret;
  }

 private:
  std::string place_in_list(const SecretAllowance& allowance) const {
    return list_path_ + ":" + std::to_string(allowance.line);
  }

  const SecretAllowList& list_;
  std::string list_path_;
  const std::string& path_;
  std::map<std::string_view, const SecretAllowance*> by_pattern_;
};

/// Without all that nobody allows. What stood around a secret may look like one once that is gone,
/// a little and not for ever.
std::string redact_open(const Judge& judge, std::string text) {
  constexpr int most_rounds = 8;
  for (int round = 0; round < most_rounds; ++round) {
    std::vector<SecretFinding> open;
    for (const SecretFinding& finding : find_secrets(text))
      if (judge.judge(text, finding).is_open()) open.push_back(finding);
    if (open.empty()) break;
    text = redact_secrets(text, open);
  }
  return text;
}

SecretAction action_for(SecretPolicy policy, const SecretReport& report) {
  if (!report.has_open()) return SecretAction::pass;
  return policy == SecretPolicy::warn ? SecretAction::warn : SecretAction::block;
}

std::string place_of(const FoundSecret& secret) {
  return escape_line(secret.path) + ":" + std::to_string(secret.line) + ":" +
         std::to_string(secret.column);
}

}  // namespace

const char* name_of(SecretPolicy policy) {
  switch (policy) {
    case SecretPolicy::block:
      return "block";
    case SecretPolicy::warn:
      return "warn";
    case SecretPolicy::redact:
      return "redact";
    case SecretPolicy::off:
      break;
  }
  return "off";
}

SecretPolicy secret_policy(const Settings& settings) {
  const Setting& setting = settings.find("session.secrets");
  for (const SecretPolicy policy : policies)
    if (setting.value == name_of(policy)) return policy;
  throw Error(ErrorKind::invalid_data,
              "'" + escape_line(setting.value) + "' is not block, warn, redact or off (" +
                  setting.name + ", " + setting.origin + ")",
              "git config session.secrets block");
}

SecretsFound::SecretsFound(const std::string& message, std::string hint, SecretReport report)
    : Error(ErrorKind::refused, message, std::move(hint)), report_(std::move(report)) {
  with_reason("secret");
}

bool SecretReport::has_open() const {
  return std::any_of(found.begin(), found.end(),
                     [](const FoundSecret& secret) { return secret.is_open(); });
}

void SecretReport::add(SecretReport other) {
  std::move(other.found.begin(), other.found.end(), std::back_inserter(found));
  std::move(other.warnings.begin(), other.warnings.end(), std::back_inserter(warnings));
}

const SecretAllowList& SecretGate::allow_list() const {
  if (!allow_list_)
    allow_list_ =
        read_secrets_allow_file(workspace_.store().top_level(), workspace_.store().layout());
  return *allow_list_;
}

std::vector<std::string> SecretGate::faults_of_allow_list() const {
  const std::string path = secrets_allow_path(workspace_.store().layout());
  std::vector<std::string> faults;
  for (const UselessLine& useless : allow_list().useless())
    faults.push_back(useless.line == 0
                         ? "'" + escape_line(path) + "' allows nothing: " + useless.reason
                         : escape_line(path) + ":" + std::to_string(useless.line) +
                               " allows nothing: it " + useless.reason);
  return faults;
}

SecretVerdict SecretGate::judge(const std::string& path, std::string_view bytes,
                                bool may_redact) const {
  SecretVerdict verdict;
  if (policy_ == SecretPolicy::off) return verdict;
  SecretReport& report = verdict.report;
  const bool is_whole = bytes.size() <= most_bytes;
  if (!is_whole)
    report.warnings.push_back("only the first " + format_bytes(most_bytes) + " of '" +
                              escape_line(path) + "' were looked through for secrets");
  bytes = bytes.substr(0, most_bytes);
  const std::optional<std::string> decoded = text_of_utf16(bytes);
  if (decoded) bytes = *decoded;
  const SecretScope scope = scope_of(bytes);
  const std::vector<SecretFinding> findings = find_secrets(bytes, scope, most_finds);
  if (findings.empty()) return verdict;
  if (findings.size() == most_finds)
    report.warnings.push_back("'" + escape_line(path) + "' was looked through for secrets up to " +
                              "the " + std::to_string(most_finds) + "th find only");
  may_redact = may_redact && policy_ == SecretPolicy::redact && scope == SecretScope::text &&
               !decoded && is_whole && findings.size() < most_finds;
  const Judge judge(allow_list(), secrets_allow_path(workspace_.store().layout()), path);
  bool is_redacted = false;
  for (const SecretFinding& finding : findings) {
    FoundSecret secret = judge.judge(bytes, finding);
    secret.is_redacted = may_redact && secret.is_open();
    is_redacted |= secret.is_redacted;
    report.found.push_back(std::move(secret));
  }
  if (is_redacted) verdict.redacted = redact_open(judge, std::string(bytes));
  verdict.action = action_for(policy_, report);
  if (is_redacted) verdict.action = SecretAction::redact;
  return verdict;
}

SecretVerdict SecretGate::judge(const std::string& path, std::string_view bytes) const {
  return judge(path, bytes, true);
}

void SecretGate::look(const std::string& path, std::string_view bytes, SecretReport& report) const {
  report.add(judge(path, bytes, false).report);
}

bool SecretGate::look_at_file(const std::string& path, SecretReport& report) const {
  const Directory& top = workspace_.store().top_level();
  auto status = top.status(path);
  if (policy_ == SecretPolicy::off || !status || status->type != FileType::regular) return false;
  auto file = top.open_file(path);
  if (file) look(path, read_beginning(*file, path), report);
  return file.has_value();
}

std::optional<std::string> SecretGate::clean(const std::string& path, std::string_view bytes,
                                             SecretReport& report) const {
  SecretVerdict verdict = judge(path, bytes);
  report.add(std::move(verdict.report));
  return std::move(verdict.redacted);
}

std::optional<std::string> SecretGate::clean(const std::string& path, const FileDescriptor& file,
                                             SecretReport& report) const {
  if (policy_ == SecretPolicy::off) return std::nullopt;
  rewind_file(file);
  const std::string bytes = read_beginning(file, path);
  rewind_file(file);
  return clean(path, bytes, report);
}

void SecretGate::require_none(const SecretReport& report, const std::string& what,
                              const std::string& override_command) const {
  if (policy_ == SecretPolicy::warn || !report.has_open()) return;
  SecretReport open{{}, report.warnings};
  std::copy_if(report.found.begin(), report.found.end(), std::back_inserter(open.found),
               [](const FoundSecret& secret) { return secret.is_open(); });
  const FoundSecret& first = open.found.front();
  const size_t others = open.found.size() - 1;
  const std::string more =
      others > 0 ? ", and " + count_of(others, "more place does", "more places do") : "";
  throw SecretsFound(
      place_of(first) + " looks like a secret (" + first.rule + ")" + more + ": " + what,
      "take it out; what is none gets '" + std::string(secret_mark) +
          "' on its line or a line in " + secrets_allow_path(workspace_.store().layout()) + "; " +
          override_command + " goes on all the same",
      std::move(open));
}

void replace_output(const Directory& folder, const std::string& name, std::string_view bytes) {
  const std::string hidden = ".redacted-output.tmp";
  const auto status = folder.status(name);
  folder.remove_file(hidden);
  auto file = folder.create_file(hidden, 0600);
  if (!file) throw Error(ErrorKind::conflict, "'" + hidden + "' is taken");
  try {
    write_all(*file, bytes, hidden);
    if (status && ::fchmod(file->get(), status->mode) != 0)
      throw system_error("cannot set the permissions of", hidden, errno);
    sync_file(*file, hidden);
    folder.rename_over(hidden, name);
  } catch (...) {
    folder.remove_file(hidden);
    throw;
  }
  folder.sync();
}

void redact_output(const Workspace& workspace, const LockedSession& locked, const std::string& file,
                   std::string_view redacted) {
  const size_t slash = file.rfind('/');
  const std::string name = file.substr(slash + 1);  // npos + 1 is none
  const std::string path = locked.location().path + "/" + file;
  auto replace = [&](const Directory& folder) {
    workspace.recorder().will_replace(path, folder, name, redacted);
    replace_output(folder, name, redacted);
  };
  if (slash == file.npos) return replace(locked.folder());
  auto folder = locked.folder().open_directory(file.substr(0, slash));
  if (!folder) throw Error(ErrorKind::not_found, "output '" + escape_line(file) + "' is gone");
  replace(*folder);
}

}  // namespace git_session
