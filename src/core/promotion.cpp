#include "core/promotion.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t longest_address = 254;  // RFC 5321, 4.5.3.1.3

bool is_address_character(unsigned char c) {
  return c > ' ' && c != 0x7f &&
         std::string_view("<>()[],;:\\\"@").find(static_cast<char>(c)) == std::string_view::npos;
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const size_t at = text.find('@');
  if (at == text.npos || at == 0 || text.size() > longest_address || !is_valid_utf8(text))
    return false;
  const std::string_view local = text.substr(0, at);
  const std::string_view host = text.substr(at + 1);
  bool is_plain = std::all_of(local.begin(), local.end(), is_address_character) &&
                  std::all_of(host.begin(), host.end(), is_address_character);
  // A first dash would be an option to a program that is handed the address.
  return is_plain && !host.empty() && local[0] != '-' && escape_line(text) == text &&
         !host.starts_with('.') && !host.ends_with('.') && host.find("..") == host.npos;
}

std::vector<std::string> parse_addresses(std::string_view list) {
  std::vector<std::string> addresses;
  for (const std::string& part : split(list, ',')) {
    std::string address(trim(part));
    if (address.empty()) continue;
    if (!is_mail_address(address))
      throw Error(ErrorKind::usage, "'" + escape_line(address) + "' is no e-mail address",
                  "--notify ada@example.com,grace@example.com");
    if (std::find(addresses.begin(), addresses.end(), address) == addresses.end())
      addresses.push_back(std::move(address));
  }
  return addresses;
}

}  // namespace git_session
