#include "operations/mailmap.h"

#include <optional>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{1024} * 1024;

struct Person {
  std::string name;
  std::string email;
};

/// `Name <address>` from the beginning of `line`, which goes on behind it.
std::optional<Person> take_person(std::string_view& line) {
  const size_t open = line.find('<');
  const size_t close = open == line.npos ? open : line.find('>', open);
  if (close == line.npos) return std::nullopt;
  Person person{std::string(trim(line.substr(0, open))),
                to_lower_ascii(line.substr(open + 1, close - open - 1))};
  line.remove_prefix(close + 1);
  return person;
}

std::optional<Mailmap::Entry> parse_line(std::string_view line) {
  line = trim(line);
  if (line.empty() || line.front() == '#') return std::nullopt;
  auto proper = take_person(line);
  if (!proper) return std::nullopt;
  auto other = take_person(line);
  if (!other) return Mailmap::Entry{proper->name, proper->email, {}, proper->email};
  return Mailmap::Entry{proper->name, proper->email, other->name, other->email};
}

}  // namespace

Mailmap Mailmap::parse(std::string_view text) {
  Mailmap mailmap;
  for (const std::string& line : split(text, '\n'))
    if (auto entry = parse_line(line)) mailmap.entries_.push_back(std::move(*entry));
  return mailmap;
}

Mailmap Mailmap::read(const Directory& top_level) {
  try {
    auto text = top_level.read_file(".mailmap", most_bytes);
    return text ? parse(*text) : Mailmap();
  } catch (const Error&) {
    return {};  // a link, or too large: git would not heed it either
  }
}

}  // namespace git_session
