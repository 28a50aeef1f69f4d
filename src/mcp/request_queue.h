#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "mcp/message.h"

namespace git_session::mcp {

/// Messages on their way from the thread that reads them to the one that answers them, one after
/// the other. Whoever reads is held up where very much is waiting.
class RequestQueue {
 public:
  /// `bytes` is how long its line was. False when nobody answers any more.
  bool push(Message message, size_t bytes);
  /// The next message, as soon as there is one; nullopt at the end.
  std::optional<Message> pop();
  /// Whether the message that pop() gave last is still to be answered; it is no longer under way.
  bool finish();
  /// The request of that id is not to be answered any more; one that is not under way does not
  /// matter.
  void cancel(const Json& id);
  /// Nothing more will come; what waits is still answered.
  void close();
  /// Nothing more will be answered.
  void abandon();

 private:
  struct Waiting {
    Message message;
    size_t bytes;
  };
  static constexpr size_t most_waiting = 1024;
  static constexpr size_t most_bytes = size_t{1} << 20;  ///< as values it can be 20 times that
  bool is_full() const { return waiting_.size() >= most_waiting || bytes_ >= most_bytes; }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  size_t bytes_ = 0;  ///< of the lines that wait
  Json current_id_ = nullptr;
  bool is_current_cancelled_ = false;
  bool is_closed_ = false;
  bool is_abandoned_ = false;
};

}  // namespace git_session::mcp
