#pragma once

#include <string>

namespace git_session {

/// One finding about one thing: what `doctor` lists and what a verb over many sessions shows beside
/// its answer.
struct Problem {
  std::string code;     ///< stable word for programs: "missing-output", "unreadable-metadata"
  std::string path;     ///< the file, relative to the top level
  int line = 0;         ///< counted from 1; 0 when no line is to blame
  std::string message;  ///< what is wrong, without a final period
  std::string hint;     ///< what to type or do next
};

}  // namespace git_session
