#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/key_value.h"
#include "json/json.h"

namespace git_session::mcp {

/// The arguments of one call, as its schema has them: whoever asks for one gets what may be there.
class ToolArguments {
 public:
  /// Throws Error(usage), naming the argument, for what `schema` does not allow, and for control
  /// characters in what is to be one line. Of JSON Schema it knows what our tools use.
  ToolArguments(const Json& schema, const Json& values);

  bool has(std::string_view name) const { return values_.contains(name); }
  std::optional<std::string> text(std::string_view name) const;
  std::string text_or_empty(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  bool flag_or(std::string_view name, bool fallback) const;
  uint64_t number_or(std::string_view name, uint64_t fallback) const;
  /// The members of an object whose values are texts.
  std::vector<KeyValue> pairs(std::string_view name) const;
  /// Tells calls apart that differ in other arguments than those.
  std::string digest_without(std::span<const char* const> names) const;

 private:
  Json values_;
};

}  // namespace git_session::mcp
