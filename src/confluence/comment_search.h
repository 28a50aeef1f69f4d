#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "confluence/storage_document.h"

namespace git_session::confluence {

/// The text of a run as it is compared: blanks in a row are one, its ends have a sign.
struct PlainText {
  std::string text;
  std::vector<uint32_t> offsets;  ///< of each byte, in the text it was made from

  /// Where the byte `offset` of that text is found.
  size_t index_of(size_t offset) const;
};

PlainText plain_text(std::string_view text);

/// Words that are to be found, and what stood around them; the plain text of one run.
struct Wanted {
  std::string text;
  std::string before;
  std::string after;
};

/// A place in the text of a page.
struct Place {
  size_t run = 0;
  size_t begin = 0;  ///< bytes of the run's text
  size_t end = 0;
};

/// The text of a page, to find words in.
class CommentSearch {
 public:
  explicit CommentSearch(StorageNodes& page);

  /// Where the words stand once, or once with the same words around them.
  std::optional<Place> find(const Wanted& wanted) const;

 private:
  struct Hit {
    size_t run = 0;
    size_t index = 0;  ///< in the plain text
  };
  std::vector<Hit> hits_of(const Wanted& wanted) const;
  bool has_around(const Hit& hit, const Wanted& wanted, size_t words) const;

  std::vector<PlainText> runs_;
};

}  // namespace git_session::confluence
