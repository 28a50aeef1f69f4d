#include "confluence/wiki_blocks.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "confluence/wiki_macro.h"

namespace git_session::confluence {
namespace {

using markdown::Kind;
using markdown::Node;

// Macros in macros; deeper ones are text, so that a walk over the tree stays shallow.
constexpr size_t most_depth = 8;

bool is_break(const Node& node) {
  return node.kind == Kind::soft_break || node.kind == Kind::line_break;
}

/// A part of a sequence of blocks: a block, a part of a paragraph's text, or a mark.
struct Piece {
  enum class Role { block, text, begin, end };
  Role role = Role::block;
  Node node = {};        ///< the block, or the text that is shown if nothing comes of the mark
  size_t paragraph = 0;  ///< pieces of one paragraph belong together
  WikiMark mark = {};    ///< of begin
};

/// Reads the blocks that stand beside each other.
class Sequence {
 public:
  explicit Sequence(size_t depth) : depth_(depth) {}

  void add(Node block);
  std::vector<Node> build();

  size_t depth() const { return depth_ + open_.size(); }

 private:
  void add_line(std::vector<Node> line);
  void add_text(Node node);
  void add_mark(const FoundMark& found, int line, bool may_begin, bool may_end);
  void take_last_line(Node& block);
  /// These give the name of the mark that they took; empty: there is none that ends what is open.
  std::string_view take_last_row(Node& table) const;
  std::string_view take_line(Node& paragraph, Node& rest) const;
  std::string_view end_in(const Node& node) const;
  bool close(std::string_view name, Node shown);

  void append_to_paragraph(Node node);
  void end_paragraph();

