#pragma once

#include <string>
#include <vector>

namespace git_session::test {

/// Small metadata files in the shapes that people, agents and other programs write, the usual and
/// the nasty: what properties, mutants and fuzzers start from. All of them can be read.
const std::vector<std::string>& yaml_samples();

}  // namespace git_session::test
