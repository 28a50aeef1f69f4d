#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace git_session {

/// An error keeps something from being read or safe; a warning should be mended; a note is worth
/// knowing and does not count.
enum class Severity { error, warning, note };
const char* name_of(Severity severity);

/// One thing that doctor found.
struct Finding {
  Problem problem;
  Severity severity = Severity::warning;
  std::string repair;  ///< what `doctor --fix` would do about it; empty when a person must
};

Severity severity_of(std::string_view code);
/// What `doctor --fix` does about problems of this code; empty when nothing.
std::string_view repair_of(std::string_view code);
/// Whether some finding has this code.
bool is_finding_code(std::string_view word);
/// The codes that `doctor --fix` takes.
std::vector<std::string> repairable_codes();

Finding to_finding(Problem problem);
/// By severity, then by path and line.
void sort_findings(std::vector<Finding>& findings);

}  // namespace git_session
