#include "mcp/server.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <thread>

#include "base/spawn.h"
#include "mcp/dispatcher.h"
#include "mcp/line_splitter.h"
#include "mcp/request_queue.h"

namespace git_session::mcp {
namespace {

constexpr size_t bytes_of_a_piece = 65536;
constexpr short hang_up = POLLIN | POLLHUP | POLLERR;

/// Reads messages into the queue. What is to be cancelled is so at once, before its turn.
class Reader {
 public:
  Reader(const FileDescriptor& input, const FileDescriptor& alarm, RequestQueue& queue)
      : input_(input), alarm_(alarm), queue_(queue) {}

  /// Until the input ends, nobody answers any more, or memory does.
  void run() noexcept {
    try {
      read_all();
    } catch (const std::exception&) {
      is_over_ = true;
    }
    queue_.close();
  }

 private:
  void read_all() {
    LineSplitter splitter(longest_line);
    std::string piece(bytes_of_a_piece, '\0');
    while (!is_over_ && wait_for_input()) {
      const ssize_t count = read(input_.get(), piece.data(), piece.size());
      if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (count <= 0) break;
      splitter.feed({piece.data(), static_cast<size_t>(count)},
                    [&](Line line) { take(std::move(line)); });
    }
  }

  bool wait_for_input() const {
    for (;;) {
      std::array<pollfd, 2> watched{{{input_.get(), POLLIN, 0}, {alarm_.get(), POLLIN, 0}}};
      if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) return false;
      if ((watched[1].revents & hang_up) != 0) return false;
      if ((watched[0].revents & (hang_up | POLLNVAL)) != 0) return true;
    }
  }

  void take(Line line) {
    if (is_over_) return;
    Message message = line.is_too_long ? too_long_message() : parse_message(line.text);
    if (message.kind == Message::Kind::notification) {
      if (message.method == "notifications/cancelled") {
        queue_.cancel(message.params.value("requestId", Json()));
      }
    } else if (message.kind != Message::Kind::response) {
      is_over_ = !queue_.push(std::move(message), line.text.size());
    }
  }

  const FileDescriptor& input_;
  const FileDescriptor& alarm_;
  RequestQueue& queue_;
  bool is_over_ = false;
};

/// Waits where the other end is slow, and the output is one that does not.
bool is_written(const FileDescriptor& output, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(output.get(), bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<size_t>(count));
    } else if (errno == EAGAIN) {
      pollfd watched{output.get(), POLLOUT, 0};
      poll(&watched, 1, -1);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

void answer_all(RequestQueue& queue, Dispatcher& dispatcher, const FileDescriptor& output) {
  while (std::optional<Message> message = queue.pop()) {
    const Json reply = dispatcher.answer(*message);
    if (queue.finish() && !is_written(output, dump_json(reply) + "\n")) return;
  }
}

}  // namespace

void serve(const Environment& environment, const std::string& version, Streams streams) {
  // Nothing is written to it: when its other end goes, whoever waits for it wakes.
  Pipe alarm = make_pipe();
  RequestQueue queue;
  Dispatcher dispatcher(environment, version);
  Reader reader(streams.input, alarm.read_end, queue);
  std::thread reading([&] { reader.run(); });
  answer_all(queue, dispatcher, streams.output);
  queue.abandon();
  alarm.write_end.reset();
  reading.join();
}

}  // namespace git_session::mcp
