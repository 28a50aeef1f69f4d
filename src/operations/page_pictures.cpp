#include "operations/page_pictures.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "operations/output_content.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{50} * 1024 * 1024;
constexpr size_t digits_in_name = 8;

constexpr std::pair<std::string_view, const char*> media_types[] = {
    {"png", "image/png"},    {"jpg", "image/jpeg"},    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},    {"svg", "image/svg+xml"}, {"webp", "image/webp"},
    {"bmp", "image/bmp"},    {"tif", "image/tiff"},    {"tiff", "image/tiff"},
    {"ico", "image/x-icon"}, {"avif", "image/avif"}};

struct FileName {
  std::string stem;
  std::string extension;  ///< in small letters; empty when there is none
};

FileName split_name(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  const size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return {name, {}};
  return {name.substr(0, dot), to_lower_ascii(name.substr(dot + 1))};
}

/// nullptr for what is no picture.
const char* media_type_of(const std::string& extension) {
  for (const auto& [known, type] : media_types)
    if (known == extension) return type;
  return nullptr;
}

/// What the server can have under that name: no slash is in it, and it is no more than text.
std::string attachment_name(const std::string& path, const std::string& hash) {
  FileName name = split_name(path);
  for (char& c : name.stem)
    if (static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\' || c == 0x7f) c = '-';
  return name.stem + "." + hash.substr(0, digits_in_name) + "." + name.extension;
}

/// The bytes, or why there are none.
struct Picture {
  std::optional<std::string> bytes;
  std::string why;
};

Picture read_picture(const Workspace& workspace, const Session& session, const std::string& path) {
  if (media_type_of(split_name(path).extension) == nullptr)
    return {std::nullopt, "is no picture by its name"};
  const bool is_hidden = path.starts_with('.') || path.find("/.") != path.npos;
  if (is_hidden || !stays_inside(path)) return {std::nullopt, "is no file of the session"};
  try {
    auto bytes = read_content(workspace, session, path, most_bytes + 1);
    if (!bytes) return {std::nullopt, "is not there"};
    if (bytes->size() > most_bytes)
      return {std::nullopt, "is larger than " + format_bytes(most_bytes)};
    return {std::move(bytes), {}};
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::refused) throw;
    return {std::nullopt, "is no regular file of the session"};
  }
}

}  // namespace

std::vector<PagePicture> read_pictures(const Workspace& workspace, const Session& session,
                                       const std::string& file,
                                       const confluence::Conversion& conversion,
                                       confluence::ConversionOptions& options,
                                       const SecretGate& gate, SecretReport& secrets) {
  const std::string folder = file.substr(0, file.rfind('/') + 1);
  std::vector<PagePicture> pictures;
  std::set<std::string> names;
  for (const confluence::Attachment& attachment : conversion.attachments) {
    Picture picture = read_picture(workspace, session, folder + attachment.path);
    if (!picture.bytes) {
      options.missing_pictures[attachment.path] = picture.why;
      continue;
    }
    if (auto redacted =
            gate.clean(session.path + "/" + folder + attachment.path, *picture.bytes, secrets))
      picture.bytes = std::move(redacted);
    const std::string hash = workspace.repository().hash_bytes(*picture.bytes);
    const std::string name = attachment_name(attachment.path, hash);
    options.attachment_names[attachment.path] = name;
    // The same picture may lie in two places.
    if (!names.insert(name).second) continue;
    pictures.push_back({folder + attachment.path, name, media_type_of(split_name(name).extension),
                        *std::move(picture.bytes)});
  }
  return pictures;
}

}  // namespace git_session
