#include "operations/check_secrets.h"

#include "base/error.h"
#include "base/text.h"
#include "cli/progress.h"
#include "cli/secret_messages.h"
#include "cli/session_command.h"
#include "json/secret_json.h"

namespace git_session {
namespace {

SecretsCheck check(Invocation& invocation, const Workspace& workspace) {
  const Arguments& arguments = invocation.arguments;
  const std::vector<std::string>& files = arguments.operands("FILE");
  if (arguments.has("all") && (!files.empty() || arguments.has("session")))
    throw Error(ErrorKind::usage, "--all goes without files and without --session",
                "git session check-secrets --all");
  if (!files.empty()) return check_files(workspace, files);
  Progress progress(invocation.console, "Looking for secrets");
  if (arguments.has("all")) return check_everything(workspace);
  return check_sessions_for_secrets(workspace, {session_of(invocation, workspace).location});
}

/// What a line of the allow-list would be.
std::string allowance_for(const FoundSecret& secret) {
  return secret.fingerprint.empty() ? secret.rule + " " + secret.path
                                    : secret.rule + " sha256:" + secret.fingerprint;
}

void print(Console& console, const SecretsCheck& check) {
  size_t open = 0;
  for (const FoundSecret& secret : check.report.found) {
    if (!secret.is_open()) {
      console.note(describe(secret) + " is allowed by " + escape_line(secret.allowed_by));
      continue;
    }
    ++open;
    console.print_line(describe(secret));
    if (console.is_output_terminal())
      console.print_line(
          Styled("    to allow it: " + escape_line(allowance_for(secret)), Style::dim));
  }
  for (const std::string& warning : check.report.warnings) console.warn(warning);
  const std::string checked = count_of(check.files, "file") + " checked";
  console.note(open == 0 ? checked + ", no secrets"
                         : checked + ": " + count_of(open, "place looks", "places look") +
                               " like a secret");
}

Json to_json(const SecretsCheck& check) {
  Json root = json_root();
  root["checked"] = check.files;
  root["secrets"] = secrets_to_json(check.report);
  root["warnings"] = Json::array();
  for (const std::string& warning : check.report.warnings)
    root["warnings"].push_back({{"message", warning}});
  return root;
}

int run_check_secrets(Invocation& invocation) {
  Workspace workspace = open_workspace(invocation);
  const SecretsCheck found = check(invocation, workspace);
  if (invocation.wants_json()) {
    invocation.console.print_json(to_json(found));
  } else {
    print(invocation.console, found);
  }
  return found.report.has_open() ? 1 : 0;
}

}  // namespace

Command declare_check_secrets() {
  return {
      .name = "check-secrets",
      .summary = "Look for passwords, keys and tokens in files",
      .description =
          "Looks through the files that are named, else through those of the session, for what "
          "should not be shared: private keys, tokens of well-known services, passwords in "
          "addresses, random values that are called a password, secret, token or key, numbers of "
          "bank accounts and payment cards. One line for each place: path, line, column, rule, and "
          "what it is, without the secret itself. docs/secrets.md has the rules.\n\n"
          "The same is looked for when outputs are recorded, committed and promoted; "
          "session.secrets "
          "says what is done then: block (unless set) warns when something is recorded and refuses "
          "to commit or promote it, warn only warns, redact replaces it in copies, off looks for "
          "nothing. This verb looks in any case, and changes nothing.\n\n"
          "What is no secret gets the words 'git-session: allow-secret' on its line, or a line in "
          ".secrets-allow under the session root: a rule and a path, with * for anything, or a "
          "rule "
          "and the fingerprint that --json and a terminal show.",
      .options = {{.name = "all",
                   .help = "all sessions, archived ones too, and what was promoted"}},
      .operands = {{.name = "FILE",
                    .help = "a file anywhere, or - for standard input; else those of the session",
                    .maximum = SIZE_MAX,
                    .completion = Completion::file}},
      .examples = {{"git session check-secrets", "the files of the current session"},
                   {"git session check-secrets --all", "all of them, in CI"},
                   {"./report.py | git session check-secrets -", "before it becomes an output"},
                   {"git diff --cached --name-only -z --diff-filter=d | xargs -0r git session "
                    "check-secrets",
                    "in a pre-commit hook of git"}},
      .exit_codes = {{1, "something looks like a secret and nobody allows it"}},
      .run = run_check_secrets};
}

}  // namespace git_session
