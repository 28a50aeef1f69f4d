#include <algorithm>
#include <array>

#include "base/text.h"
#include "core/byte_set.h"
#include "core/chance.h"
#include "core/secret_match.h"

namespace git_session {
namespace {

constexpr std::string_view sign = "://";
constexpr size_t longest_scheme = 20;
constexpr size_t longest_authority = 512;
constexpr size_t shortest_password = 6;
constexpr std::string_view webhook = "hooks.slack.com/services/";
constexpr size_t shortest_webhook_key = 16;

/// What manuals, examples and containers for developers write.
constexpr std::array<std::string_view, 25> weak_passwords = {
    "password",   "passwd",     "passw0rd",     "p@ssw0rd",      "p@ssword",
    "passphrase", "mypassword", "secret",       "mysecret",      "postgres",
    "postgresql", "mysql",      "mariadb",      "mongodb",       "rabbitmq",
    "testing",    "default",    "sample",       "anonymous",     "123456",
    "12345678",   "username",   "access_token", "x-oauth-basic", "anoncvs"};

bool is_weak(std::string_view password) {
  const std::string lower = to_lower_ascii(password);
  return std::find(weak_passwords.begin(), weak_passwords.end(), lower) != weak_passwords.end();
}

bool has_scheme_before(std::string_view text, size_t colon) {
  size_t length = 0;
  while (length < colon && length < longest_scheme &&
         (is_letter_or_digit(text[colon - length - 1]) || text[colon - length - 1] == '+'))
    ++length;
  return length >= 2 && is_letter(text[colon - length]);
}

/// Letters, digits, dots and hyphens at the beginning.
std::string_view host_in(std::string_view text) {
  size_t length = 0;
  while (length < text.size() && (is_word_byte(text[length]) || text[length] == '.')) ++length;
  return text.substr(0, length);
}

/// On a host that the world can reach, what stands there is taken for what it says; in a
/// developer's container only what looks drawn by lot.
bool is_public_host(std::string_view host) {
  const bool is_local = host.find('.') == host.npos || host.starts_with("127.") ||
                        host.ends_with(".local") || host.ends_with(".localhost");
  return !is_local && !host.ends_with("example.com") && !host.ends_with("example.org") &&
         !host.ends_with("example.net");
}

bool is_secret(std::string_view user, std::string_view password, std::string_view host) {
  if (password.size() < shortest_password || is_placeholder(password) || is_weak(password) ||
      password == user || host.empty())
    return false;
  return is_public_host(host) || looks_random(password);
}

/// `T…/B…/KEY` behind the address of Slack's webhooks.
std::optional<SecretMatch> match_webhook(std::string_view text, size_t at) {
  size_t end = at + webhook.size();
  size_t key = end;
  int slashes = 0;
  for (; end < text.size() && (is_letter_or_digit(text[end]) || text[end] == '/'); ++end) {
    if (text[end] != '/') continue;
    key = end + 1;
    if (++slashes > 2) break;
  }
  const std::string_view value = text.substr(key, end - key);
  if (slashes != 2 || value.size() < shortest_webhook_key || is_placeholder(value))
    return std::nullopt;
  return SecretMatch{"slack-token", at + webhook.size(), end, std::string(webhook) + "…"};
}

}  // namespace

std::optional<SecretMatch> match_url(std::string_view text, size_t colon) {
  if (!text.substr(colon).starts_with(sign) || !has_scheme_before(text, colon)) return std::nullopt;
  const size_t start = colon + sign.size();
  const std::string_view rest = text.substr(start, longest_authority);
  if (rest.starts_with(webhook)) return match_webhook(text, start);
  constexpr ByteSet ends("/?# \t\r\n\"'<>`|\\,;()");
  const std::string_view authority = ends.text_before(rest);
  const size_t at_sign = authority.rfind('@');
  if (at_sign == authority.npos) return std::nullopt;
  const std::string_view login = authority.substr(0, at_sign);
  const size_t parting = login.find(':');
  if (parting == login.npos) return std::nullopt;
  const std::string_view password = login.substr(parting + 1);
  const std::string_view host = host_in(authority.substr(at_sign + 1));
  if (!is_secret(login.substr(0, parting), password, host)) return std::nullopt;
  const std::string shown = host.find(password) == host.npos ? std::string(host) : "…";
  return SecretMatch{"url-password", start + parting + 1, start + at_sign, "://…@" + shown};
}

}  // namespace git_session
