#include "core/stakeholder.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

Error not_a_stakeholder(std::string_view text, const std::string& reason) {
  return Error(ErrorKind::usage, "'" + escape_line(text) + "' names no stakeholder: " + reason,
               "write it as 'Sarah Chen <sarah@example.com> (product owner)'");
}

bool has_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

/// Takes `open…close` off the end of `text`; nullopt when it does not end like that.
std::optional<std::string_view> take_last_part(std::string_view& text, char open, char close) {
  if (!text.ends_with(close)) return std::nullopt;
  size_t begin = text.rfind(open);
  if (begin == text.npos) return std::nullopt;
  std::string_view part = trim(text.substr(begin + 1, text.size() - begin - 2));
  text = trim(text.substr(0, begin));
  return part;
}

bool is_mail(std::string_view text) {
  size_t at = text.find('@');
  return at != text.npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(" \t<>(),;\"", 0) == text.npos && text.find('@', at + 1) == text.npos;
}

}  // namespace

Stakeholder parse_stakeholder(std::string_view text) {
  if (!is_valid_utf8(text)) throw not_a_stakeholder(text, "it is not UTF-8");
  if (has_controls(text)) throw not_a_stakeholder(text, "it holds a control character");
  Stakeholder person;
  std::string_view rest = trim(text);
  if (auto role = take_last_part(rest, '(', ')')) person.role = *role;
  if (auto mail = take_last_part(rest, '<', '>')) {
    if (!is_mail(*mail)) {
      throw not_a_stakeholder(text, "'" + std::string(*mail) + "' is no e-mail address");
    }
    person.email = *mail;
  }
  if (rest.find_first_of("<>") != rest.npos) {
    throw not_a_stakeholder(text, "an address stands between < and >, behind the name");
  }
  bool is_bare_mail = person.email.empty() && is_mail(rest);
  (is_bare_mail ? person.email : person.name) = rest;
  if (person.name.empty() && person.email.empty()) {
    throw not_a_stakeholder(text, "it has neither a name nor an address");
  }
  return person;
}

std::string describe(const Stakeholder& person) {
  std::string text = person.name;
  if (!person.email.empty()) text += (text.empty() ? "<" : " <") + person.email + ">";
  if (!person.role.empty()) text += (text.empty() ? "(" : " (") + person.role + ")";
  return text;
}

bool is_named(const Stakeholder& person, std::string_view text) {
  std::string_view name = trim(text);
  if (name.empty()) return false;
  return equals_ignoring_case(person.name, name) || equals_ignoring_case(person.email, name) ||
         equals_ignoring_case(describe(person), name);
}

}  // namespace git_session
