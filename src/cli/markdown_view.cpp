#include "cli/markdown_view.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "cli/markdown_inline.h"
#include "cli/markdown_table.h"
#include "cli/styled_words.h"

namespace git_session {
namespace {

using markdown::Kind;
using markdown::Node;

constexpr size_t smallest_width = 20;
constexpr size_t widest_prose = 100;

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

struct AlertLook {
  std::string_view name;
  const char* label;
  Style colour;
};

constexpr std::array<AlertLook, 5> alert_looks{{{"note", "Note", Style::blue},
                                                {"tip", "Tip", Style::green},
                                                {"important", "Important", Style::magenta},
                                                {"warning", "Warning", Style::yellow},
                                                {"caution", "Caution", Style::red}}};

/// What stands left of the content of a list item or quote.
struct Margin {
  Styled first;  ///< on the first line
  Styled rest;   ///< on all others, equally wide
  size_t width = 0;
  bool is_used = false;
};

class Renderer {
 public:
  explicit Renderer(size_t width) : width_(std::max(width, smallest_width)) {}

  std::vector<Styled> run(const Node& document) {
    render_blocks(document.children, true);
    return std::move(lines_);
  }

 private:
  size_t width_left() const {
    size_t used = 0;
    for (const Margin& margin : margins_) used += margin.width;
    return width_ - used;
  }
  size_t prose_width() const { return std::min(width_left(), widest_prose); }

  void add_line(const Styled& content) {
    Styled line;
    for (Margin& margin : margins_) {
      line.append(margin.is_used ? margin.rest : margin.first);
      margin.is_used = true;
    }
    lines_.push_back(line.append(content));
  }
  void add_lines(const std::vector<Styled>& lines) {
    for (const Styled& line : lines) add_line(line);
  }

  // Without blanks at its end: only the bars of quotes are seen.
  void add_empty_line() {
    Styled line;
    std::string blanks;
    for (const Margin& margin : margins_) {
      const std::string text = margin.rest.text();
      if (trim(text).empty()) {
        blanks += text;
        continue;
      }
      line.add(std::exchange(blanks, {}));
      const std::string_view bar = trim(text);
      line.add(std::string(bar), margin.rest.spans().front().style);
      blanks.assign(margin.width - display_width(bar), ' ');
    }
    lines_.push_back(line);
  }

  /// Renders `blocks` with a margin. Where the terminal is too narrow for one more, all start
  /// anew at its left edge.
  void render_within(Margin margin, const std::vector<Node>& blocks, bool spaced) {
    std::vector<Margin> outer = margins_;
    if (width_left() < smallest_width / 2 + margin.width) margins_.clear();
    const bool starts_anew = margins_.size() != outer.size();
    margins_.push_back(std::move(margin));
    render_blocks(blocks, spaced);
    // An item without content still has its bullet.
    if (!margins_.back().is_used) add_line({});
    if (starts_anew) {
      margins_ = std::move(outer);
      for (Margin& kept : margins_) kept.is_used = true;
    } else {
      margins_.pop_back();
    }
  }

  void render_blocks(const std::vector<Node>& blocks, bool spaced) {
    bool is_first = true;
    bool in_footnotes = false;
    for (const Node& block : blocks) {
      const size_t before = lines_.size();
      const bool starts_footnotes = block.kind == Kind::footnote && !in_footnotes;
      if (!is_first && (spaced || starts_footnotes)) add_empty_line();
      if (starts_footnotes) {
        add_line({repeat("─", std::min<size_t>(prose_width(), 20)), Style::dim});
        in_footnotes = true;
      }
      const size_t own_start = lines_.size();
      render_block(block);
      if (lines_.size() == own_start) {
        lines_.resize(before);  // What shows nothing needs no distance.
      } else {
        is_first = false;
      }
      spaced = spaced && !in_footnotes;
    }
  }

  void render_block(const Node& block) {
    switch (block.kind) {
      case Kind::heading:
        return render_heading(block);
      case Kind::block_quote:
        return render_within(quote_margin(Style::dim), block.children, true);
      case Kind::alert:
        return render_alert(block);
      case Kind::list:
        return render_list(block);
      case Kind::code_block:
        return render_code(block);
      case Kind::html_block:
        return render_html(block);
      case Kind::rule:
        return add_line({repeat("─", prose_width()), Style::dim});
      case Kind::table:
        return add_lines(render_markdown_table(block, width_left()));
      case Kind::footnote:
        return render_footnote(block);
      default: {
        StyledWords words;
        add_inlines(words, block);
        return add_lines(words.lines(prose_width()));
      }
    }
  }

