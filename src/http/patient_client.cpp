#include "http/patient_client.h"

#include <optional>

#include "http/retry_after.h"

namespace git_session {
namespace {

using Failure = HttpResponse::Failure;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int busy_tries = 5;
constexpr milliseconds longest_busy_wait = seconds(60);
constexpr milliseconds longest_busy_waits = std::chrono::minutes(3);
constexpr int lost_tries = 3;
constexpr int unsent_tries = 2;
constexpr milliseconds first_lost_wait{500};

enum class Trouble { none, busy, lost, unsent };

bool is_harmless(const HttpRequest& request) {
  return request.method == "GET" || request.method == "HEAD";
}

Trouble trouble_of(const HttpRequest& request, const HttpResponse& response) {
  if (response.failure == Failure::not_sent) return Trouble::unsent;
  const bool asks_to_wait = response.status == 503 && !response.header("Retry-After").empty();
  if (response.status == 429 || asks_to_wait) return Trouble::busy;
  const bool is_lost = response.failure == Failure::no_answer || response.status >= 500;
  return is_lost && is_harmless(request) ? Trouble::lost : Trouble::none;
}

/// How often one request has met each trouble, and what that allows.
class Tries {
 public:
  /// nullopt when it is not to be sent again.
  std::optional<milliseconds> wait_after(Trouble trouble, const HttpResponse& response) {
    switch (trouble) {
      case Trouble::none:
        return std::nullopt;
      case Trouble::busy:
        return busy_wait(response);
      case Trouble::lost:
        return short_wait(lost_, lost_tries);
      case Trouble::unsent:
        return short_wait(unsent_, unsent_tries);
    }
    return std::nullopt;
  }

 private:
  static std::optional<milliseconds> short_wait(int& count, int most) {
    if (++count >= most) return std::nullopt;
    return first_lost_wait * (1 << (count - 1));
  }
  std::optional<milliseconds> busy_wait(const HttpResponse& response) {
    if (++busy_ >= busy_tries) return std::nullopt;
    const auto asked = retry_after(response).value_or(seconds(0));
    const milliseconds wait = asked.count() > 0 ? asked : seconds(1 << (busy_ - 1));
    waited_ += wait;
    if (wait > longest_busy_wait || waited_ > longest_busy_waits) return std::nullopt;
    return wait;
  }

  int busy_ = 0;
  int lost_ = 0;
  int unsent_ = 0;
  milliseconds waited_{0};
};

std::string words_for(const HttpResponse& response) {
  if (response.failure != Failure::none) return response.words;
  return "the server answered " + std::to_string(response.status);
}

}  // namespace

PatientHttpClient::PatientHttpClient(std::unique_ptr<HttpClient> inner,
                                     std::shared_ptr<RatePause> pause, OnWait on_wait)
    : inner_(std::move(inner)), pause_(std::move(pause)), on_wait_(std::move(on_wait)) {}

PatientHttpClient::~PatientHttpClient() = default;

HttpResponse PatientHttpClient::send(const HttpRequest& request) {
  Tries tries;
  while (true) {
    pause_->wait();
    HttpResponse response = inner_->send(request);
    const Trouble trouble = trouble_of(request, response);
    const auto wait = tries.wait_after(trouble, response);
    if (!wait) return response;
    if (on_wait_) on_wait_(*wait, words_for(response));
    if (trouble == Trouble::busy)
      pause_->pause_for(*wait);
    else
      pause_->sleep(*wait);
  }
}

}  // namespace git_session
