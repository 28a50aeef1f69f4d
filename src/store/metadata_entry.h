#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/fields.h"
#include "core/session.h"
#include "core/value.h"

namespace git_session {

/// One output as an entry of `outputs`: the keys that every entry has, then those that say
/// something, then its extra ones.
Value::Mapping output_entry(const Output& output);
Value::Mapping stakeholder_entry(const Stakeholder& person);

/// A scalar on one line, text in double quotes.
std::string print_scalar(const Value& value);
/// What a file has for an absent value: "" for text, null for all else.
Value empty_value(FieldType type);

/// The links that every new file names.
std::span<const std::string_view> usual_links();
bool is_usual_link(std::string_view name);

/// What one more output adds to a metadata file, at most.
struct EntrySize {
  size_t bytes = 0;
  size_t events = 0;
};
EntrySize measure_entry(const Output& output);

}  // namespace git_session
