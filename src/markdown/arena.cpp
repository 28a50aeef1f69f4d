#include "markdown/arena.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

namespace git_session::markdown {
namespace {

constexpr size_t alignment = alignof(std::max_align_t);
constexpr size_t block_size = 256 * 1024;

// In front of every piece: reallocate() must know how much to copy.
struct alignas(std::max_align_t) Header {
  size_t size;
};

}  // namespace

void Arena::Free::operator()(std::byte* memory) const { std::free(memory); }

void* Arena::allocate(size_t size) {
  if (size > SIZE_MAX / 2) throw std::bad_alloc();
  const size_t needed = sizeof(Header) + (size + alignment - 1) / alignment * alignment;
  if (needed > left_) {
    const size_t fresh_size = std::max(needed, block_size);
    // calloc: the system's pages are zero already, and large blocks come straight from it.
    std::unique_ptr<std::byte, Free> fresh(static_cast<std::byte*>(std::calloc(1, fresh_size)));
    if (!fresh) throw std::bad_alloc();
    next_ = fresh.get();
    left_ = fresh_size;
    blocks_.push_back(std::move(fresh));
  }
  auto* header = new (next_) Header{size};
  next_ += needed;
  left_ -= needed;
  used_ += needed;
  return header + 1;
}

void* Arena::reallocate(void* old, size_t size) {
  void* fresh = allocate(size);
  if (old != nullptr) {
    const size_t old_size = (static_cast<const Header*>(old) - 1)->size;
    std::memcpy(fresh, old, std::min(old_size, size));
  }
  return fresh;
}

}  // namespace git_session::markdown
