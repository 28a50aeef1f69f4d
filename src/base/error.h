#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace git_session {

/// What went wrong, in the terms that decide the exit code (docs/formats.md, "Exit codes").
enum class ErrorKind {
  usage,         ///< the command line is wrong; exit 2
  not_found,     ///< a named thing does not exist; exit 1
  no_session,    ///< there is no current session; exit 3
  ambiguous,     ///< a name fits several sessions; exit 3
  conflict,      ///< somebody changed the thing in between; exit 1
  refused,       ///< refused to protect something; exit 5
  invalid_data,  ///< a file cannot be read as what it claims to be; exit 1
  unavailable,   ///< the system or another program said no; exit 1
  internal       ///< a bug; exit 1
};

/// The name of a kind as JSON shows it.
const char* name_of(ErrorKind kind);

/// The one exception of this program: what is wrong with which thing, and what to type next.
/// The message has no "failed to" and no final period; the hint is a command or an action, or
/// empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind error_kind, const std::string& message, std::string hint_text = {})
      : std::runtime_error(message), kind_(error_kind), hint_(std::move(hint_text)) {}

  ErrorKind kind() const { return kind_; }
  const std::string& hint() const { return hint_; }

  /// For `refused`: a stable word for programs, such as "output-too-large".
  const std::string& reason() const { return reason_; }
  Error& with_reason(std::string reason) {
    reason_ = std::move(reason);
    return *this;
  }
  /// For `ambiguous` and `no_session`: the ids that could have been meant.
  const std::vector<std::string>& candidates() const { return candidates_; }
  Error& with_candidates(std::vector<std::string> candidates) {
    candidates_ = std::move(candidates);
    return *this;
  }
  /// For `invalid_data`: the line of the file, counted from 1; 0 when no line is to blame.
  int line() const { return line_; }
  Error& at_line(int line) {
    line_ = line;
    return *this;
  }

 private:
  ErrorKind kind_;
  std::string hint_;
  std::string reason_;
  std::vector<std::string> candidates_;
  int line_ = 0;
};

/// An Error of kind `unavailable` that says what was tried, on what, and the system's reason for
/// `error_number`.
Error system_error(const std::string& what, const std::string& path, int error_number);

}  // namespace git_session
