#include "http/program_client.h"

#include "base/companion.h"
#include "base/error.h"
#include "http/http_address.h"
#include "http/http_frame.h"

namespace git_session {
namespace {

using Failure = HttpResponse::Failure;

constexpr const char* http_program = "git-session-http";
// The program keeps the limit itself, and has words for it.
constexpr std::chrono::seconds beyond_limit{5};

std::unique_ptr<Conversation> start_program() {
  auto path = find_companion(http_program);
  if (!path)
    throw Error(ErrorKind::unavailable,
                std::string("the program '") + http_program +
                    "', which talks to web servers, is not installed beside git-session",
                "script/install");
  ProcessOptions options;
  // It is told what it must know, and no more.
  options.removed_environment = {"GIT_SESSION_CONFLUENCE_TOKEN", "GIT_SESSION_JIRA_TOKEN"};
  return std::make_unique<Conversation>(std::vector<std::string>{*path}, options);
}

}  // namespace

ProgramHttpClient::ProgramHttpClient(const std::vector<std::string>& origins, std::string ca_file)
    : ca_file_(std::move(ca_file)) {
  for (const std::string& origin : origins) origins_.insert(parse_http_address(origin).origin);
}

ProgramHttpClient::~ProgramHttpClient() = default;

void ProgramHttpClient::check(const HttpRequest& request) const {
  const HttpAddress address = parse_http_address(request.url);
  if (!origins_.contains(address.origin))
    throw Error(ErrorKind::refused,
                "nothing is sent to " + address.origin + ": the settings name no site there")
        .with_reason("request-refused");
  check_http_request(request);
}

HttpResponse ProgramHttpClient::give_up(Failure failure, const std::string& words) {
  HttpResponse response;
  response.failure = failure;
  const std::string complaints = program_->complaints();
  response.words = std::string(http_program) + ": " + (complaints.empty() ? words : complaints);
  program_.reset();
  return response;
}

HttpResponse ProgramHttpClient::exchange(const HttpRequest& request) {
  const auto end = std::chrono::steady_clock::now() + request.time_limit + beyond_limit;
  if (!program_->say(write_http_order({request, ca_file_}), end))
    return give_up(Failure::not_sent, "it takes no request");
  while (true) {
    if (auto message = take_http_message(read_)) {
      if (auto response = read_http_response(*message)) return *response;
      return give_up(Failure::no_answer, "its answer makes no sense");
    }
    switch (program_->hear(read_, end)) {
      case Conversation::Heard::something:
        break;
      case Conversation::Heard::nothing_in_time:
        return give_up(Failure::no_answer, "it took too long");
      case Conversation::Heard::end:
        return give_up(Failure::no_answer, "it ended without an answer");
    }
  }
}

HttpResponse ProgramHttpClient::send(const HttpRequest& request) {
  check(request);
  if (!program_) {
    read_.clear();
    program_ = start_program();
  }
  try {
    return exchange(request);
  } catch (const Error& error) {
    return give_up(Failure::no_answer, error.what());
  }
}

}  // namespace git_session
