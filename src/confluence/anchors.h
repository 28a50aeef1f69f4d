#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markdown/node.h"

namespace git_session::confluence {

/// What a link to a heading of the page has to name.
struct Anchor {
  std::string id;       ///< as Confluence derives it, or as the author set it
  std::string heading;  ///< the heading's text; empty when the place is no heading
  bool is_set = false;  ///< by the author, with `{#id}` or `<a name="id">`
};

/// The places of a page to which links can lead. Confluence makes a heading's anchor from its text
/// (blanks become hyphens, all else stays); authors write it as their Markdown tool does. Both ends
/// are brought together here.
class Anchors {
 public:
  /// Keeps pointers to the headings of the document, which must stay.
  explicit Anchors(const markdown::Node& document);

  /// nullptr when `heading` was not part of the document.
  const Anchor* of(const markdown::Node& heading) const;
  /// What `#fragment` means; nullptr when nothing or several things fit.
  const Anchor* find(std::string_view fragment) const;

 private:
  /// Headings that differ in nothing but what slugs leave out.
  struct Group {
    std::vector<size_t> headings;
    std::string slug;          ///< GitHub's, of the first one
    bool has_one_slug = true;  ///< all of them have it
  };
  void visit(const markdown::Node& node);
  void add_heading(const markdown::Node& heading);
  void add_named(std::string name);

  std::vector<Anchor> all_;
  std::unordered_map<const markdown::Node*, size_t> of_heading_;
  std::unordered_map<std::string, size_t> by_id_;
  std::unordered_map<std::string, Group> by_letters_;
  std::unordered_map<std::string, int> uses_;
};

/// A heading's own id: `## Text {#id}`; `length` counts the bytes of the text without it.
struct HeadingId {
  std::string id;
  size_t length = 0;
};
std::optional<HeadingId> heading_id_in(std::string_view last_text);

}  // namespace git_session::confluence
