#include "confluence/html_writer.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "confluence/code_macro.h"
#include "confluence/html_elements.h"
#include "confluence/links.h"

namespace git_session::confluence {
namespace {

/// With each run of blanks and line ends as one blank, which is how HTML is shown.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (!is_blank) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

int lines_in(std::string_view text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

std::string value_of(const HtmlToken& token, std::string_view name) {
  const std::string* value = token.attribute(name);
  return value == nullptr ? std::string() : *value;
}

XmlAttributes alignment_of(const HtmlToken& token) {
  const std::string alignment = to_lower_ascii(value_of(token, "align"));
  if (alignment != "center" && alignment != "right") return {};
  return {{"style", "text-align: " + alignment + ";"}};
}

void add_count(XmlAttributes& attributes, XmlName name, const HtmlToken& token) {
  const auto count = parse_integer(value_of(token, name.text()));
  if (count && *count > 1 && *count <= 1'000) attributes.push_back({name, std::to_string(*count)});
}

}  // namespace

void HtmlWriter::write_block(std::string_view html) {
  const int first_line = page_.line;
  const std::vector<HtmlToken> tokens = html_tokens(trim(html));
  for (size_t at = 0; at < tokens.size();) {
    const HtmlToken& token = tokens[at];
    const bool is_preformatted = token.kind == HtmlToken::Kind::start && token.name == "pre" &&
                                 !in_summary_ && stack_.make_room_for_block();
    const size_t before = at;
    if (is_preformatted) {
      write_preformatted(tokens, at);
    } else {
      token.kind == HtmlToken::Kind::text ? write_text(token.source) : write_inline(token.source);
      ++at;
    }
    for (size_t i = before; i < at; ++i) page_.line += lines_in(tokens[i].source);
  }
  page_.line = first_line;
  if (in_summary_) begin_details();
  // Text ends with the block; what holds blocks may go on behind Markdown.
  stack_.close_text();
}

void HtmlWriter::write_inline(std::string_view html) {
  for (const HtmlToken& token : html_tokens(html)) {
    switch (token.kind) {
      case HtmlToken::Kind::comment:
        break;
      case HtmlToken::Kind::text:
        write_text(token.source);
        break;
      case HtmlToken::Kind::start:
        start(token);
        break;
      case HtmlToken::Kind::end:
        end(token);
        break;
    }
  }
}

void HtmlWriter::before_block() {
  begin_details();
  stack_.make_room_for_block();
}

void HtmlWriter::before_inline() {
  begin_details();
  if (stack_.size() > 0) stack_.make_room_for_text();
}

void HtmlWriter::close_all() {
  begin_details();
  stack_.close_all();
}

void HtmlWriter::start(const HtmlToken& token) {
  const HtmlElement* element = find_html_element(token.name);
  if (in_summary_ && element != nullptr) {
    if (element->role == HtmlRole::image) add_to_summary(value_of(token, "alt"));
    return;
  }
  if (element == nullptr || stack_.is_full()) return show_as_text(token);
  if (element->role == HtmlRole::summary && has_details_) {
    in_summary_ = true;
    return;
  }
  begin_details();
  const size_t before = stack_.size();
  start_known(*element, token);
  if (token.is_empty) stack_.shrink_to(before);
}

void HtmlWriter::start_known(const HtmlElement& element, const HtmlToken& token) {
  switch (element.role) {
    case HtmlRole::phrasing:
      stack_.make_room_for_text();
      return stack_.open(element, {});
    case HtmlRole::line_break:
      stack_.make_room_for_text();
      return xml_.empty("br");
    case HtmlRole::image:
      return write_image(token);
    case HtmlRole::link:
      return start_link(token);
    case HtmlRole::hollow_phrasing:
      if (!token.attributes.empty() || token.name == "mark") {
        page_.note("<" + token.name + ">: only its text is shown");
      }
      return;
    case HtmlRole::hollow_block:
    case HtmlRole::summary:
      if (!token.attributes.empty()) page_.note("<" + token.name + ">: only its content is shown");
      if (!stack_.make_room_for_block()) xml_.text(" ");
      return;
    case HtmlRole::item:
      return start_item(element, token);
    case HtmlRole::row_group:
    case HtmlRole::row:
    case HtmlRole::cell:
      return start_row_or_cell(element, token);
    case HtmlRole::details:
      if (!stack_.make_room_for_block()) return show_as_text(token);
      has_details_ = true;
      return;
    case HtmlRole::preformatted:
      return show_as_text(token);
    case HtmlRole::block:
      return start_block(element, token);
  }
}

void HtmlWriter::start_block(const HtmlElement& element, const HtmlToken& token) {
  if (!stack_.make_room_for_block()) return show_as_text(token);
  if (!element.has_children) return xml_.empty(element.element);
  XmlAttributes attributes = alignment_of(token);
  if (element.tag == "ol") add_count(attributes, "start", token);
  if (element.tag == "ul" || element.tag == "ol" || element.tag == "table" ||
      element.tag == "blockquote") {
    std::erase_if(attributes, [](const XmlAttribute& each) { return each.name.text() == "style"; });
  }
  stack_.open(element, attributes);
}

void HtmlWriter::start_item(const HtmlElement& element, const HtmlToken& token) {
  if (!stack_.close_until({"ul", "ol"})) return show_as_text(token);
  stack_.open(element, {});
}

void HtmlWriter::start_row_or_cell(const HtmlElement& element, const HtmlToken& token) {
  if (element.role == HtmlRole::row_group) {
    if (!stack_.close_until({"table"})) return show_as_text(token);
    return stack_.open(element, {});
  }
  if (element.role == HtmlRole::row) {
    if (!stack_.close_until({"table", "thead", "tbody"})) return show_as_text(token);
    if (xml_.innermost() == "table") stack_.imply("tbody");
    return stack_.open(element, {});
  }
  if (!stack_.close_until({"tr", "table", "thead", "tbody"})) return show_as_text(token);
  stack_.make_room_for_cell();
  XmlAttributes attributes = alignment_of(token);
  add_count(attributes, "colspan", token);
  add_count(attributes, "rowspan", token);
  stack_.open(element, attributes);
}

void HtmlWriter::start_link(const HtmlToken& token) {
  stack_.make_room_for_text();
  for (const char* name : {"name", "id"}) {
    const std::string* value = token.attribute(name);
    if (value == nullptr || value->empty()) continue;
    page_.anchor_macro(*value);
    break;
  }
  const std::string* url = token.attribute("href");
  if (url == nullptr || page_.in_link) return;
  stack_.push("a", true);
  page_.in_link = true;
  open_link(page_, *url, value_of(token, "title"));
}

void HtmlWriter::write_image(const HtmlToken& token) {
  stack_.make_room_for_text();
  write_picture(page_,
                {value_of(token, "src"), value_of(token, "alt"), value_of(token, "title"),
                 value_of(token, "width"), value_of(token, "height"), value_of(token, "align")});
}

void HtmlWriter::end(const HtmlToken& token) {
  const HtmlElement* element = find_html_element(token.name);
  if (element == nullptr) return show_as_text(token);
  if (in_summary_) {
    if (element->role == HtmlRole::summary || element->role == HtmlRole::details) begin_details();
    if (element->role != HtmlRole::details) return;
  }
  begin_details();
  if (element->role == HtmlRole::hollow_block || element->role == HtmlRole::summary) {
    stack_.make_room_for_block();
    return;
  }
  stack_.close_tag(token.name);
}

void HtmlWriter::write_text(std::string_view html) {
  const std::string all = on_one_line(decoded_html(html));
  if (in_summary_) return add_to_summary(all);
  if (all != " ") {
    begin_details();
    stack_.make_room_for_text();
  } else if (content_of(xml_.innermost()) != Content::text) {
    return;
  }
  std::string_view text = all;
  if (xml_.is_fresh() && text.starts_with(' ')) text.remove_prefix(1);
  xml_.text(text);
}

void HtmlWriter::show_as_text(const HtmlToken& token) {
  if (in_summary_) return add_to_summary(on_one_line(token.source));
  begin_details();
  stack_.make_room_for_text();
  xml_.text(on_one_line(token.source));
  page_.note("<" + std::string(token.kind == HtmlToken::Kind::end ? "/" : "") +
             truncate_to_width(token.name, 40) + "> is shown as text");
}

// Leaves `at` behind the end tag.
void HtmlWriter::write_preformatted(const std::vector<HtmlToken>& tokens, size_t& at) {
  CodeInfo info;
  std::string code;
  for (info.language = value_of(tokens[at++], "lang"); at < tokens.size(); ++at) {
    const HtmlToken& token = tokens[at];
    if (token.kind == HtmlToken::Kind::end && token.name == "pre") break;
    if (token.kind == HtmlToken::Kind::text) code += decoded_html(token.source);
    if (token.name == "br") code += '\n';
    const std::string classes = token.name == "code" ? value_of(token, "class") : std::string();
    const size_t language = classes.find("language-");
    if (language != classes.npos) {
      info.language = classes.substr(language + 9, classes.find(' ', language) - language - 9);
    }
  }
  at = std::min(at + 1, tokens.size());
  if (code.starts_with('\n')) code.erase(0, 1);
  begin_details();
  write_code(page_, code, info);
}

void HtmlWriter::begin_details() {
  in_summary_ = false;
  if (!std::exchange(has_details_, false)) return;
  const std::string title = std::exchange(summary_, {});
  stack_.push("details");
  xml_.open("ac:structured-macro", {{"ac:name", "expand"}});
  if (!trim(title).empty()) page_.parameter("title", trim(title));
  xml_.open("ac:rich-text-body");
}

}  // namespace git_session::confluence
