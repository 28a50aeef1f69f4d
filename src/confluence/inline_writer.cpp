#include "confluence/inline_writer.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "confluence/links.h"
#include "confluence/wiki_macro.h"

namespace git_session::confluence {
namespace {

using markdown::Kind;
using markdown::Node;

/// What `{status:...}` says.
struct Status {
  std::string colour = "Grey";
  std::string title;
  bool is_subtle = false;
  std::string unknown_colour;
};

constexpr std::array<std::string_view, 6> colours{"Grey",  "Red",  "Yellow",
                                                  "Green", "Blue", "Purple"};

bool set_colour(Status& status, std::string_view word) {
  if (equals_ignoring_case(word, "gray")) word = "Grey";
  for (const std::string_view colour : colours) {
    if (!equals_ignoring_case(word, colour)) continue;
    status.colour = colour;
    return true;
  }
  return false;
}

/// `Done`, `green|Done` and `colour=Green|title=Done|subtle=true` alike.
Status read_status(std::string_view text) {
  Status status;
  const std::vector<std::string> parts = split(text, '|');
  for (size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = trim(parts[i]);
    const size_t equals = part.find('=');
    const std::string_view key = equals == part.npos ? std::string_view() : part.substr(0, equals);
    const std::string_view value = equals == part.npos ? part : part.substr(equals + 1);
    if (key == "colour" || key == "color") {
      if (!set_colour(status, value)) status.unknown_colour = value;
    } else if (key == "title") {
      status.title = value;
    } else if (key == "subtle") {
      status.is_subtle = value == "true";
    } else if (i + 1 == parts.size() || !set_colour(status, part)) {
      if (!status.title.empty()) status.title += '|';
      status.title += part;
    }
  }
  return status;
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// `width=300 height="200"` of a picture, when the braces hold nothing else.
struct PictureSize {
  std::string width;
  std::string height;
  std::string alignment;
};

std::optional<PictureSize> read_size(std::string_view text) {
  PictureSize size;
  for (const std::string& word : split(text, ' ')) {
    if (word.empty()) continue;
    const size_t equals = word.find('=');
    if (equals == word.npos) return std::nullopt;
    std::string value = word.substr(equals + 1);
    std::erase_if(value, [](char c) { return c == '"' || c == '\''; });
    const std::string key = word.substr(0, equals);
    if (key == "width") {
      size.width = value;
    } else if (key == "height") {
      size.height = value;
    } else if (key == "align") {
      size.alignment = value;
    } else {
      return std::nullopt;
    }
  }
  return size;
}

}  // namespace

void rejoin_mentions(Node& document) {
  std::vector<Node>& nodes = document.children;
  for (size_t i = 0; i + 2 < nodes.size(); ++i) {
    const bool is_mention = nodes[i].kind == Kind::text && nodes[i].text.ends_with("@{") &&
                            nodes[i + 1].kind == Kind::link &&
                            nodes[i + 1].url == "mailto:" + markdown::plain_text(nodes[i + 1]) &&
                            nodes[i + 2].kind == Kind::text && nodes[i + 2].text.starts_with('}');
    if (!is_mention) continue;
    // Only the mention moves to the last of the three, where the next one may begin.
    nodes[i].text.resize(nodes[i].text.size() - 2);
    nodes[i + 2].text.insert(0, "@{" + markdown::plain_text(nodes[i + 1]));
    nodes[i + 1] = Node();
    nodes[i + 1].kind = Kind::text;
    ++i;
  }
  for (Node& node : nodes) rejoin_mentions(node);
}

std::string footnote_anchor(int footnote) { return "fn-" + std::to_string(footnote); }

std::string reference_anchor(int footnote, int reference) {
  std::string anchor = "fnref-" + std::to_string(footnote);
  return reference == 1 ? anchor : anchor + "-" + std::to_string(reference);
}

void InlineWriter::write(const std::vector<Node>& nodes) {
  for (size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (node.kind == Kind::html_inline) {
      html_.write_inline(node.text);
      page_.line += static_cast<int>(std::count(node.text.begin(), node.text.end(), '\n'));
      continue;
    }
    if (html_.is_in_summary()) {
      html_.add_to_summary(markdown::plain_text(node));
      continue;
    }
    html_.before_inline();
    const bool has_text = i + 1 < nodes.size() && nodes[i + 1].kind == Kind::text;
    if (node.kind != Kind::image || !has_text) {
      write_node(node);
      continue;
    }
    const std::string& behind = nodes[++i].text;
    write_text(std::string_view(behind).substr(write_image(node, behind)));
  }
}

void InlineWriter::write_node(const Node& node) {
  switch (node.kind) {
    case Kind::text:
      return write_text(node.text);
    case Kind::soft_break:
      ++page_.line;
      return page_.xml.text(" ");
    case Kind::line_break:
      ++page_.line;
      return page_.xml.empty("br");
    case Kind::code:
      return page_.text_element("code", node.text);
    case Kind::emphasis:
      return write_styled("em", node);
    case Kind::strong:
      return write_styled("strong", node);
    case Kind::strikethrough:
      return write_styled("del", node);
    case Kind::link:
      return write_link(node);
    case Kind::image:
      write_image(node, {});
      return;
    case Kind::footnote_reference:
      return write_footnote_reference(node.number);
    default:
      // A block cannot stand here; its text is not lost all the same.
      return write(node.children);
  }
}

void InlineWriter::write_styled(XmlName element, const Node& node) {
  page_.xml.open(element);
  html_.enclose([&] { write(node.children); });
  page_.xml.close();
}

void InlineWriter::write_link(const Node& link) {
  if (page_.in_link) return write(link.children);
  const size_t outside = page_.xml.depth();
  const bool is_open = open_link(page_, link.url, link.title);
  page_.in_link = true;
  const std::string text = markdown::plain_text(link);
  if (!is_open && text == link.url) {
    page_.xml.text("<" + link.url + ">");
  } else {
    html_.enclose([&] { write(link.children); });
    if (is_open && link.children.empty()) page_.xml.text(link.url);
    if (!is_open) page_.xml.text(" (" + link.url + ")");
  }
  page_.in_link = false;
  page_.xml.close_to(outside);
}

size_t InlineWriter::write_image(const Node& image, std::string_view behind) {
  PictureSize size;
  size_t length = 0;
  const size_t end = behind.starts_with('{') ? behind.find('}') : behind.npos;
  if (end != behind.npos) {
    // Kramdown writes `{: width=300}`.
    const size_t begin = behind.starts_with("{:") ? 2 : 1;
    if (const auto given = read_size(behind.substr(begin, end - begin))) {
      size = *given;
      length = end + 1;
    }
  }
  write_picture(page_, {image.url, markdown::plain_text(image), image.title, size.width,
                        size.height, size.alignment});
  return length;
}

void InlineWriter::write_footnote_reference(int number) {
  const int reference = ++references_[number];
  page_.xml.open("sup");
  page_.anchor_macro(reference_anchor(number, reference));
  const size_t outside = page_.xml.depth();
  if (!page_.in_link) open_anchor_link(page_, footnote_anchor(number));
  page_.xml.text(std::to_string(number));
  page_.xml.close_to(outside);
  page_.xml.close();
}

int InlineWriter::references_to(int footnote) const {
  const auto found = references_.find(footnote);
  return found == references_.end() ? 0 : found->second;
}

void InlineWriter::write_text(std::string_view text) {
  size_t done = 0;
  for (size_t at = text.find_first_of("{@"); at != text.npos; at = text.find_first_of("{@", at)) {
    const std::string_view rest = text.substr(at);
    const bool is_within_word = at > 0 && is_word_character(text[at - 1]);
    // What is written here closes nothing, so that the text before it can go first.
    page_.xml.text(text.substr(done, at - done));
    done = at;
    const size_t length = rest.starts_with('{') ? write_status(rest)
                          : is_within_word      ? 0
                                                : write_mention(rest);
    // Whole macros are blocks by now: what still looks like a part of one is text.
    const std::string fault = length > 0 ? std::string() : fault_of_wiki_mark(rest);
    if (!fault.empty()) page_.note(fault);
    done += length;
    at += std::max<size_t>(length, 1);
  }
  page_.xml.text(text.substr(done));
}

size_t InlineWriter::write_status(std::string_view text) {
  constexpr std::string_view beginning = "{status:";
  constexpr size_t longest = 200;
  if (!text.starts_with(beginning)) return 0;
  const size_t end = text.substr(0, longest).find('}');
  if (end == text.npos) return 0;
  const Status status = read_status(text.substr(beginning.size(), end - beginning.size()));
  if (status.title.empty()) return 0;
  if (!status.unknown_colour.empty()) {
    page_.note("a status has no colour '" + status.unknown_colour + "': it is shown in grey");
  }
  page_.xml.open("ac:structured-macro", {{"ac:name", "status"}});
  page_.parameter("colour", status.colour);
  page_.parameter("title", status.title);
  if (status.is_subtle) page_.parameter("subtle", "true");
  page_.xml.close();
  return end + 1;
}

size_t InlineWriter::write_mention(std::string_view text) {
  if (text.starts_with("@{")) return write_braced_mention(text);
  const auto& mentions = page_.options.mentions;
  if (mentions.empty() || page_.in_link) return 0;
  size_t end = 1;
  while (end < text.size() && is_word_character(text[end])) ++end;
  // A sentence may end behind the name.
  while (end > 1 && text[end - 1] == '.') --end;
  const auto found = mentions.find(std::string(text.substr(1, end - 1)));
  if (found == mentions.end()) return 0;
  confluence::write_mention(page_, found->second);
  return end;
}

size_t InlineWriter::write_braced_mention(std::string_view text) {
  constexpr size_t longest = 200;
  const size_t end = text.substr(0, longest).find('}');
  if (end == text.npos || end == 2) return 0;
  const std::string name(text.substr(2, end - 2));
  const auto found = page_.options.mentions.find(name);
  if (found == page_.options.mentions.end()) {
    page_.note("no account is known for '@{" + name + "}': it stays text");
    return 0;
  }
  if (page_.in_link) return 0;
  confluence::write_mention(page_, found->second);
  return end + 1;
}

}  // namespace git_session::confluence
