// git-session-http: what git-session starts when a web site is to be asked something. It is a
// program of its own because loading libcurl takes longer than everything else that git-session
// does.

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <exception>

#include "base/companion.h"
#include "base/error.h"
#include "base/file.h"
#include "base/spawn.h"
#include "http_program/curl_client.h"

namespace {

using namespace git_session;

bool is_wanted() { return has_reader(STDOUT_FILENO); }

/// False when there is nobody any more who could.
bool wait_for_more() {
  while (true) {
    pollfd watched[] = {{STDIN_FILENO, POLLIN, 0}, {STDOUT_FILENO, 0, 0}};
    const int ready = poll(watched, 2, -1);
    if (ready < 0 && errno != EINTR) return false;
    if (ready > 0) return watched[1].revents == 0;
  }
}

HttpResponse answer_to(CurlClient& client, const std::string& message) {
  HttpResponse response;
  response.failure = HttpResponse::Failure::not_sent;
  try {
    if (auto order = read_http_order(message)) return client.send(*order);
    response.words = "this is no request of git-session";
  } catch (const std::exception& error) {
    response.words = error.what();
  }
  return response;
}

int serve() {
  const FileDescriptor input(dup(STDIN_FILENO));
  const FileDescriptor output(dup(STDOUT_FILENO));
  CurlClient client(is_wanted);
  std::string read;
  while (true) {
    while (auto message = take_http_message(read))
      write_all(output, write_http_response(answer_to(client, *message)), "stdout");
    // A request that was not given to its end is not sent.
    if (!wait_for_more() || !read_some(input, read)) return 0;
  }
}

}  // namespace

int main() {
  std::signal(SIGPIPE, SIG_IGN);
  forbid_core_files();
  try {
    return serve();
  } catch (const std::exception& error) {
    const std::string words = std::string(error.what()) + "\n";
    return write(STDERR_FILENO, words.data(), words.size()) < 0 ? 2 : 1;
  }
}
