#include "http/patient_client.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace git_session {
namespace {

using Failure = HttpResponse::Failure;
using std::chrono::milliseconds;

/// A clock that moves when somebody sleeps, and what was slept.
struct FakeTime {
  RatePause::Moment moment{std::chrono::hours(1)};
  std::vector<int> slept;
  std::shared_ptr<RatePause> pause() {
    return std::make_shared<RatePause>(RatePause::Clock{[this] { return moment; },
                                                        [this](milliseconds duration) {
                                                          moment += duration;
                                                          slept.push_back(
                                                              static_cast<int>(duration.count()));
                                                        }});
  }
};

/// Answers from a list, the last of it for ever.
class FakeClient final : public HttpClient {
 public:
  FakeClient(std::vector<HttpResponse> responses, int& count)
      : responses_(std::move(responses)), count_(count) {}
  HttpResponse send(const HttpRequest&) override {
    const size_t number = static_cast<size_t>(count_++);
    return responses_[std::min(number, responses_.size() - 1)];
  }

 private:
  std::vector<HttpResponse> responses_;
  int& count_;
};

HttpResponse answer(int status, const std::string& retry_after = {}) {
  HttpResponse response;
  response.status = status;
  if (!retry_after.empty()) response.headers.push_back({"Retry-After", retry_after});
  return response;
}

HttpResponse failure(Failure failure) {
  HttpResponse response;
  response.failure = failure;
  response.words = "no luck";
  return response;
}

struct Case {
  const char* name;
  const char* method;
  std::vector<HttpResponse> responses;
  int tries;
  std::vector<int> slept;
  int status;  ///< of the last response; 0: a failure
};

TEST(PatientClientTest, SendsAgainWhatMayBeSentAgain) {
  const Case cases[] = {
      {"well", "PUT", {answer(200)}, 1, {}, 200},
      {"a conflict is an answer", "PUT", {answer(409), answer(200)}, 1, {}, 409},
      {"busy", "POST", {answer(429, "7"), answer(200)}, 2, {7000}, 200},
      {"busy for ever", "PUT", {answer(429)}, 5, {1000, 2000, 4000, 8000}, 429},
      {"a wait of nothing is no wait", "GET", {answer(429, "0"), answer(200)}, 2, {1000}, 200},
      {"a minute", "GET", {answer(429, "60"), answer(200)}, 2, {60000}, 200},
      {"more than a minute", "GET", {answer(429, "61"), answer(200)}, 1, {}, 429},
      {"three minutes in all", "PUT", {answer(429, "59")}, 4, {59000, 59000, 59000}, 429},
      {"down for a while", "PUT", {answer(503, "3"), answer(200)}, 2, {3000}, 200},
      {"down for a while, says nothing sensible",
       "PUT",
       {answer(503, "x"), answer(200)},
       2,
       {1000},
       200},
      {"just down, reading", "GET", {answer(503), answer(502), answer(200)}, 3, {500, 1000}, 200},
      {"down for ever, reading", "GET", {answer(500)}, 3, {500, 1000}, 500},
      {"down, writing", "PUT", {answer(500), answer(200)}, 1, {}, 500},
      {"lost, reading", "GET", {failure(Failure::no_answer), answer(200)}, 2, {500}, 200},
      {"lost, writing", "POST", {failure(Failure::no_answer), answer(200)}, 1, {}, 0},
      {"not sent", "POST", {failure(Failure::not_sent), answer(201)}, 2, {500}, 201},
      {"never sent", "GET", {failure(Failure::not_sent)}, 2, {500}, 0},
      {"one after the other",
       "GET",
       {failure(Failure::not_sent), answer(429, "2"), answer(500), answer(404)},
       4,
       {500, 2000, 500},
       404},
  };
  for (const Case& test : cases) {
    FakeTime time;
    int count = 0;
    size_t told = 0;
    PatientHttpClient client(std::make_unique<FakeClient>(test.responses, count), time.pause(),
                             [&](milliseconds, const std::string& words) {
                               EXPECT_FALSE(words.empty());
                               ++told;
                             });
    HttpRequest request;
    request.method = test.method;
    EXPECT_EQ(client.send(request).status, test.status) << test.name;
    EXPECT_EQ(count, test.tries) << test.name;
    EXPECT_EQ(time.slept, test.slept) << test.name;
    EXPECT_EQ(told, test.slept.size()) << test.name;
  }
}

TEST(PatientClientTest, WhoSharesAPauseWaitsToo) {
  FakeTime time;
  auto pause = time.pause();
  pause->pause_for(std::chrono::seconds(9));
  pause->pause_for(std::chrono::seconds(4));
  int count = 0;
  PatientHttpClient client(
      std::make_unique<FakeClient>(std::vector<HttpResponse>{answer(200)}, count), pause);
  client.send({});
  EXPECT_EQ(time.slept, std::vector<int>{9000});
}

TEST(PatientClientTest, WorkersOnThreadsPauseTogether) {
  auto pause = std::make_shared<RatePause>();
  std::atomic<int> finished = 0;
  const auto begin = std::chrono::steady_clock::now();
  pause->pause_for(milliseconds(100));
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back([&] {
      pause->wait();
      if (std::chrono::steady_clock::now() - begin >= milliseconds(100)) ++finished;
    });
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(finished, 4);
}

}  // namespace
}  // namespace git_session
