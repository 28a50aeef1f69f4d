#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/environment.h"
#include "base/text.h"
#include "json/json.h"

namespace git_session {
namespace {

constexpr size_t default_width = 80;
constexpr size_t widest_accepted = 10'000;
constexpr size_t buffer_size = size_t{64} * 1024;

size_t detect_width(const Environment& environment) {
  // Like git: what is exported on purpose counts before what the terminal says.
  const auto columns = parse_integer(environment.value_or_empty("COLUMNS"));
  if (columns && *columns > 0 && *columns <= static_cast<int64_t>(widest_accepted)) {
    return static_cast<size_t>(*columns);
  }
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return default_width;
}

bool wants_colour(const Environment& environment, bool is_terminal) {
  if (!environment.value_or_empty("NO_COLOR").empty()) return false;
  const std::string force = environment.value_or_empty("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  if (environment.value("CLICOLOR") == "0") return false;
  return is_terminal && environment.value("TERM") != "dumb";
}

/// 0, or the errno of the write that failed.
int write_fully(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

/// One byte at a time: what follows the line belongs to whoever reads stdin next.
std::optional<std::string> read_line_from_stdin() {
  std::string line;
  for (;;) {
    char byte = 0;
    const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return line.empty() ? std::nullopt : std::optional(line);
    if (byte == '\n') return line;
    line += byte;
  }
}

Styled as_one_line(const Styled& text) {
  Styled line;
  for (const Span& span : text.spans()) line.add(escape_line(span.text), span.style);
  return line;
}

}  // namespace

ConsoleSettings detect_console_settings(const Environment& environment) {
  ConsoleSettings settings;
  settings.input_is_terminal = isatty(STDIN_FILENO) == 1;
  settings.output_is_terminal = isatty(STDOUT_FILENO) == 1;
  settings.error_is_terminal = isatty(STDERR_FILENO) == 1;
  settings.output_colour = wants_colour(environment, settings.output_is_terminal);
  settings.error_colour = wants_colour(environment, settings.error_is_terminal);
  settings.width = detect_width(environment);
  return settings;
}

Console::Console(ConsoleSettings settings, bool captures, std::string input)
    : settings_(std::move(settings)), captures_(captures), input_(std::move(input)) {}

Console Console::of_process(ConsoleSettings settings) { return {std::move(settings), false, {}}; }

Console Console::capturing(ConsoleSettings settings, std::string input) {
  return {std::move(settings), true, std::move(input)};
}

void Console::append_output(std::string_view bytes) {
  if (output_error_ != 0) return;
  pending_ += bytes;
  if (!captures_ && pending_.size() >= buffer_size) flush();
}

void Console::flush() {
  if (captures_) return;
  if (output_error_ == 0) output_error_ = write_fully(STDOUT_FILENO, pending_);
  pending_.clear();
}

void Console::print(const Styled& text) { append_output(render(text, settings_.output_colour)); }

void Console::print_line(const Styled& text) {
  print(text);
  append_output("\n");
}

void Console::print_raw(std::string_view bytes) {
  if (settings_.output_is_terminal) {
    append_output(escape_controls(bytes));
  } else {
    append_output(bytes);
  }
}

void Console::print_json(const Json& value) {
  append_output(dump_json(value, settings_.output_is_terminal ? 2 : -1));
  append_output("\n");
}

void Console::write_error(std::string bytes) {
  // On a terminal both streams are one screen: what was said first is shown first.
  if (settings_.output_is_terminal) flush();
  if (captures_) {
    captured_error_ += bytes;
  } else {
    // A stderr that takes nothing leaves nobody to tell.
    write_fully(STDERR_FILENO, bytes);
  }
}

void Console::note(const Styled& text) {
  if (quiet_) return;
  flush();  // what was said first is read first, also where both streams go to one place
  clear_progress();
  write_error(render(as_one_line(text), settings_.error_colour) + "\n");
}

void Console::warn(const std::string& text) {
  flush();
  clear_progress();
  Styled line("warning:", Style::yellow);
  line.add(" " + escape_line(text));
  write_error(render(line, settings_.error_colour) + "\n");
}

void Console::error(const std::string& text, const std::string& hint,
                    const std::vector<std::string>& candidates) {
  clear_progress();
  Styled message(settings_.program + ":", Style::red | Style::bold);
  message.add(" " + escape_line(text) + "\n");
  for (const std::string& candidate : candidates) {
    message.add("  " + escape_line(candidate) + "\n");
  }
  if (!hint.empty()) message.add("hint:", Style::cyan).add(" " + escape_line(hint) + "\n");
  write_error(render(message, settings_.error_colour));
}

void Console::show_progress(const std::string& text) {
  if (!can_show_progress()) return;
  const size_t room = settings_.width > 1 ? settings_.width - 1 : 1;
  write_error("\r" + truncate_to_width(escape_line(text), room) + "\x1b[K");
  progress_shown_ = true;
}

void Console::clear_progress() {
  if (!std::exchange(progress_shown_, false)) return;
  write_error("\r\x1b[K");
}

std::optional<std::string> Console::ask_line(const Styled& question) {
  clear_progress();
  flush();
  write_error(render(question, settings_.error_colour));
  if (!captures_) {
    std::optional<std::string> line = read_line_from_stdin();
    if (!line) write_error("\n");  // Ctrl-D leaves the cursor behind the question
    return line;
  }
  if (input_position_ >= input_.size()) return std::nullopt;
  const size_t end = std::min(input_.find('\n', input_position_), input_.size());
  std::string line = input_.substr(input_position_, end - input_position_);
  input_position_ = end + 1;
  return line;
}

int Console::finish(int exit_code) {
  clear_progress();
  flush();
  // A network file system may say only now that it had no room.
  if (!captures_ && ::close(STDOUT_FILENO) != 0 && errno != EBADF && output_error_ == 0) {
    output_error_ = errno;
  }
  if (output_error_ == 0 || output_error_ == EPIPE) return exit_code;
  error(std::string("cannot write to standard output: ") + std::strerror(output_error_),
        output_error_ == ENOSPC ? "free some disk space, then repeat the command" : "");
  return exit_code == 0 ? 1 : exit_code;
}

}  // namespace git_session
