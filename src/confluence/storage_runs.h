#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "confluence/storage_document.h"

namespace git_session::confluence {

/// The element around what an inline comment is about.
constexpr std::string_view marker_name = "ac:inline-comment-marker";

/// Calls `visit` for each run of text on the page: all that stands between two borders of blocks,
/// with the styles in it. It may change the run. Code and the parameters of macros hold no runs.
void for_each_run(StorageNodes& nodes, const std::function<void(StorageNodes& run)>& visit);

/// The text of a run. Each thing in it that is no text, such as a picture, is one byte 1, which
/// no page can hold.
std::string run_text(const StorageNodes& run);

/// What a marker of an inline comment is around: bytes of the run's text.
struct MarkedPiece {
  std::string ref;
  size_t begin = 0;
  size_t end = 0;
};
std::vector<MarkedPiece> marked_pieces(const StorageNodes& run);

/// Sets `marker` around the bytes `begin` to `end` of the run's text; false, and nothing is done,
/// when it would have to cross the border of an element or stand in code.
bool set_marker(StorageNodes& run, StorageNode marker, size_t begin, size_t end);

}  // namespace git_session::confluence
