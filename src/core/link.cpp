#include "core/link.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr std::array<std::string_view, 4> local_schemes = {"file", "javascript", "data",
                                                           "vbscript"};

bool is_scheme(std::string_view text) {
  return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

bool has_blank_or_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c <= 0x20 || c == 0x7f; });
}

}  // namespace

void check_link(std::string_view url) {
  size_t colon = url.find("://");
  std::string scheme = to_lower_ascii(url.substr(0, colon == url.npos ? 0 : colon));
  bool is_local =
      std::find(local_schemes.begin(), local_schemes.end(), scheme) != local_schemes.end();
  bool is_good = is_scheme(scheme) && !is_local && url.size() > colon + 3 && is_valid_utf8(url) &&
                 !has_blank_or_control(url);
  if (is_good) return;
  throw Error(ErrorKind::usage, "'" + escape_line(url) + "' is no link",
              "write it as https://example.com/place or s3://bucket/key");
}

}  // namespace git_session