  void render_heading(const Node& heading) {
    StyledWords words;
    add_inlines(words, heading, Style::bold);
    const std::string marks = std::string(static_cast<size_t>(heading.level), '#') + ' ';
    const std::vector<Styled> lines = words.lines(prose_width() - marks.size());
    for (size_t i = 0; i < lines.size(); ++i) {
      Styled line = i == 0 ? Styled(marks, Style::dim) : Styled(std::string(marks.size(), ' '));
      add_line(line.append(lines[i]));
    }
  }

  static Margin quote_margin(Style style) {
    const Styled bar("│ ", style);
    return {bar, bar, 2};
  }

  void render_alert(const Node& alert) {
    const auto look = std::find_if(alert_looks.begin(), alert_looks.end(),
                                   [&](const AlertLook& each) { return each.name == alert.info; });
    if (look == alert_looks.end()) {
      return render_within(quote_margin(Style::dim), alert.children, true);
    }
    margins_.push_back(quote_margin(look->colour));
    add_line({look->label, Style::bold | look->colour});
    margins_.pop_back();
    if (!alert.children.empty()) render_within(quote_margin(look->colour), alert.children, true);
  }

  void render_list(const Node& list) {
    static const std::array<const char*, 3> bullets{"•", "◦", "▪"};
    const char* bullet = bullets[list_depth_ % bullets.size()];
    const auto last =
        static_cast<int64_t>(list.number) + static_cast<int64_t>(list.children.size());
    const size_t number_width = std::to_string(std::max<int64_t>(last - 1, list.number)).size();
    int64_t number = list.number;
    ++list_depth_;
    for (size_t i = 0; i < list.children.size(); ++i) {
      const Node& item = list.children[i];
      if (i > 0 && !list.tight) add_empty_line();
      std::string mark = bullet;
      if (list.ordered) {
        mark = std::to_string(number++) + '.';
        mark.insert(0, number_width + 1 - std::min(mark.size(), number_width + 1), ' ');
      }
      render_within(item_margin(item, mark, list.ordered), item.children, !list.tight);
    }
    --list_depth_;
  }

  static Margin item_margin(const Node& item, const std::string& mark, bool ordered) {
    Margin margin;
    if (ordered || item.task == markdown::Task::none) margin.first.add(mark + ' ');
    if (item.task == markdown::Task::open) margin.first.add("☐ ");
    if (item.task == markdown::Task::done) margin.first.add("☑ ", Style::green);
    margin.width = display_width(margin.first.text());
    margin.rest.add(std::string(margin.width, ' '));
    return margin;
  }

  void render_footnote(const Node& footnote) {
    const std::string mark = "[" + std::to_string(footnote.number) + "] ";
    Margin margin{Styled(mark, Style::cyan), Styled(std::string(mark.size(), ' ')), mark.size()};
    render_within(std::move(margin), footnote.children, true);
  }

  void render_code(const Node& code) {
    for (const std::string& line : lines_of(code.text)) {
      if (trim(line).empty()) {
        add_empty_line();
        continue;
      }
      add_line({"    " + escape_line(with_tabs_expanded(line)), Style::dim});
    }
  }

  void render_html(const Node& html) {
    for (const std::string& line : lines_of(html.text)) {
      const size_t content = std::min(line.find_first_not_of(" \t"), line.size());
      const size_t indent = std::min<size_t>(content, 4);
      StyledWords words;
      words.add(std::string_view(line).substr(content), Style::dim);
      for (const Styled& wrapped : words.lines(prose_width() - indent)) {
        add_line(Styled(std::string(indent, ' ')).append(wrapped));
      }
    }
  }

  static std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines = split(text, '\n');
    while (!lines.empty() && trim(lines.back()).empty()) lines.pop_back();
    for (std::string& line : lines) {
      if (line.ends_with('\r')) line.pop_back();
    }
    return lines;
  }

  // A margin would shift the terminal's own tab stops.
  static std::string with_tabs_expanded(const std::string& line) {
    constexpr size_t stop = 4;
    std::string out;
    size_t column = 0;
    const std::vector<std::string> parts = split(line, '\t');
    for (size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) {
        const size_t blanks = stop - column % stop;
        out.append(blanks, ' ');
        column += blanks;
      }
      out += parts[i];
      column += display_width(parts[i]);
    }
    return out;
  }

  size_t width_;
  std::vector<Margin> margins_;
  std::vector<Styled> lines_;
  size_t list_depth_ = 0;
};

}  // namespace

std::vector<Styled> render_markdown(const markdown::Document& document, size_t width) {
  return Renderer(width).run(document.root());
}

}  // namespace git_session
