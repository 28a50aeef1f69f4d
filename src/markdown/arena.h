#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace git_session::markdown {

/// Zeroed memory that is handed out piece by piece and freed at once.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Aligned for any type; throws std::bad_alloc.
  void* allocate(size_t size);
  /// A larger piece with the content of `old`, which came from here; `old` may be null.
  void* reallocate(void* old, size_t size);
  size_t used() const { return used_; }

 private:
  struct Free {
    void operator()(std::byte* memory) const;
  };

  std::vector<std::unique_ptr<std::byte, Free>> blocks_;
  std::byte* next_ = nullptr;  ///< within the last block
  size_t left_ = 0;
  size_t used_ = 0;
};

}  // namespace git_session::markdown
