#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::confluence {

/// A place in the text of a page that an inline comment is about.
struct CommentMarker {
  std::string ref;   ///< by which the server knows the comment
  std::string text;  ///< what is marked

  bool operator==(const CommentMarker&) const = default;
};

/// By their order on the page; what is marked in several pieces is one. Throws what
/// parse_storage() throws.
std::vector<CommentMarker> comment_markers(std::string_view storage);

struct KeptComments {
  std::string storage;              ///< the new storage with markers in it
  std::vector<CommentMarker> lost;  ///< what found no place, by their order on the old page
};

/// Brings the markers of the remote page to the new one: to where the marked text stands exactly
/// once, or once with the same words around it. A marker is set around whole text and elements
/// within one element, never within code or the parameters of a macro. `open_refs`: only these are
/// brought along and counted as lost; nullptr: all. Without a marker to set, `storage` is
/// `new_storage` as it came. Throws what parse_storage() throws.
KeptComments keep_comments(const std::string& remote_storage, const std::string& new_storage,
                           const std::set<std::string>* open_refs = nullptr);

}  // namespace git_session::confluence
