#include "base/content_id.h"

#include <sha2.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/error.h"

namespace git_session {
namespace {

constexpr size_t piece_bytes = size_t{256} * 1024;

class Digest {
 public:
  Digest() { SHA256Init(&context_); }
  void add(std::string_view bytes) {
    SHA256Update(&context_, reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  }
  std::string hex() {
    std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
    SHA256End(&context_, text.data());
    return text.data();
  }

 private:
  SHA2_CTX context_{};
};

}  // namespace

std::string content_id(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

std::string content_id(const FileDescriptor& file, const std::string& name_for_messages) {
  Digest digest;
  std::string piece(piece_bytes, '\0');
  for (;;) {
    ssize_t size = ::read(file.get(), piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) throw system_error("cannot read", name_for_messages, errno);
    if (size == 0) return digest.hex();
    digest.add(std::string_view(piece).substr(0, static_cast<size_t>(size)));
  }
}

}  // namespace git_session
