// Times two commands against each other, run by turns, so that whatever the machine does meets
// both.
//   compare RUNS DIRECTORY COMMAND… -- DIRECTORY COMMAND…
// Prints, for each: median in ms, peak memory in KiB; then the median of the paired ratios.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

extern char** environ;

namespace {

struct Candidate {
  std::string directory;
  std::vector<char*> arguments;
  std::vector<double> milliseconds = {};
  long peak_kibibytes = 0;
};

[[noreturn]] void stop(const std::string& message) {
  std::fprintf(stderr, "compare: %s\n", message.c_str());
  std::exit(2);
}

/// Runs the command once, with no input and its output thrown away; the time until it has ended.
double run_once(Candidate& candidate) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addchdir_np(&actions, candidate.directory.c_str());
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (const int error = posix_spawnp(&child, candidate.arguments[0], &actions, nullptr,
                                     candidate.arguments.data(), environ)) {
    stop(std::string(candidate.arguments[0]) + ": " + std::strerror(error));
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  posix_spawn_file_actions_destroy(&actions);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    stop(std::string(candidate.arguments[0]) + " ended with status " + std::to_string(status));
  }
  candidate.peak_kibibytes = std::max(candidate.peak_kibibytes, usage.ru_maxrss);
  return elapsed.count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Takes one candidate off the command line, up to `--` or the end.
Candidate take_candidate(char**& word, char** end) {
  if (word == end) stop("usage: compare RUNS DIRECTORY COMMAND… -- DIRECTORY COMMAND…");
  Candidate candidate{*word++, {}};
  while (word != end && std::strcmp(*word, "--") != 0) candidate.arguments.push_back(*word++);
  if (word != end) ++word;
  if (candidate.arguments.empty()) stop("a command is missing");
  candidate.arguments.push_back(nullptr);
  return candidate;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || std::atoi(argv[1]) < 1) stop("the number of runs is missing");
  const int runs = std::atoi(argv[1]);
  char** word = argv + 2;
  Candidate first = take_candidate(word, argv + argc);
  Candidate second = take_candidate(word, argv + argc);

  constexpr int warm_up = 3;
  std::vector<double> ratios;
  for (int run = -warm_up; run < runs; ++run) {
    // The order changes each time: the second one of a pair may find a warmer or busier machine.
    const bool swapped = run % 2 != 0;
    const double early = run_once(swapped ? second : first);
    const double late = run_once(swapped ? first : second);
    if (run < 0) continue;
    first.milliseconds.push_back(swapped ? late : early);
    second.milliseconds.push_back(swapped ? early : late);
    ratios.push_back(first.milliseconds.back() / second.milliseconds.back());
  }
  std::printf("%.3f %ld %.3f %ld %.3f\n", median(first.milliseconds), first.peak_kibibytes,
              median(second.milliseconds), second.peak_kibibytes, median(ratios));
}
