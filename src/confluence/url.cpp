#include "confluence/url.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace git_session::confluence {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

}  // namespace

std::string decoded_url(std::string_view url) {
  std::string out;
  for (size_t i = 0; i < url.size(); ++i) {
    const int high = url[i] == '%' && i + 2 < url.size() ? hex_value(url[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(url[i + 2]);
    if (low < 0) {
      out += url[i];
    } else {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

std::string encoded_url(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    if (c != ' ' && !is_control(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    ((out += '%') += digits[byte / 16]) += digits[byte % 16];
  }
  return out;
}

std::string scheme_of(std::string_view url) {
  const size_t end = url.find_first_of(":/?#");
  if (end == url.npos || url[end] != ':' || end == 0) return {};
  const std::string scheme = to_lower_ascii(url.substr(0, end));
  const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
  return is_scheme ? scheme : std::string();
}

bool is_harmless_link(std::string_view url) {
  const std::string scheme = scheme_of(url);
  constexpr std::array<std::string_view, 12> harmless{
      "", "http", "https", "mailto", "tel", "ftp", "ftps", "sftp", "ssh", "git", "xmpp", "news"};
  return std::find(harmless.begin(), harmless.end(), scheme) != harmless.end();
}

std::optional<std::string> local_path(std::string_view url) {
  if (!scheme_of(url).empty() || url.starts_with('/') || url.starts_with('\\')) return std::nullopt;
  const std::string path = decoded_url(url.substr(0, url.find_first_of("?#")));
  if (path.starts_with('/') || path.find('\\') != path.npos || !is_valid_utf8(path)) {
    return std::nullopt;
  }
  if (std::any_of(path.begin(), path.end(), is_control)) return std::nullopt;
  std::vector<std::string> parts;
  for (std::string& part : split(path, '/')) {
    if (part == "..") return std::nullopt;
    if (!part.empty() && part != ".") parts.push_back(std::move(part));
  }
  if (parts.empty() || path.ends_with('/')) return std::nullopt;
  return join(parts, "/");
}

}  // namespace git_session::confluence
