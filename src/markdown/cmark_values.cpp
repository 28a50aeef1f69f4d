#include "markdown/cmark_values.h"

#include <cmark-gfm-core-extensions.h>

#include <array>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace git_session::markdown {
namespace {

std::optional<Kind> core_kind(cmark_node_type type) {
  static const std::array<std::pair<cmark_node_type, Kind>, 20> kinds{{
      {CMARK_NODE_DOCUMENT, Kind::document},
      {CMARK_NODE_HEADING, Kind::heading},
      {CMARK_NODE_PARAGRAPH, Kind::paragraph},
      {CMARK_NODE_BLOCK_QUOTE, Kind::block_quote},
      {CMARK_NODE_LIST, Kind::list},
      {CMARK_NODE_ITEM, Kind::item},
      {CMARK_NODE_CODE_BLOCK, Kind::code_block},
      {CMARK_NODE_HTML_BLOCK, Kind::html_block},
      {CMARK_NODE_THEMATIC_BREAK, Kind::rule},
      {CMARK_NODE_FOOTNOTE_DEFINITION, Kind::footnote},
      {CMARK_NODE_TEXT, Kind::text},
      {CMARK_NODE_SOFTBREAK, Kind::soft_break},
      {CMARK_NODE_LINEBREAK, Kind::line_break},
      {CMARK_NODE_CODE, Kind::code},
      {CMARK_NODE_HTML_INLINE, Kind::html_inline},
      {CMARK_NODE_EMPH, Kind::emphasis},
      {CMARK_NODE_STRONG, Kind::strong},
      {CMARK_NODE_LINK, Kind::link},
      {CMARK_NODE_IMAGE, Kind::image},
      {CMARK_NODE_FOOTNOTE_REFERENCE, Kind::footnote_reference},
  }};
  for (const auto& [core_type, kind] : kinds) {
    if (core_type == type) return kind;
  }
  return std::nullopt;
}

// The extensions' types get their numbers when they are registered.
std::optional<Kind> extension_kind(std::string_view type) {
  if (type == "table") return Kind::table;
  if (type == "table_header" || type == "table_row") return Kind::table_row;
  if (type == "table_cell") return Kind::table_cell;
  if (type == "strikethrough") return Kind::strikethrough;
  return std::nullopt;
}

}  // namespace

// cmark turns a footnote reference without a footnote back into text, at times cut within a
// character.
std::string string_of(const char* text) {
  return text == nullptr ? std::string() : replace_invalid_utf8(text);
}

std::optional<Kind> kind_of(cmark_node* node) {
  const std::optional<Kind> kind = core_kind(cmark_node_get_type(node));
  return kind ? kind : extension_kind(string_of(cmark_node_get_type_string(node)));
}

Task task_of(cmark_node* item) {
  if (string_of(cmark_node_get_type_string(item)) != "tasklist") return Task::none;
  return cmark_gfm_extensions_get_tasklist_item_checked(item) ? Task::done : Task::open;
}

std::vector<CellAlignment> alignments_of(cmark_node* table) {
  const uint16_t count = cmark_gfm_extensions_get_table_columns(table);
  const uint8_t* letters = cmark_gfm_extensions_get_table_alignments(table);
  std::vector<CellAlignment> alignments;
  for (uint16_t column = 0; column < count; ++column) {
    const uint8_t letter = letters[column];
    alignments.push_back(letter == 'l'   ? CellAlignment::left
                         : letter == 'c' ? CellAlignment::centre
                         : letter == 'r' ? CellAlignment::right
                                         : CellAlignment::none);
  }
  return alignments;
}

}  // namespace git_session::markdown
