#pragma once

#include <cstddef>
#include <functional>

namespace git_session {

/// Calls `work(begin, end)` for pieces of 0 to `count`, at most `piece` long: on every core at once
/// and in no order, but on fewer threads where less than `worth_a_thread` is left for each. Returns
/// when all is done; what one of them throws is then thrown on.
void run_in_parallel(size_t count, size_t piece, size_t worth_a_thread,
                     const std::function<void(size_t begin, size_t end)>& work);

}  // namespace git_session
