#include "http/cloud_answers.h"

#include <algorithm>

namespace git_session {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view of_id =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";
constexpr size_t longest_id = 64;

bool take(std::string_view& text, std::string_view token) {
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(blanks)));
  if (!text.starts_with(token)) return false;
  text.remove_prefix(token.size());
  return true;
}

/// The text of the first member of that name, where it has no escapes. One text out of a small
/// object: less than a JSON parser, which this folder has none of.
std::optional<std::string_view> member_text(std::string_view json, const std::string& name) {
  const std::string quoted = "\"" + name + "\"";
  const size_t place = json.find(quoted);
  if (place == json.npos) return std::nullopt;
  std::string_view rest = json.substr(place + quoted.size());
  if (!take(rest, ":") || !take(rest, "\"")) return std::nullopt;
  const size_t end = rest.find_first_of("\"\\");
  if (end == rest.npos || rest[end] == '\\') return std::nullopt;
  return rest.substr(0, end);
}

}  // namespace

std::optional<std::string> read_cloud_id(std::string_view tenant_info) {
  const auto id = member_text(tenant_info, "cloudId");
  if (!id || id->empty() || id->size() > longest_id) return std::nullopt;
  if (id->find_first_not_of(of_id) != id->npos) return std::nullopt;
  return std::string(*id);
}

bool is_login_refused(const HttpResponse& response) {
  // A token that lacks a scope for one request is good for others.
  const bool lacks_scope = response.body.find("scope") != std::string::npos;
  return (response.status == 401 && !lacks_scope) ||
         (response.status == 404 && member_text(response.body, "title") == "Not Found");
}

}  // namespace git_session