  size_t depth_;
  std::vector<Piece> pieces_;
  std::vector<size_t> open_;  ///< marks that may begin a macro; text until their end is found
  size_t paragraph_ = 0;
  // Of build():
  std::vector<Node> levels_;  ///< each will hold the next one
  Node text_;                 ///< the paragraph that is not complete yet
};

bool may_hold_mark(const Node& paragraph) {
  return std::any_of(paragraph.children.begin(), paragraph.children.end(), [](const Node& node) {
    return node.kind == Kind::text && node.text.find('{') != node.text.npos;
  });
}

int line_ends_in(const Node& node) {
  if (is_break(node)) return 1;
  if (node.kind != Kind::html_inline) return 0;
  return static_cast<int>(std::count(node.text.begin(), node.text.end(), '\n'));
}

void Sequence::add(Node block) {
  if (block.kind != Kind::paragraph || !may_hold_mark(block)) {
    if (!open_.empty()) return take_last_line(block);
    pieces_.push_back({Piece::Role::block, std::move(block)});
    return;
  }
  ++paragraph_;
  int line_number = block.line;
  std::vector<Node> line;
  for (Node& node : block.children) {
    const bool is_end = is_break(node);
    if (is_end) add_line(std::exchange(line, {}));
    node.line = line_number;
    line_number += line_ends_in(node);
    is_end ? add_text(std::move(node)) : line.push_back(std::move(node));
  }
  add_line(std::move(line));
}

// The marks at the front begin something and those at the back end something; where there is
// nothing else, what is open decides.
void Sequence::add_line(std::vector<Node> line) {
  if (line.empty()) return;
  std::vector<FoundMark> front;
  std::vector<FoundMark> back;
  if (line.front().kind == Kind::text) front = take_front_marks(line.front().text);
  const bool is_alone = line.size() == 1 && line[0].kind == Kind::text && line[0].text.empty();
  if (line.back().kind == Kind::text) back = take_back_marks(line.back().text);
  const int first_line = line.front().line;
  const int last_line = line.back().line;
  for (const FoundMark& each : front) add_mark(each, first_line, true, is_alone);
  for (Node& node : line) add_text(std::move(node));
  for (size_t i = back.size(); i > 0; --i) add_mark(back[i - 1], last_line, false, true);
}

void Sequence::add_text(Node node) {
  if (node.kind == Kind::text && node.text.empty()) return;
  pieces_.push_back({Piece::Role::text, std::move(node), paragraph_});
}

void Sequence::add_mark(const FoundMark& found, int line, bool may_begin, bool may_end) {
  const WikiMark& mark = found.mark;
  Node shown;
  shown.kind = Kind::text;
  shown.text = found.source;
  shown.line = line;
  if (may_end && mark.parameters.empty() && close(mark.name, shown)) return;
  if (may_begin && depth_ < most_depth) {
    // What was never ended must not keep what follows from being read.
    if (depth() == most_depth) open_.erase(open_.begin());
    open_.push_back(pieces_.size());
  }
  pieces_.push_back({Piece::Role::text, std::move(shown), paragraph_, mark});
}

bool Sequence::close(std::string_view name, Node shown) {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [this, name](size_t index) {
    return pieces_[index].mark.name == name;
  });
  if (found == open_.rend()) return false;
  pieces_[*found].role = Piece::Role::begin;
  open_.erase(found.base() - 1, open_.end());
  pieces_.push_back({Piece::Role::end, std::move(shown), paragraph_});
  return true;
}

/// Where Markdown puts a line that follows a list or a quote directly: in their last paragraph.
Node* last_paragraph(Node& block) {
  Node* last = &block;
  while (last->kind != Kind::paragraph) {
    const bool is_container = last->kind == Kind::list || last->kind == Kind::item ||
                              last->kind == Kind::block_quote || last->kind == Kind::alert;
    if (!is_container || last->children.empty()) return nullptr;
    last = &last->children.back();
  }
  return last;
}

// A mark right behind a list, a quote or a table is theirs for Markdown, and meant to end what is
// open around them.
void Sequence::take_last_line(Node& block) {
  Node rest;
  std::string_view name;
  if (block.kind == Kind::table) {
    name = take_last_row(block);
  } else if (Node* paragraph = last_paragraph(block)) {
    name = take_line(*paragraph, rest);
  }
  pieces_.push_back({Piece::Role::block, std::move(block)});
  if (!name.empty()) close(name, {});
  if (!rest.children.empty()) add(std::move(rest));
}

std::string_view Sequence::end_in(const Node& node) const {
  const auto mark = node.kind == Kind::text ? bare_wiki_mark(node.text) : std::nullopt;
  const bool is_open = mark && std::any_of(open_.begin(), open_.end(), [&](size_t index) {
                         return pieces_[index].mark.name == mark->name;
                       });
  return is_open ? mark->name : std::string_view();
}

std::string_view Sequence::take_last_row(Node& table) const {
  const Node& row = table.children.back();
  if (row.is_header || row.children.empty() || row.children[0].children.size() != 1) return {};
  const bool has_more = std::any_of(row.children.begin() + 1, row.children.end(),
                                    [](const Node& cell) { return !cell.children.empty(); });
  const std::string_view name = end_in(row.children[0].children[0]);
  if (has_more || name.empty()) return {};
  table.children.pop_back();
  return name;
}

/// Of the lines behind the first one; those after it become `rest`.
std::string_view Sequence::take_line(Node& paragraph, Node& rest) const {
  std::vector<Node>& inlines = paragraph.children;
  int line = paragraph.line;
  for (size_t i = 0; i < inlines.size(); ++i) {
    line += line_ends_in(inlines[i]);
    const bool is_line =
        i > 1 && is_break(inlines[i - 1]) && (i + 1 == inlines.size() || is_break(inlines[i + 1]));
    const std::string_view name = is_line ? end_in(inlines[i]) : std::string_view();
    if (name.empty()) continue;
    rest.kind = Kind::paragraph;
    rest.line = line + 1;
    if (i + 2 < inlines.size()) {
      rest.children.assign(std::make_move_iterator(inlines.begin() + static_cast<ptrdiff_t>(i) + 2),
                           std::make_move_iterator(inlines.end()));
    }
    inlines.resize(i - 1);
    return name;
  }
  return {};
}

void Sequence::append_to_paragraph(Node node) {
  std::vector<Node>& inlines = text_.children;
  if (inlines.empty()) {
    if (is_break(node)) return;
    text_.kind = Kind::paragraph;
    text_.line = node.line;
  }
  if (node.kind == Kind::text && !inlines.empty() && inlines.back().kind == Kind::text) {
    inlines.back().text += node.text;
  } else {
    inlines.push_back(std::move(node));
  }
}

void Sequence::end_paragraph() {
  Node paragraph = std::exchange(text_, {});
  while (!paragraph.children.empty() && is_break(paragraph.children.back())) {
    paragraph.children.pop_back();
  }
  if (!paragraph.children.empty()) levels_.back().children.push_back(std::move(paragraph));
}

std::vector<Node> Sequence::build() {
  levels_.emplace_back();
  size_t paragraph = 0;
  for (Piece& piece : pieces_) {
    if (piece.role != Piece::Role::text || piece.paragraph != paragraph) end_paragraph();
    paragraph = piece.paragraph;
    switch (piece.role) {
      case Piece::Role::block:
        levels_.back().children.push_back(std::move(piece.node));
        break;
      case Piece::Role::text:
        append_to_paragraph(std::move(piece.node));
        break;
      case Piece::Role::begin: {
        Node& macro = levels_.emplace_back();
        macro.kind = Kind::wiki_macro;
        macro.line = piece.node.line;
        macro.info = piece.mark.name;
        macro.text = piece.mark.parameters;
        break;
      }
      case Piece::Role::end: {
        Node macro = std::move(levels_.back());
        levels_.pop_back();
        levels_.back().children.push_back(std::move(macro));
        break;
      }
    }
  }
  end_paragraph();
  return std::move(levels_.front().children);
}

void enclose_within(Node& block, size_t depth) {
  switch (block.kind) {
    case Kind::document:
    case Kind::block_quote:
    case Kind::alert:
    case Kind::admonition:
    case Kind::list:
    case Kind::item:
    case Kind::footnote:
      break;
    default:
      return;
  }
  Sequence sequence(depth);
  for (Node& child : block.children) {
    enclose_within(child, sequence.depth());
    sequence.add(std::move(child));
  }
  block.children = sequence.build();
}

}  // namespace

void enclose_wiki_macros(Node& document) { enclose_within(document, 0); }

}  // namespace git_session::confluence
