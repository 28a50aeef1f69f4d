#pragma once

#include <string>

#include "agents/json_style.h"

namespace git_session::agents {

/// A JSON text that somebody else wrote, edited in place: what is added follows the way it is laid
/// out, and no other byte changes. After every edit the whole is parsed again and compared with
/// what the edit means; where the two differ the edit is refused (reason "cannot-edit") and the
/// text stays as it was. Removing what was added last gives the bytes back.
class JsonText {
 public:
  using Pointer = Json::json_pointer;
  static constexpr size_t most_bytes = size_t{1024} * 1024;

  /// Throws Error(invalid_data), with the line, for what is not JSON (comments, trailing commas,
  /// bytes that are not UTF-8), for a key that stands twice and for what is nested too deeply.
  JsonText(std::string text, std::string name);

  const std::string& text() const { return text_; }
  const Json& value() const { return value_; }

  /// A new member at the end of an object that is there and does not have the key.
  void add(const Pointer& object, const std::string& key, const Json& value);
  /// A new element at the end of an array that is there.
  void append(const Pointer& array, const Json& value);
  /// Removes a member or an element that is there.
  void remove(const Pointer& place);

 private:
  void add_entry(const Pointer& container, const std::string* key, const Json& value);
  /// Takes `text` when it means `meant`.
  void accept(std::string text, const Json& meant);

  std::string text_;
  std::string name_;
  Json value_;
  JsonPlace root_;
};

}  // namespace git_session::agents
