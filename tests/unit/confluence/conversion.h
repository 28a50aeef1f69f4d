#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "confluence/convert_markdown.h"
#include "support/xml_check.h"

namespace git_session::confluence {

/// The conversion of `text`, which must be well-formed.
inline Conversion converted(std::string_view text, const ConversionOptions& options = {}) {
  Conversion conversion = convert_markdown(text, options);
  EXPECT_EQ(fault_in_xml(conversion.storage), "") << text;
  return conversion;
}

/// What people see of a conversion: its notes, then the storage format.
inline std::vector<std::string> notes_of(std::string_view text,
                                         const ConversionOptions& options = {}) {
  std::vector<std::string> notes;
  for (const ConversionNote& note : converted(text, options).notes) {
    notes.push_back(std::to_string(note.line) + ": " + note.text);
  }
  return notes;
}

struct ConversionCase {
  std::string markdown;
  std::string storage;
};

/// Each of them must be converted so, without a note.
template <size_t size>
void expect_conversions(const ConversionCase (&cases)[size]) {
  for (const ConversionCase& each : cases) {
    EXPECT_EQ(converted(each.markdown).storage, each.storage) << each.markdown;
    EXPECT_EQ(notes_of(each.markdown), std::vector<std::string>()) << each.markdown;
  }
}

}  // namespace git_session::confluence
