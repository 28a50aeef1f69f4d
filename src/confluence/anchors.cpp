#include "confluence/anchors.h"

#include "base/text.h"
#include "confluence/html_tokens.h"
#include "confluence/url.h"

namespace git_session::confluence {
namespace {

using markdown::Kind;
using markdown::Node;

std::string id_of(std::string_view heading) {
  std::string id;
  for (const char c : heading) id += c == ' ' || c == '\t' || c == '\n' ? '-' : c;
  return id;
}

/// Small letters of the alphabets that slugs are written in most; other characters stay.
char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if (c >= 0xc0 && c <= 0xde && c != 0xd7) return c + 0x20;     // Latin
  if (c >= 0x100 && c <= 0x137) return c | 1;                   // Latin, extended
  if (c >= 0x391 && c <= 0x3a9 && c != 0x3a2) return c + 0x20;  // Greek
  if (c >= 0x410 && c <= 0x42f) return c + 0x20;                // Cyrillic
  if (c >= 0x400 && c <= 0x40f) return c + 0x50;
  return c;
}

/// The letters and digits of a text: in them all ways to write an anchor agree.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at).value_or(0);
    const bool is_ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    // General punctuation and symbols are left out by all of them.
    const bool is_other = c >= 0xc0 && !(c >= 0x2000 && c <= 0x2bff) && !(c >= 0x1f000);
    if (is_ascii_letter || is_digit || is_other) append_utf8(letters, lower(c));
  }
  return letters;
}

/// GitHub's anchor of a heading, without its number.
std::string slug_of(std::string_view heading) {
  std::string slug;
  for (size_t at = 0; at < heading.size();) {
    const size_t before = at;
    next_code_point(heading, at);
    const std::string_view character = heading.substr(before, at - before);
    if (character == "-" || character == "_") slug += character;
    if (character == " ") slug += '-';
    slug += letters_of(character);
  }
  return slug;
}

}  // namespace

std::optional<HeadingId> heading_id_in(std::string_view last_text) {
  if (!last_text.ends_with('}')) return std::nullopt;
  const size_t start = last_text.rfind("{#");
  if (start == last_text.npos) return std::nullopt;
  const std::string_view id = last_text.substr(start + 2, last_text.size() - start - 3);
  if (id.empty() || id.find_first_of(" \t{}\"'<>&") != id.npos) return std::nullopt;
  return HeadingId{std::string(id), trim(last_text.substr(0, start)).empty()
                                        ? 0
                                        : last_text.find_last_not_of(" \t", start - 1) + 1};
}

Anchors::Anchors(const Node& document) { visit(document); }

void Anchors::visit(const Node& node) {
  if (node.kind == Kind::heading) add_heading(node);
  if (node.kind == Kind::html_block || node.kind == Kind::html_inline) {
    for (const HtmlToken& token : html_tokens(node.text)) {
      if (token.kind != HtmlToken::Kind::start || token.name != "a") continue;
      for (const char* name : {"name", "id"}) {
        if (const std::string* value = token.attribute(name)) add_named(*value);
      }
    }
  }
  for (const Node& child : node.children) visit(child);
}

void Anchors::add_heading(const Node& heading) {
  Anchor anchor;
  anchor.heading = markdown::plain_text(heading);
  if (!heading.children.empty() && heading.children.back().kind == Kind::text) {
    const std::string& last = heading.children.back().text;
    if (const auto own = heading_id_in(last)) {
      anchor.heading.resize(anchor.heading.size() - last.size() + own->length);
      anchor.id = own->id;
      anchor.is_set = true;
    }
  }
  if (!anchor.is_set) {
    anchor.id = id_of(anchor.heading);
    const int earlier = uses_[anchor.id]++;
    if (earlier > 0) anchor.id += "." + std::to_string(earlier);
  }
  const size_t index = all_.size();
  of_heading_.emplace(&heading, index);
  by_id_.emplace(anchor.id, index);
  // A name that the author set takes the place of the derived one.
  if (!anchor.is_set) {
    Group& group = by_letters_[letters_of(anchor.heading)];
    const std::string slug = slug_of(anchor.heading);
    if (group.headings.empty()) group.slug = slug;
    group.has_one_slug = group.has_one_slug && slug == group.slug;
    group.headings.push_back(index);
  }
  all_.push_back(std::move(anchor));
}

void Anchors::add_named(std::string name) {
  if (by_id_.emplace(name, all_.size()).second) all_.push_back({std::move(name), {}, true});
}

const Anchor* Anchors::of(const Node& heading) const {
  const auto found = of_heading_.find(&heading);
  return found == of_heading_.end() ? nullptr : &all_[found->second];
}

const Anchor* Anchors::find(std::string_view fragment) const {
  const std::string name = decoded_url(fragment);
  if (const auto found = by_id_.find(name); found != by_id_.end()) return &all_[found->second];

  std::string_view base = name;
  size_t number = 0;
  auto group = by_letters_.find(letters_of(base));
  if (group == by_letters_.end()) {
    // GitHub numbers headings of the same text: setup, setup-1, setup-2.
    const size_t hyphen = base.rfind('-');
    if (hyphen == base.npos) return nullptr;
    const auto counted = parse_integer(base.substr(hyphen + 1));
    if (!counted || *counted < 1) return nullptr;
    number = static_cast<size_t>(*counted);
    base = base.substr(0, hyphen);
    group = by_letters_.find(letters_of(base));
    if (group == by_letters_.end()) return nullptr;
  }
  const Group& found = group->second;
  const bool fits = found.has_one_slug && !found.slug.empty() && number < found.headings.size();
  return fits ? &all_[found.headings[number]] : nullptr;
}

}  // namespace git_session::confluence
