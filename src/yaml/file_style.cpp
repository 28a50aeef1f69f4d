#include "yaml/file_style.h"

#include "yaml/lines.h"
#include "yaml/resolve.h"
#include "yaml/scalar.h"

namespace git_session::yaml {
namespace {

constexpr size_t widest_step = 8;

class Observer {
 public:
  explicit Observer(const Document& document) : text_(document.source()) { visit(document.root()); }

  FileStyle result() const {
    FileStyle style;
    style.indent_step = step_.value_or(2);
    style.dash_offset = dash_offset_.value_or(style.indent_step);
    style.quotes = single_ > double_ ? Style::single_quoted : Style::double_quoted;
    style.text = plain_ > single_ + double_ ? Style::plain : style.quotes;
    style.line_ending = first_line_ending(text_);
    return style;
  }

 private:
  void visit(NodeRef node) {
    if (node.is_scalar()) {
      count(node);
    } else if (node.is_sequence()) {
      node.for_each_item([&](NodeRef item) { visit(item); });
    } else {
      node.for_each_pair([&](NodeRef key, NodeRef value) {
        if (value.style() == Style::block) measure(key, value);
        visit(value);
      });
    }
  }

  void count(NodeRef scalar) {
    if (scalar.style() == Style::single_quoted) ++single_;
    if (scalar.style() == Style::double_quoted) ++double_;
    if (scalar.style() == Style::plain && !may_be_typed(scalar.text())) ++plain_;
  }

  void measure(NodeRef key, NodeRef value) {
    std::optional<size_t>& measured = value.is_mapping() ? step_ : dash_offset_;
    if (measured || value.line() <= key.line()) return;
    const size_t outer = column_of(text_, key.begin());
    const size_t inner = column_of(text_, value.begin());
    const size_t least = value.is_mapping() ? 1 : 0;
    if (inner >= outer + least && inner <= outer + widest_step) measured = inner - outer;
  }

  std::string_view text_;
  std::optional<size_t> step_;
  std::optional<size_t> dash_offset_;
  size_t plain_ = 0;
  size_t single_ = 0;
  size_t double_ = 0;
};

}  // namespace

FileStyle file_style_of(const Document& document) { return Observer(document).result(); }

Style choose_style(const FileStyle& file, std::string_view text, std::optional<Style> neighbour,
                   bool in_flow) {
  const Style wanted = neighbour.value_or(file.text);
  if (wanted == Style::plain && can_be_plain(text, in_flow)) return wanted;
  if (wanted == Style::single_quoted && can_be_single_quoted(text)) return wanted;
  if (wanted == Style::double_quoted) return wanted;
  return file.quotes;
}

}  // namespace git_session::yaml
