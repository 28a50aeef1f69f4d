#include "markdown/convert.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "markdown/alert.h"
#include "markdown/cmark_values.h"
#include "markdown/first_line.h"
#include "markdown/lines.h"

namespace git_session::markdown {
namespace {

constexpr size_t block_depth_limit = 100;
constexpr size_t inline_depth_limit = 120;

bool is_inline(Kind kind) { return kind >= Kind::text; }

class Converter {
 public:
  explicit Converter(const ConversionSource& source) : source_(source) {}

  ConvertedTree run(cmark_node* root) {
    ConvertedTree result;
    fill(result.root, root);
    result_ = &result;
    open_.push_back(&result.root);
    // By hand and not by recursion: cmark's tree may be as deep as the text is long.
    cmark_node* node = cmark_node_first_child(root);
    cmark_node* parent = root;
    while (parent != nullptr) {
      if (node != nullptr && enter(node)) {
        parent = node;
        node = cmark_node_first_child(node);
      } else if (node != nullptr) {
        node = cmark_node_next(node);
      } else {
        if (parent == root) break;
        leave(parent);
        node = cmark_node_next(parent);
        parent = cmark_node_parent(parent);
      }
    }
    return result;
  }

 private:
  /// Whether the children of `node` are to be visited; then leave() must follow.
  bool enter(cmark_node* node) {
    const std::optional<Kind> kind = kind_of(node);
    Node& parent = *open_.back();
    if (!kind || is_too_deep(*kind, parent)) {
      if (result_->first_cut_line == 0) result_->first_cut_line = current_line();
      open_.push_back(&parent);
      return true;
    }
    if (*kind == Kind::text) {
      add_text(parent, string_of(cmark_node_get_literal(node)));
      return false;
    }
    // Only the last child of an open node is open, so that no pointer in open_ moves.
    Node& added = parent.children.emplace_back();
    fill(added, node);
    if (added.kind == Kind::code_block && *kind != Kind::code_block) return false;
    open_.push_back(&added);
    return true;
  }

  void leave(cmark_node* left) {
    Node& node = *open_.back();
    open_.pop_back();
    if (&node == open_.back()) return;
    if (node.kind == Kind::block_quote) make_alert(node);
    if (node.kind == Kind::item && node.task == Task::none) make_task(node, left);
  }

  int current_line() const {
    for (size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1]->line != 0) return open_[i - 1]->line;
    }
    return 0;
  }

  int line_of(cmark_node* block) const {
    const int line = first_line_of(block);
    const QuotedText* quoted = source_.quoted;
    if (quoted == nullptr || line < 1 || static_cast<size_t>(line) > quoted->lines.size()) {
      return line + source_.first_line - 1;
    }
    return quoted->lines[static_cast<size_t>(line) - 1] + source_.first_line - 1;
  }

  // Items need their list, rows their table; headings, paragraphs and code may stand anywhere.
  bool is_too_deep(Kind kind, const Node& parent) const {
    if (kind == Kind::block_quote || kind == Kind::list || kind == Kind::footnote) {
      return open_.size() >= block_depth_limit;
    }
    if (kind == Kind::item) return parent.kind != Kind::list;
    const bool has_children = kind == Kind::emphasis || kind == Kind::strong ||
                              kind == Kind::strikethrough || kind == Kind::link ||
                              kind == Kind::image;
    return has_children && open_.size() >= inline_depth_limit;
  }

  static void add_text(Node& parent, const std::string& text) {
    if (text.empty()) return;
    if (parent.children.empty() || parent.children.back().kind != Kind::text) {
      parent.children.emplace_back().kind = Kind::text;
    }
    parent.children.back().text += text;
  }

  void fill(Node& node, cmark_node* from) {
    node.kind = *kind_of(from);
    if (is_inline(node.kind)) return fill_inline(node, from);
    node.line = line_of(from);
    fill_block(node, from);
  }

  void fill_block(Node& node, cmark_node* from) {
    switch (node.kind) {
      case Kind::heading:
        node.level = cmark_node_get_heading_level(from);
        [[fallthrough]];
      case Kind::paragraph:
        if (belongs_to_oversized_table(from)) make_code(node, from);
        break;
      case Kind::block_quote:
        make_admonition(node, from);
        break;
      case Kind::list:
        node.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
        node.number = cmark_node_get_list_start(from);
        node.tight = cmark_node_get_list_tight(from) != 0;
        break;
      case Kind::item:
        node.task = task_of(from);
        break;
      case Kind::code_block:
        node.info = string_of(cmark_node_get_fence_info(from));
        [[fallthrough]];
      case Kind::html_block:
        node.text = string_of(cmark_node_get_literal(from));
        break;
      case Kind::table:
        node.alignments = alignments_of(from);
        break;
      case Kind::table_row:
        node.is_header = cmark_gfm_extensions_get_table_row_is_header(from) != 0;
        break;
      case Kind::footnote:
        node.number = ++footnotes_;
        break;
      default:
        break;
    }
  }

