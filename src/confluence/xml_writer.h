#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::confluence {

/// The name of an element or attribute. Only names in the program text can become one, and the
/// compiler checks them.
class XmlName {
 public:
  consteval XmlName(const char* name) : text_(name) {  // NOLINT: meant to be implicit
    if (text_.empty()) throw "empty";
    for (const char c : text_) {
      const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ':' || c == '-' ||
                        (c >= '0' && c <= '9');
      if (!fits) throw "not a name";
    }
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

struct XmlAttribute {
  XmlName name;
  std::string value;
};
using XmlAttributes = std::vector<XmlAttribute>;

/// Writes XML that is well-formed whatever it is given: elements are closed in the order of a
/// stack, and there is one way for text to get in. Bytes that are not UTF-8, and characters that
/// XML cannot hold, become U+FFFD.
class XmlWriter {
 public:
  void open(XmlName element, const XmlAttributes& attributes = {});
  /// The innermost element; one without content becomes an empty tag. To be called for each open().
  void close();
  /// Closes elements until only `depth` of them are open.
  void close_to(size_t depth);
  void empty(XmlName element, const XmlAttributes& attributes = {});
  void text(std::string_view bytes);
  /// The same for text that is to be read as it stands: a CDATA section, or several.
  void verbatim(std::string_view bytes);

  size_t depth() const { return open_.size(); }
  /// Whether nothing was written into the innermost element yet.
  bool is_fresh() const { return in_tag_; }
  /// Empty when no element is open.
  std::string_view innermost() const;
  /// Of the element on that level, counted from 1.
  std::string_view name_at(size_t depth) const { return open_[depth - 1].text(); }
  /// Everything, all elements closed.
  std::string finish();

 private:
  void begin_tag(XmlName element, const XmlAttributes& attributes);
  void end_tag();
  std::string out_;
  std::vector<XmlName> open_;
  bool in_tag_ = false;  ///< `>` is not written yet
};

}  // namespace git_session::confluence
