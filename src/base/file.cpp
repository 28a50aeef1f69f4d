#include "base/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr uint64_t buffer_for_unknown_size = 65535;
constexpr uint64_t largest_first_buffer = 64U << 20U;

Error too_large(const std::string& name, uint64_t limit) {
  return Error(ErrorKind::refused, "'" + name + "' is larger than " + format_bytes(limit))
      .with_reason("too-large");
}

size_t read_some(const FileDescriptor& file, char* target, size_t size, const std::string& name) {
  for (;;) {
    const ssize_t count = read(file.get(), target, size);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR) throw system_error("cannot read", name, errno);
  }
}

bool means_not_supported(int error_number) {
  return error_number == EINVAL || error_number == ENOTSUP || error_number == EOPNOTSUPP ||
         error_number == ENOSYS || error_number == EROFS;
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  if (this != &other) {
    reset();
    descriptor_ = other.release();
  }
  return *this;
}

int FileDescriptor::release() { return std::exchange(descriptor_, -1); }

void FileDescriptor::reset() {
  if (descriptor_ >= 0) ::close(release());
}

std::string read_all(const FileDescriptor& file, uint64_t limit,
                     const std::string& name_for_messages) {
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw system_error("cannot read", name_for_messages, errno);
  const uint64_t size = S_ISREG(status.st_mode) ? static_cast<uint64_t>(status.st_size) : 0;
  return read_sized(file, size, limit, name_for_messages);
}

std::string read_sized(const FileDescriptor& file, uint64_t expected_size, uint64_t limit,
                       const std::string& name_for_messages) {
  if (expected_size > limit) throw too_large(name_for_messages, limit);
  // One byte more than expected: a short answer is then the end, and no second read is needed.
  const uint64_t room = expected_size > 0 ? expected_size : buffer_for_unknown_size;
  std::string bytes(std::min(room, largest_first_buffer) + 1, '\0');
  size_t total = 0;
  for (;;) {
    const size_t wanted = bytes.size() - total;
    const size_t count = read_some(file, bytes.data() + total, wanted, name_for_messages);
    total += count;
    if (total > limit) throw too_large(name_for_messages, limit);
    if (count == 0 || (count < wanted && expected_size > 0 && total == expected_size)) break;
    if (total == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(total);
  return bytes;
}

std::string read_up_to(const FileDescriptor& file, uint64_t limit,
                       const std::string& name_for_messages) {
  constexpr size_t piece = 65536;
  std::string bytes;
  while (bytes.size() < limit) {
    const size_t start = bytes.size();
    bytes.resize(start + static_cast<size_t>(std::min<uint64_t>(piece, limit - start)));
    const size_t count =
        read_some(file, bytes.data() + start, bytes.size() - start, name_for_messages);
    bytes.resize(start + count);
    if (count == 0) break;
  }
  return bytes;
}

void write_all(const FileDescriptor& file, std::string_view bytes,
               const std::string& name_for_messages) {
  while (!bytes.empty()) {
    const ssize_t count = write(file.get(), bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<size_t>(count));
    } else if (errno != EINTR) {
      throw system_error("cannot write", name_for_messages, errno);
    }
  }
}

void sync_file(const FileDescriptor& file, const std::string& name_for_messages) {
  while (fsync(file.get()) != 0) {
    if (errno == EINTR) continue;
    if (means_not_supported(errno)) return;
    throw system_error("cannot save to disk", name_for_messages, errno);
  }
}

}  // namespace git_session
