#include "markdown/document.h"

#include <utility>

#include "base/text.h"
#include "markdown/admonition.h"
#include "markdown/convert.h"
#include "markdown/front_matter.h"
#include "markdown/precaution.h"
#include "markdown/syntax_tree.h"

namespace git_session::markdown {
namespace {

// Prose needs about 20 bytes for each of the text, dense small tables 400.
size_t memory_limit_for(std::string_view text) {
  constexpr size_t base = 64 * 1024 * 1024;
  constexpr size_t per_byte = 100;
  return base + per_byte * text.size();
}

// As cmark does it.
std::string without_invalid_characters(std::string_view bytes) {
  std::string out;
  for (const char c : replace_invalid_utf8(bytes)) {
    if (c == '\0') {
      out += "\xef\xbf\xbd";
    } else {
      out += c;
    }
  }
  return out;
}

// What remains for a text that cannot be read as Markdown: itself.
Node as_code(std::string_view text, int line) {
  Node code;
  code.kind = Kind::code_block;
  code.line = line;
  code.text = without_invalid_characters(text);
  Node document;
  document.line = line;
  document.children.push_back(std::move(code));
  return document;
}

struct Reading {
  Node root;
  std::vector<Concession> concessions;
  bool has_all_admonitions = true;
};

class Reader {
 public:
  Reader(std::string_view body, int first_line, const ParseOptions& options)
      : body_(body), first_line_(first_line), options_(options) {}

  Reading run() const {
    const auto quoted = options_.admonitions ? quote_admonitions(body_) : std::nullopt;
    if (!quoted) return read(body_, nullptr);
    Reading reading = read(quoted->text, &*quoted);
    // Taken for an admonition where cmark saw no place for one: nothing of the text may be lost.
    return reading.has_all_admonitions ? reading : read(body_, nullptr);
  }

 private:
  Reading read(std::string_view text, const QuotedText* quoted) const {
    const TamedText tamed = tame(text, options_.table_cell_limit);
    const Extensions extensions{.tables = true,
                                .autolinks = tamed.has_safe_autolinks,
                                .footnotes = tamed.has_safe_footnotes,
                                .others = true};
    Reading reading;
    SyntaxTree tree;
    cmark_node* root = tree.parse(tamed.text, extensions, memory_limit_for(tamed.text));
    if (root == nullptr) {
      reading.root = as_code(body_, first_line_);
      reading.concessions = {{first_line_, "the text is too costly to read and is shown as code"}};
      return reading;
    }
    ConvertedTree converted = convert(root, {text, tamed.oversized_tables, first_line_, quoted});
    reading.has_all_admonitions =
        quoted == nullptr || converted.admonitions == quoted->admonitions.size();
    reading.concessions = concessions_of(tamed, converted, quoted);
    reading.root = std::move(converted.root);
    return reading;
  }

  std::vector<Concession> concessions_of(const TamedText& tamed, const ConvertedTree& converted,
                                         const QuotedText* quoted) const {
    std::vector<Concession> all;
    const auto add = [&](int line, const char* text) {
      if (line == 0) return;
      const int original = quoted ? quoted->lines[static_cast<size_t>(line) - 1] : line;
      all.push_back({original + first_line_ - 1, text});
    };
    for (const int line : converted.code_lines) {
      all.push_back({line, "the table is too large to read and is shown as code"});
    }
    if (converted.first_cut_line != 0) {
      all.push_back({converted.first_cut_line, "nested too deeply: shown on an outer level"});
    }
    add(tamed.first_long_word_line, "an address is too long: bare addresses are not made links");
    add(tamed.first_open_bracket_line,
        "'[^' without an end near: footnotes are shown as they are written");
    return all;
  }

  std::string_view body_;
  int first_line_;
  const ParseOptions& options_;
};

}  // namespace

Document Document::parse(std::string_view text, const ParseOptions& options) {
  const SplitText split =
      options.cut_front_matter ? split_front_matter(text) : SplitText{{}, text, 1};
  Reading reading = Reader(split.body, split.body_line, options).run();
  Document document;
  document.root_ = std::move(reading.root);
  document.front_matter_ = without_invalid_characters(split.front_matter);
  document.concessions_ = std::move(reading.concessions);
  return document;
}

}  // namespace git_session::markdown
