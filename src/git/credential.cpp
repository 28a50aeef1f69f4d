#include "git/credential.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

std::string line_of(const std::string& key, const std::string& value) {
  // A line break would be a second line, and git takes the last host it reads.
  if (std::any_of(value.begin(), value.end(), [](unsigned char c) { return c < ' ' || c == 0x7f; }))
    throw Error(ErrorKind::invalid_data,
                "the " + key + " for a password holds a control character");
  return key + "=" + value + "\n";
}

std::string description_of(const CredentialRequest& request) {
  return line_of("protocol", request.protocol) + line_of("host", request.host) +
         (request.user.empty() ? std::string() : line_of("username", request.user));
}

ProcessResult ask(const Repository& repository, const std::string& action, std::string input,
                  bool may_ask) {
  ProcessOptions options;
  options.input = std::move(input);
  std::vector<std::string> arguments = {"credential", action};
  if (may_ask) {
    options.removed_environment = {"GIT_TERMINAL_PROMPT"};
  } else {
    options.environment = {{"GIT_ASKPASS", ""}, {"SSH_ASKPASS", ""}, {"GCM_INTERACTIVE", "never"}};
    arguments.insert(arguments.begin(), {"-c", "credential.interactive=false"});
  }
  return repository.try_run(arguments, std::move(options));
}

void tell(const Repository& repository, const std::string& verdict, const Credential& credential) {
  // A helper that cannot keep it is no reason to fail: the mail is sent, or was refused, already.
  ask(repository, verdict,
      description_of(credential.request) + line_of("password", credential.password) + "\n", false);
}

}  // namespace

Credential fill_credential(const Repository& repository, const CredentialRequest& request) {
  ProcessResult result = ask(repository, "fill", description_of(request) + "\n", request.may_ask);
  Credential credential{request, {}};
  for (const std::string& line : split(result.output, '\n'))
    if (line.starts_with("password="))
      credential.password = line.substr(9);
    else if (line.starts_with("username=") && request.user.empty())
      credential.request.user = line.substr(9);
  line_of("username", credential.request.user);
  line_of("password", credential.password);
  if (result.ok() && !credential.password.empty()) return credential;
  throw Error(ErrorKind::unavailable,
              "git has no password for " +
                  (request.user.empty() ? "" : "'" + escape_line(request.user) + "' at ") +
                  request.host +
                  (result.ok() ? std::string() : " (" + words_of_git(result, "credential") + ")"));
}

void approve_credential(const Repository& repository, const Credential& credential) {
  tell(repository, "approve", credential);
}

void reject_credential(const Repository& repository, const Credential& credential) {
  tell(repository, "reject", credential);
}

}  // namespace git_session
