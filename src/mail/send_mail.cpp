#include "mail/send_mail.h"

#include "base/companion.h"
#include "base/error.h"
#include "base/process.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr const char* smtp_program = "git-session-smtp";
// The program has its own limit of 60 s, and words for it.
constexpr std::chrono::seconds program_limit{65};
constexpr std::chrono::seconds sendmail_limit{60};

std::string find_sendmail() {
  if (auto path = find_program("sendmail")) return *path;
  for (const char* path : {"/usr/sbin/sendmail", "/usr/lib/sendmail"})
    if (is_program(path)) return path;
  throw Error(ErrorKind::unavailable,
              "there is no program 'sendmail' in PATH, /usr/sbin or /usr/lib",
              "git config session.mail.server smtp://mail.example.com:587");
}

std::string words_of(const std::string& program, const ProcessResult& result) {
  if (result.timed_out) return program + " took too long";
  const std::string words(trim(result.error_output));
  if (!words.empty()) return program + ": " + words;
  return program + " ended with exit code " + std::to_string(result.exit_code);
}

MailOutcome by_sendmail(const Posting& posting) {
  // -i: a line with one dot is not the end of the message.
  std::vector<std::string> arguments = {find_sendmail(), "-i", "--"};
  arguments.insert(arguments.end(), posting.to.begin(), posting.to.end());
  ProcessOptions options;
  // It belongs to the world of Unix, where CR is a character like any other.
  for (char c : posting.message)
    if (c != '\r') options.input += c;
  options.time_limit = sendmail_limit;
  const ProcessResult result = run_process(arguments, std::move(options));
  MailOutcome outcome;
  if (result.ok()) {
    outcome.result = MailOutcome::Result::sent;
  } else {
    outcome.words = words_of("sendmail", result);
  }
  return outcome;
}

MailOutcome by_smtp(const MailServer& server, const Posting& posting, const std::string& password) {
  auto program = find_companion(smtp_program);
  if (!program)
    throw Error(ErrorKind::unavailable,
                std::string("the program '") + smtp_program +
                    "', which talks to mail servers, is not installed beside git-session",
                "script/install, or: git config session.mail.server sendmail");
  SmtpRequest request;
  request.url = server.url;
  request.requires_tls = server.requires_tls;
  request.ca_file = server.ca_file;
  request.user = server.user;
  request.password = password;
  request.from = posting.from;
  request.to = posting.to;
  request.message = posting.message;
  ProcessOptions options;
  options.input = write_smtp_request(request);
  options.time_limit = program_limit;
  const ProcessResult result = run_process({*program}, std::move(options));
  if (auto outcome = read_mail_outcome(result.output)) return *outcome;
  MailOutcome outcome;
  outcome.words = words_of(smtp_program, result);
  return outcome;
}

}  // namespace

MailOutcome send_mail(const MailServer& server, const Posting& posting,
                      const std::string& password) {
  return server.is_sendmail ? by_sendmail(posting) : by_smtp(server, posting, password);
}

}  // namespace git_session
