#include "core/key_value.h"

#include "base/error.h"
#include "base/text.h"

namespace git_session {

KeyValue parse_key_value(std::string_view text, std::string_view option) {
  std::string shown = std::string(option) + " '" + escape_line(text) + "'";
  std::string form = std::string(option) + " key=value";
  if (!is_valid_utf8(text)) throw Error(ErrorKind::usage, shown + " is not UTF-8");
  size_t equals = text.find('=');
  if (equals == text.npos) throw Error(ErrorKind::usage, shown + " has no '='", form);
  std::string key(trim(text.substr(0, equals)));
  if (key.empty()) throw Error(ErrorKind::usage, shown + " has nothing before the '='", form);
  if (escape_line(key) != key) {
    throw Error(ErrorKind::usage, shown + " has a control character in its key", form);
  }
  return {std::move(key), std::string(text.substr(equals + 1))};
}

}  // namespace git_session
