#pragma once

#include <string>
#include <string_view>

namespace git_session {

struct KeyValue {
  std::string key;
  std::string value;  ///< may be empty
};

/// `key=value` as an option takes it, cut at the first `=`; blanks around the key do not count.
/// `option` is for the message: "--link". Throws Error(usage) without `=`, without a key, or when
/// the text is not UTF-8.
KeyValue parse_key_value(std::string_view text, std::string_view option);

}  // namespace git_session
