// For http_test.py: the client of the library, told what to send as git-session-http is.
//   http_driver plain|patient ORIGIN…

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/spawn.h"
#include "http/http_frame.h"
#include "http/patient_client.h"
#include "http/program_client.h"

namespace {

using namespace git_session;

void note_wait(std::chrono::milliseconds duration, const std::string& words) {
  std::fprintf(stderr, "wait %d: %s\n", static_cast<int>(duration.count()), words.c_str());
}

std::unique_ptr<HttpClient> make_client(bool is_patient, const std::vector<std::string>& origins,
                                        const std::string& ca_file) {
  std::unique_ptr<HttpClient> client = std::make_unique<ProgramHttpClient>(origins, ca_file);
  if (!is_patient) return client;
  return std::make_unique<PatientHttpClient>(std::move(client), std::make_shared<RatePause>(),
                                             note_wait);
}

HttpResponse answer_to(HttpClient& client, const HttpRequest& request) {
  try {
    return client.send(request);
  } catch (const Error& error) {
    HttpResponse response;
    response.failure = HttpResponse::Failure::not_sent;
    response.words = std::string(name_of(error.kind())) + ": " + error.what();
    return response;
  }
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 3) return 2;
  std::signal(SIGPIPE, SIG_IGN);
  const std::vector<std::string> origins(arguments + 2, arguments + argument_count);
  const FileDescriptor input(dup(STDIN_FILENO));
  const FileDescriptor output(dup(STDOUT_FILENO));
  std::unique_ptr<HttpClient> client;
  std::string read;
  do {
    while (auto message = take_http_message(read)) {
      const HttpOrder order = read_http_order(*message).value();
      if (!client)
        client = make_client(std::string(arguments[1]) == "patient", origins, order.ca_file);
      write_all(output, write_http_response(answer_to(*client, order.request)), "stdout");
    }
  } while (read_some(input, read));
  return 0;
}