  static void fill_inline(Node& node, cmark_node* from) {
    if (node.kind == Kind::link || node.kind == Kind::image) {
      node.url = string_of(cmark_node_get_url(from));
      node.title = string_of(cmark_node_get_title(from));
      return;
    }
    node.text = string_of(cmark_node_get_literal(from));
    if (node.kind == Kind::footnote_reference) {
      node.number = static_cast<int>(parse_integer(node.text).value_or(0));
      node.text.clear();
    }
  }

  bool belongs_to_oversized_table(cmark_node* block) const {
    const std::vector<int>& lines = source_.oversized_tables;
    const auto found =
        std::lower_bound(lines.begin(), lines.end(), cmark_node_get_start_line(block));
    return found != lines.end() && *found <= cmark_node_get_end_line(block);
  }

  void make_admonition(Node& node, cmark_node* quote) {
    if (source_.quoted == nullptr) return;
    const std::vector<Admonition>& all = source_.quoted->admonitions;
    // Quotes come in the order of the text, as the admonitions do.
    while (next_admonition_ < all.size() &&
           all[next_admonition_].line < cmark_node_get_start_line(quote)) {
      ++next_admonition_;
    }
    if (next_admonition_ == all.size()) return;
    const Admonition& admonition = all[next_admonition_];
    if (admonition.line != cmark_node_get_start_line(quote)) return;
    if (admonition.column != cmark_node_get_start_column(quote)) return;
    node.kind = Kind::admonition;
    node.info = replace_invalid_utf8(admonition.word);
    node.title = without_nul(replace_invalid_utf8(admonition.title));
    node.is_foldable = admonition.is_foldable;
    ++result_->admonitions;
  }

  static std::string without_nul(std::string text) {
    std::erase(text, '\0');
    return text;
  }

  // Blocks come in the order of the text, so that the position only moves forward.
  void make_code(Node& node, cmark_node* block) {
    result_->code_lines.push_back(node.line);
    node.kind = Kind::code_block;
    node.level = 0;
    const int first = cmark_node_get_start_line(block);
    const int last = cmark_node_get_end_line(block);
    while (position_ < source_.text.size() && line_number_ <= last) {
      const Line line = line_at(source_.text, position_);
      if (line_number_ >= first) (node.text += line.in(source_.text)) += '\n';
      position_ = line.next;
      ++line_number_;
    }
  }

  void make_task(Node& item, cmark_node* from);
  char character_at(int line, int column);

  const ConversionSource& source_;
  std::vector<Node*> open_;  ///< as deep as cmark's tree; what was left out stands for its parent
  ConvertedTree* result_ = nullptr;
  int footnotes_ = 0;
  size_t next_admonition_ = 0;
  size_t position_ = 0;
  int line_number_ = 1;
  std::vector<size_t> line_starts_;  ///< of the text, once they are needed
};

// cmark knows tasks only where nothing but blanks stands in front of the list's mark: not in
// quotes.
void Converter::make_task(Node& item, cmark_node* from) {
  if (item.children.empty() || item.children.front().kind != Kind::paragraph) return;
  Node& paragraph = item.children.front();
  if (paragraph.children.empty() || paragraph.children.front().kind != Kind::text) return;
  std::string& text = paragraph.children.front().text;
  constexpr size_t length = 4;
  const bool is_done = text.starts_with("[x] ") || text.starts_with("[X] ");
  if ((!is_done && !text.starts_with("[ ] ")) || text.size() == length) return;
  cmark_node* block = cmark_node_first_child(from);
  const char first =
      character_at(cmark_node_get_start_line(block), cmark_node_get_start_column(block));
  if (first != '[') return;  // It was escaped.
  item.task = is_done ? Task::done : Task::open;
  text.erase(0, length);
}

char Converter::character_at(int line, int column) {
  if (line_starts_.empty()) {
    for (size_t at = 0; at < source_.text.size(); at = line_at(source_.text, at).next) {
      line_starts_.push_back(at);
    }
  }
  if (line < 1 || column < 1 || static_cast<size_t>(line) > line_starts_.size()) return '\0';
  const size_t at = line_starts_[static_cast<size_t>(line) - 1] + static_cast<size_t>(column) - 1;
  return at < source_.text.size() ? source_.text[at] : '\0';
}

}  // namespace

ConvertedTree convert(cmark_node* document, const ConversionSource& source) {
  return Converter(source).run(document);
}

Node convert_inlines(cmark_node* parent) {
  const std::vector<int> none;
  return Converter({{}, none}).run(parent).root;
}

}  // namespace git_session::markdown
