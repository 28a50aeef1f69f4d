#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/session.h"

namespace git_session {

/// What is known of new outputs; empty text means not known.
struct OutputDescription {
  std::string agent;
  std::string type;
  std::string topic;  ///< for the names of copies
  std::string title;
  std::string model;
  std::string extension;  ///< for the names of copies; empty: as the file's own name has it
};

/// Throws Error(usage) for words that cannot be written, and for an extension that is none.
void check_description(const OutputDescription& description);

/// The keys of an output's entry that the description has something for.
std::vector<std::string_view> given_keys(const OutputDescription& description);
/// Sets those in `output`, and leaves the rest.
void describe(Output& output, const OutputDescription& description);

}  // namespace git_session
