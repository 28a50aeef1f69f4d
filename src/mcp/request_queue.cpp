#include "mcp/request_queue.h"

#include <utility>

namespace git_session::mcp {

bool RequestQueue::push(Message message, size_t bytes) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return is_abandoned_ || !is_full(); });
  if (is_abandoned_) return false;
  waiting_.push_back({std::move(message), bytes});
  bytes_ += bytes;
  changed_.notify_all();
  return true;
}

std::optional<Message> RequestQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return is_closed_ || !waiting_.empty(); });
  if (waiting_.empty()) return std::nullopt;
  Waiting next = std::move(waiting_.front());
  waiting_.pop_front();
  bytes_ -= next.bytes;
  current_id_ = next.message.id;
  is_current_cancelled_ = false;
  changed_.notify_all();
  return std::move(next.message);
}

bool RequestQueue::finish() {
  std::lock_guard lock(mutex_);
  current_id_ = nullptr;
  return !is_current_cancelled_;
}

void RequestQueue::cancel(const Json& id) {
  if (id.is_null()) return;
  std::lock_guard lock(mutex_);
  if (current_id_ == id) is_current_cancelled_ = true;
  std::erase_if(waiting_, [&](const Waiting& waiting) {
    if (waiting.message.id != id) return false;
    bytes_ -= waiting.bytes;
    return true;
  });
  changed_.notify_all();
}

void RequestQueue::close() {
  std::lock_guard lock(mutex_);
  is_closed_ = true;
  changed_.notify_all();
}

void RequestQueue::abandon() {
  std::lock_guard lock(mutex_);
  is_abandoned_ = true;
  changed_.notify_all();
}

}  // namespace git_session::mcp
