#include "mcp/resource_uri.h"

#include "base/text.h"

namespace git_session::mcp {
namespace {

constexpr std::string_view scheme = "session://";
constexpr std::string_view offset_key = "offset=";

bool is_unreserved(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') ||
         std::string_view("-._~").find(character) != std::string_view::npos;
}

int digit_value(char character) {
  static constexpr std::string_view digits = "0123456789abcdef";
  const size_t value = digits.find(to_lower_ascii({&character, 1}));
  return value == digits.npos ? -1 : static_cast<int>(value);
}

/// Each part of a path for itself, so that `/` stays what parts them.
std::string encode_path(std::string_view path) {
  std::vector<std::string> parts;
  for (const std::string& part : split(path, '/')) parts.push_back(percent_encode(part));
  return join(parts, "/");
}

std::optional<uint64_t> parse_offset(std::string_view query) {
  if (!query.starts_with(offset_key)) return std::nullopt;
  const auto offset = parse_integer(query.substr(offset_key.size()));
  if (!offset || *offset < 0) return std::nullopt;
  return static_cast<uint64_t>(*offset);
}

}  // namespace

std::optional<ResourceUri> parse_resource_uri(std::string_view uri) {
  if (!equals_ignoring_case(uri.substr(0, scheme.size()), scheme)) return std::nullopt;
  uri.remove_prefix(scheme.size());
  ResourceUri parsed;
  if (const size_t mark = uri.find('?'); mark != uri.npos) {
    const auto offset = parse_offset(uri.substr(mark + 1));
    if (!offset) return std::nullopt;
    parsed.offset = *offset;
    uri = uri.substr(0, mark);
  }
  if (uri.find('#') != uri.npos) return std::nullopt;
  const size_t slash = uri.find('/');
  const auto session = percent_decode(uri.substr(0, slash));
  if (!session || session->empty()) return std::nullopt;
  parsed.session = *session;
  if (slash == uri.npos || slash + 1 == uri.size()) return parsed;
  parsed.file = percent_decode(uri.substr(slash + 1));
  return parsed.file ? std::optional(std::move(parsed)) : std::nullopt;
}

std::string format(const ResourceUri& uri) {
  std::string text = std::string(scheme) + percent_encode(uri.session);
  if (uri.file) text += "/" + encode_path(*uri.file);
  if (uri.offset > 0) text += "?" + std::string(offset_key) + std::to_string(uri.offset);
  return text;
}

std::string resource_name(const Workspace& workspace, const Session& session) {
  return workspace.store().find(session.id, Scope::everything).size() == 1 ? session.id
                                                                           : session.path;
}

std::string percent_encode(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char character : text) {
    if (is_unreserved(character)) {
      encoded += character;
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    encoded += {'%', digits[byte >> 4], digits[byte & 0xF]};
  }
  return encoded;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = digit_value(text[i + 1]), low = digit_value(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

}  // namespace git_session::mcp
