#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace git_session {

void run_in_parallel(size_t count, size_t piece, size_t worth_a_thread,
                     const std::function<void(size_t begin, size_t end)>& work) {
  std::atomic<size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto take_pieces = [&] {
    try {
      for (size_t begin; (begin = next.fetch_add(piece)) < count;) {
        work(begin, std::min(begin + piece, count));
      }
    } catch (...) {
      std::lock_guard guard(failure_mutex);
      failure = std::current_exception();
    }
  };
  const size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const size_t helpers = std::min(count / worth_a_thread, cores - 1);
  std::vector<std::thread> threads;
  threads.reserve(helpers);
  try {
    for (size_t i = 0; i < helpers; ++i) threads.emplace_back(take_pieces);
  } catch (const std::system_error&) {
    // No more threads to be had: fewer do the same work.
  }
  take_pieces();
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace git_session
