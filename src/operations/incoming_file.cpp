#include "operations/incoming_file.h"

#include <cerrno>

#include "base/content_id.h"
#include "base/file_copy.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr uint64_t no_limit = UINT64_MAX;
constexpr mode_t permission_bits = 0777;
constexpr unsigned plain_mode = 0666;
constexpr unsigned private_mode = 0600;

void give(const FileDescriptor& file, const Attributes& attributes, const std::string& path) {
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw system_error("cannot look at", path, errno);
  const bool is_so = attributes.mode == 0 || (status.st_mode & permission_bits) == attributes.mode;
  if (!is_so && fchmod(file.get(), attributes.mode) != 0)
    throw system_error("cannot set the permissions of", path, errno);
  if (!attributes.modified) return;
  const timespec times[2] = {{0, UTIME_OMIT}, *attributes.modified};
  futimens(file.get(), times);
}

}  // namespace

Attributes attributes_of(const FileDescriptor& file, const std::string& path) {
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw system_error("cannot look at", path, errno);
  return {static_cast<unsigned>(status.st_mode & permission_bits), status.st_mtim};
}

std::string incoming_name(const std::string& path) {
  return ".incoming-" + short_digest(base_name(path));
}

std::string bring(const Directory& parent, const std::string& path, const FileDescriptor& content,
                  const std::string& id, const Attributes& attributes) {
  const std::string incoming = incoming_name(path);
  parent.remove_file(incoming);
  // Closed to others until it has the permissions it is to have.
  auto file = parent.create_file(incoming, attributes.mode == 0 ? plain_mode : private_mode);
  if (!file) throw changed_meanwhile(path);
  try {
    copy_rest(content, *file, no_limit, path, path);
    give(*file, attributes, path);
    sync_file(*file, path);
    auto written = parent.open_file(incoming);
    if (!written || content_id(*written, path) != id) throw changed_meanwhile(path);
  } catch (...) {
    parent.remove_file(incoming);
    throw;
  }
  return incoming;
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Error changed_meanwhile(const std::string& path) {
  return Error(ErrorKind::conflict, "'" + escape_line(path) + "' was changed meanwhile");
}

}  // namespace git_session
