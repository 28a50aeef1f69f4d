#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/value.h"
#include "yaml/document.h"

namespace git_session::yaml {

/// Where a node lies: mapping keys and sequence indexes from the root down.
using PathPart = std::variant<std::string, size_t>;
using Path = std::vector<PathPart>;

/// Sets the scalar (or null) at `path`; absent mappings and keys on the way are made. A mapping key
/// that is new goes to the end of its mapping, or right behind the sibling key `after` when that is
/// named and there.
struct Set {
  Path path;
  Value value;
  std::string after = {};
};
/// Takes a mapping key or a sequence item away; absent is fine. The last item of a block sequence
/// leaves `[]`.
struct Remove {
  Path path;
};
/// Adds one item (a scalar, or a mapping of scalars) to the end of the sequence at `path`; an
/// absent or null one is made.
struct Append {
  Path path;
  Value item;
};
using Edit = std::variant<Set, Remove, Append>;

/// `text` with the edits made, in order, in the text's own style: only the lines that must change
/// do. Comments, order, quoting, line endings, a byte-order mark and a missing final newline
/// survive. The result is parsed again and compared with what the edits mean before it is returned.
/// A new text is written as its neighbours are (the old value, the same key of the item before, the
/// file's majority), quoted wherever any YAML reader could take it for something else.
/// Throws what Document::parse() throws for `text`; Error(refused, reason "cannot-edit") with file
/// line when an edit cannot be made without changing something else, and Error(refused, reason
/// "too-large") when the result would pass a limit of the reader.
std::string apply(const std::string& text, const std::vector<Edit>& edits);

/// What `edits` mean, on values: the oracle that apply() compares with.
Value apply_to_value(Value root, const std::vector<Edit>& edits);

}  // namespace git_session::yaml
