// git-session-smtp: what git-session starts when a mail is to be sent. It is a program of its own
// because loading libcurl takes longer than everything else that git-session does.

#include <unistd.h>

#include <csignal>
#include <exception>

#include "base/companion.h"
#include "base/file.h"
#include "mail/smtp_request.h"
#include "smtp/smtp_client.h"

namespace {

using namespace git_session;

constexpr uint64_t longest_request = 1024 * 1024;

void answer(const MailOutcome& outcome) {
  FileDescriptor output(dup(STDOUT_FILENO));
  write_all(output, write_mail_outcome(outcome), "stdout");
}

int run() {
  const FileDescriptor input(dup(STDIN_FILENO));
  auto request = read_smtp_request(read_all(input, longest_request, "stdin"));
  if (!request) {
    answer({MailOutcome::Result::failed, {}, "git-session-smtp is for git-session to start"});
    return 2;
  }
  bool is_sent = false;
  send_by_smtp(
      *request, [] { return has_reader(STDOUT_FILENO); },
      [&](const MailOutcome& outcome) {
        is_sent = outcome.result == MailOutcome::Result::sent;
        answer(outcome);
      });
  return is_sent ? 0 : 1;
}

}  // namespace

int main() {
  std::signal(SIGPIPE, SIG_IGN);
  forbid_core_files();
  try {
    return run();
  } catch (const std::exception& error) {
    try {
      answer({MailOutcome::Result::failed, {}, error.what()});
    } catch (const std::exception&) {
      return 1;
    }
    return 1;
  }
}
