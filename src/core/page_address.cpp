#include "core/page_address.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t most_bytes = 2000;
constexpr size_t longest_slug = 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<int> hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

/// Percent signs and, as both editions write titles, `+` for a blank.
std::string decode(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    auto high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : std::nullopt;
    auto low = high ? hex_value(text[i + 2]) : std::nullopt;
    if (low) {
      decoded += static_cast<char>(*high * 16 + *low);
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

bool is_space_key(std::string_view text) {
  auto is_key_character = [](char c) {
    return is_letter(c) || is_digit(c) || c == '~' || c == '-' || c == '_' || c == '.';
  };
  return !text.empty() && text.size() <= 255 && text[0] != '.' && text[0] != '-' && text != "_" &&
         std::all_of(text.begin(), text.end(), is_key_character);
}

std::optional<int> base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (is_digit(c)) return c - '0' + 52;
  if (c == '_') return 62;
  if (c == '-') return 63;
  return std::nullopt;
}

/// The id behind a short address: its bytes, the lowest first, in base64 without the zeros at the
/// end.
std::optional<std::string> id_of_short_name(std::string_view name) {
  if (name.empty() || name.size() > 11) return std::nullopt;
  uint64_t id = 0;
  unsigned bits = 0;
  uint32_t pending = 0;
  unsigned place = 0;
  for (char c : name) {
    auto value = base64_value(c);
    if (!value) return std::nullopt;
    pending = (pending << 6 | static_cast<uint32_t>(*value)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      id |= static_cast<uint64_t>(pending >> bits & 0xff) << place;
      place += 8;
    }
  }
  // What is left of the last character belongs to the next byte.
  if (bits > 0 && place < 64) id |= static_cast<uint64_t>(pending << (8 - bits) & 0xff) << place;
  if (id == 0) return std::nullopt;
  return std::to_string(id);
}

struct Parts {
  std::string origin;             ///< "https://host:port"
  std::vector<std::string> path;  ///< as written, without empty parts
  std::string_view query;
};

[[noreturn]] void refuse(std::string_view url, const std::string& why) {
  throw Error(ErrorKind::usage, "'" + escape_line(url) + "' " + why,
              "copy the page's address from the browser, such as "
              "https://company.atlassian.net/wiki/spaces/PROJ/pages/123456");
}

Parts split_address(std::string_view url) {
  std::string_view rest = url.substr(0, url.find('#'));
  const size_t scheme_end = rest.find("://");
  const std::string scheme = to_lower_ascii(rest.substr(0, scheme_end));
  bool is_clean = is_valid_utf8(url) && url.size() <= most_bytes &&
                  std::none_of(url.begin(), url.end(), [](unsigned char c) {
                    return c <= ' ' || c == 0x7f || c == '\\' || c == '"' || c == '<' || c == '>';
                  });
  if (scheme_end == rest.npos || (scheme != "https" && scheme != "http") || !is_clean)
    refuse(url, "is no address of a web page");
  rest.remove_prefix(scheme_end + 3);
  Parts parts;
  if (size_t mark = rest.find('?'); mark != rest.npos) {
    parts.query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  const std::string_view host = rest.substr(0, rest.find('/'));
  // Not repeated in the message: it may hold a password.
  if (host.find('@') != host.npos)
    throw Error(ErrorKind::usage, "the address holds a user name or a password",
                "leave out what stands before the @");
  if (host.empty()) refuse(url, "names no host");
  parts.origin = scheme + "://" + to_lower_ascii(host);
  rest.remove_prefix(host.size());
  for (const std::string& part : split(rest, '/'))
    if (!part.empty()) parts.path.push_back(part);
  return parts;
}

std::string parameter(std::string_view query, std::string_view name) {
  for (const std::string& pair : split(query, '&'))
    if (pair.substr(0, pair.find('=')) == name && pair.size() > name.size())
      return decode(std::string_view(pair).substr(name.size() + 1));
  return {};
}

/// Finds the page in the path, from the part on that shows what kind of address it is.
class PageFinder {
 public:
  PageFinder(const Parts& parts, PageAddress& page) : parts_(parts), page_(page) {}

  bool find() {
    for (size_t i = 0; i < parts_.path.size(); ++i) {
      if (!take_page_at(i)) continue;
      page_.site = parts_.origin;
      for (size_t k = 0; k < i; ++k) page_.site += "/" + parts_.path[k];
      return true;
    }
    return false;
  }

 private:
  std::string_view part(size_t index) const {
    return index < parts_.path.size() ? std::string_view(parts_.path[index]) : std::string_view();
  }

  bool take_page_at(size_t i) {
    if (part(i) == "spaces" && part(i + 2) == "pages") return take_space_and_id(i);
    if (part(i) == "pages" && part(i + 1) == "viewpage.action") return take_parameters();
    if (part(i) == "display") {
      page_.space_key = decode(part(i + 1));
      page_.title = decode(part(i + 2));
      return !page_.space_key.empty() && !page_.title.empty();
    }
    if (part(i) != "x" || part(i + 1).empty()) return false;
    auto id = id_of_short_name(part(i + 1));
    page_.page_id = id.value_or("");
    return id.has_value();
  }

  /// Cloud puts the name of an editor in front of the id: `pages/edit-v2/123`.
  bool take_space_and_id(size_t i) {
    page_.space_key = decode(part(i + 1));
    size_t id = part(i + 3).starts_with("edit") ? i + 4 : i + 3;
    page_.page_id = part(id);
    page_.title = decode(part(id + 1));
    return is_page_id(page_.page_id);
  }

  bool take_parameters() {
    page_.page_id = parameter(parts_.query, "pageId");
    page_.space_key = parameter(parts_.query, "spaceKey");
    page_.title = parameter(parts_.query, "title");
    if (!page_.page_id.empty()) return is_page_id(page_.page_id);
    return !page_.space_key.empty() && !page_.title.empty();
  }

  const Parts& parts_;
  PageAddress& page_;
};

std::string slug_of(std::string_view title) {
  std::string slug;
  for (char c : to_lower_ascii(title)) {
    // Letters beyond ASCII stay: there would be nothing left of many a title.
    bool stays = is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (stays) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  size_t end = std::min(slug.size(), longest_slug);
  while (end < slug.size() && (static_cast<unsigned char>(slug[end]) & 0xc0) == 0x80) --end;
  slug.resize(end);
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace

bool is_page_id(std::string_view text) {
  return !text.empty() && text.size() <= 20 && std::all_of(text.begin(), text.end(), is_digit);
}

std::string PageAddress::space_folder() const { return space_key.empty() ? "_" : space_key; }

std::string PageAddress::page_folder() const {
  return page_id.empty() ? "title-" + slug_of(title) : page_id;
}

PageAddress parse_page_address(std::string_view url) {
  const Parts parts = split_address(url);
  PageAddress page;
  page.url = url;
  if (!PageFinder(parts, page).find()) refuse(url, "is no address of a Confluence page");
  if (!page.space_key.empty() && !is_space_key(page.space_key))
    refuse(url, "names a space that cannot be one");
  if (!is_valid_utf8(page.title) || escape_line(page.title) != page.title)
    refuse(url, "has a title that cannot be one");
  if (page.page_id.empty() && slug_of(page.title).empty())
    refuse(url, "has neither a page id nor a title with a letter in it");
  return page;
}

}  // namespace git_session
