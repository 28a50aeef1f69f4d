#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "core/file_step.h"

namespace git_session {

/// One entry of the operation log: what a verb changed in the work tree.
struct Operation {
  int number = 0;    ///< never used twice in one log
  std::string verb;  ///< "migrate"
  Instant time;
  std::optional<int> undoes;  ///< the operation that this one took back
  bool planned = false;       ///< all its steps were noted before the first was made
  bool finished = false;      ///< only of a planned one: every step was made
  bool abandoned = false;     ///< only of a planned one: what was made of it was taken back
  std::vector<FileStep> steps;

  bool is_unfinished() const { return planned && !finished && !abandoned; }
};

/// An entry as text, a line each, in the order they are appended: the head, the steps; then, of a
/// planned one, that these were all, and that they were made, or that they never will be.
std::string operation_head(const Operation& operation);
std::string operation_line(const FileStep& step);
std::string planned_line();
std::string operation_end();
std::string operation_abandoned();

/// Reads what was appended so far; a line that a crash cut off is none. nullopt for what is no
/// entry, and for one with a step that we do not understand: half of it must not be undone.
std::optional<Operation> parse_operation(int number, std::string_view text);

}  // namespace git_session
