#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace git_session {

/// The environment variables a program runs with, as a value: tests bring their own.
struct Environment {
  std::map<std::string, std::string, std::less<>> variables;

  /// A copy of this process's variables.
  static Environment of_process();
  /// nullopt when the variable is unset; set but empty is an empty string.
  std::optional<std::string> value(std::string_view name) const;
  /// An unset variable and an empty one mean the same to most of our callers.
  std::string value_or_empty(std::string_view name) const;
};

}  // namespace git_session
