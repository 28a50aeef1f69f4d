#include "core/web_address.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

bool is_host(std::string_view host) {
  return host.find('.') != host.npos && std::all_of(host.begin(), host.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-';
         });
}

std::string escaped(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') ||
                          std::string_view("-._~/").find(c) != std::string_view::npos;
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain) {
      text += c;
    } else {
      text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return text;
}

/// `user:password@` goes, and so does a port: that of ssh is not the browser's.
std::string_view bare_host(std::string_view authority, bool keeps_port) {
  if (const size_t at = authority.rfind('@'); at != authority.npos) authority.remove_prefix(at + 1);
  return keeps_port ? authority : authority.substr(0, authority.find(':'));
}

std::string_view without_ending(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.ends_with(".git")) path.remove_suffix(4);
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

}  // namespace

std::string repository_web_address(std::string_view url) {
  std::string_view authority;
  std::string_view path;
  std::string scheme = "https";
  if (const size_t end = url.find("://"); end != url.npos) {
    const std::string_view given = url.substr(0, end);
    if (given != "https" && given != "http" && given != "ssh" && given != "git") return {};
    if (given == "http") scheme = "http";
    url.remove_prefix(end + 3);
    authority = url.substr(0, url.find('/'));
    path = url.substr(authority.size());
    authority = bare_host(authority, given == "https" || given == "http");
  } else {
    const size_t colon = url.find(':');
    if (colon == url.npos || url.substr(0, colon).find('/') != url.npos) return {};
    authority = bare_host(url.substr(0, colon), false);
    path = url.substr(colon + 1);
  }
  // What else stands there may be a token, and the address goes onto a page that many see.
  path = without_ending(path.substr(0, path.find_first_of("?#")));
  if (path.find_first_of("@:") != path.npos) return {};
  if (!is_host(authority.substr(0, authority.find(':'))) || path.empty()) return {};
  return scheme + "://" + to_lower_ascii(authority) + "/" + escaped(path);
}

std::string edit_address(std::string_view repository, std::string_view branch,
                         std::string_view path) {
  const size_t start = repository.find("://");
  if (start == repository.npos || branch.empty()) return {};
  const std::string_view rest = repository.substr(start + 3);
  const std::string_view host = rest.substr(0, rest.find('/'));
  const std::string place = escaped(branch) + "/" + escaped(path);
  const std::string address(repository);
  if (host.find("github") != host.npos) return address + "/edit/" + place;
  if (host.find("gitlab") != host.npos) return address + "/-/edit/" + place;
  if (host == "bitbucket.org") return address + "/src/" + place + "?mode=edit";
  return {};
}

}  // namespace git_session
