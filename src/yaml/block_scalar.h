#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "yaml/document.h"

namespace git_session::yaml {

enum class Chomping { clip, strip, keep };

/// The parts of a literal or folded scalar in the source.
struct BlockScalar {
  size_t begin = 0;       ///< the `|` or `>`
  size_t header_end = 0;  ///< behind `|2-`, before blanks and a comment
  bool has_indicator = false;
  Chomping chomping = Chomping::clip;
  std::optional<size_t> indentation;  ///< of its lines; nullopt when it has none
  size_t content_begin = 0;           ///< start of the line behind the header
  size_t content_end = 0;  ///< behind its last line; blank lines belong to it only when kept
};

/// `base` is the column of the block collection that holds `scalar`.
BlockScalar block_scalar_at(std::string_view text, NodeRef scalar, size_t base);

bool is_block_scalar(NodeRef node);

}  // namespace git_session::yaml
