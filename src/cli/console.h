#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/styled.h"

namespace git_session {

struct Environment;  // base/environment.h

/// What is known about the three streams of a process.
struct ConsoleSettings {
  bool input_is_terminal = false;
  bool output_is_terminal = false;
  bool error_is_terminal = false;
  bool output_colour = false;
  bool error_colour = false;
  size_t width = 80;  ///< columns of the terminal behind stdout
  std::string program = "git session";
};

/// The settings of this process: NO_COLOR, CLICOLOR_FORCE, TERM and COLUMNS count.
ConsoleSettings detect_console_settings(const Environment& environment);

/// The one door for output: results on stdout, everything else on stderr. Text is escaped on its
/// way out so that no content reaches a terminal as a control sequence. Notes, warnings and
/// errors are one line each, whatever they name.
class Console {
 public:
  /// The streams of this process. stdout is buffered; finish() must be called at the end.
  static Console of_process(ConsoleSettings settings);
  /// Keeps what is written; reads `input` line by line. For tests.
  static Console capturing(ConsoleSettings settings = {}, std::string input = {});

  Console(Console&&) = default;
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// A result, as it stands; print_line adds the line's end.
  void print(const Styled& text);
  void print_line(const Styled& text = {});
  /// Content as it is, bytes and all. On a terminal its control bytes are escaped.
  void print_raw(std::string_view bytes);
  /// One JSON value and a line's end: indented on a terminal, on one line elsewhere.
  void print_json(const nlohmann::ordered_json& value);

  /// Says what happens, on stderr; silent with -q.
  void note(const Styled& text);
  /// Says what the user should know although all went well; never silent.
  void warn(const std::string& text);
  /// Says what went wrong; never silent. The hint is what to type next, the candidates are what
  /// could have been meant, one on a line.
  void error(const std::string& text, const std::string& hint = {},
             const std::vector<std::string>& candidates = {});
  /// Replaces the progress line on stderr, when that is a terminal and -q is not given; the next
  /// message removes it.
  void show_progress(const std::string& text);
  bool can_show_progress() const { return !quiet_ && settings_.error_is_terminal; }
  void clear_progress();

  /// The question on stderr, the answer from stdin without its line end; nullopt at its end.
  std::optional<std::string> ask_line(const Styled& question);

  bool is_output_terminal() const { return settings_.output_is_terminal; }
  bool is_input_terminal() const { return settings_.input_is_terminal; }
  /// Questions need a person at both ends: stdin and stderr are terminals.
  bool can_prompt() const { return settings_.input_is_terminal && settings_.error_is_terminal; }
  size_t width() const { return settings_.width; }
  const std::string& program() const { return settings_.program; }
  bool is_quiet() const { return quiet_; }
  void set_quiet(bool quiet) { quiet_ = quiet; }

  /// Writes what is buffered; before another program writes to the same stdout.
  void flush();
  /// Forgets results that are still in the buffer: an error as JSON must stand alone.
  void discard_pending() { pending_.clear(); }
  /// The last act: writes the rest and gives the exit code, 1 instead of 0 when stdout could not
  /// take everything (said on stderr). A reader that closed the pipe early is no error.
  int finish(int exit_code);

  /// What a capturing console has got so far.
  const std::string& output() const { return pending_; }
  const std::string& error_output() const { return captured_error_; }

 private:
  Console(ConsoleSettings settings, bool captures, std::string input);
  void append_output(std::string_view bytes);
  void write_error(std::string bytes);

  ConsoleSettings settings_;
  bool captures_;
  std::string input_;
  size_t input_position_ = 0;
  bool quiet_ = false;
  bool progress_shown_ = false;
  std::string pending_;
  std::string captured_error_;
  int output_error_ = 0;  ///< errno of the first write that failed; nothing is written after it
};

}  // namespace git_session
