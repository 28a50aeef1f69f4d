#include "confluence/storage_inline_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace git_session::confluence {
namespace {

constexpr std::string_view no_break_space = "\xc2\xa0";

/// Each of `signs`, and each backslash, with a backslash before it; a blank that looks like another
/// by its name.
std::string escaped(std::string_view text, std::string_view signs) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    if (c == '\n' || c == '\t' || c == '\r') {
      (out += '\\') += c == '\n' ? 'n' : c == '\t' ? 't' : 'r';
    } else if (rest.starts_with(no_break_space)) {
      out += "&nbsp;";
      ++at;
    } else {
      if (c == '\\' || signs.find(c) != signs.npos || rest.starts_with("&nbsp;")) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string quoted(std::string_view text) { return '"' + escaped(text, "\"") + '"'; }

bool is_word(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

std::string generic(const StorageNode& element) {
  std::string out = "{" + element.name + readable_attributes(element);
  if (!element.children.empty()) (out += '|') += readable_inlines(element.children);
  return out + "}";
}

std::string_view sign_of(const StorageNode& node) {
  struct Sign {
    std::string_view element;
    std::string_view sign;
  };
  constexpr std::array<Sign, 4> signs{
      {{"strong", "**"}, {"em", "*"}, {"del", "~~"}, {"code", "`"}}};
  if (!node.attributes.empty() || node.children.empty()) return {};
  for (const auto& [element, sign] : signs) {
    if (element == node.name) return sign;
  }
  return {};
}

std::string list_behind(const StorageNode& element, std::string_view but) {
  const std::string attributes = readable_attributes(element, but);
  return attributes.empty() ? attributes : "{:" + attributes + "}";
}

std::string link(const StorageNode& node) {
  return "[" + readable_inlines(node.children) + "](" + escaped(*node.attribute("href"), "{)") +
         ")" + list_behind(node, "href");
}

/// A link to a page or an attachment, with its text behind what it leads to.
std::string inner_link(const StorageNode& node) {
  const StorageNodes& parts = node.children;
  const auto is_body = [](const StorageNode& part) { return part.name == "ac:link-body"; };
  const bool is_usual =
      !parts.empty() && is_body(parts.back()) && parts.back().attributes.empty() &&
      std::none_of(parts.begin(), parts.end() - 1,
                   [](const StorageNode& part) { return !part.name.starts_with("ri:"); });
  if (!is_usual) return generic(node);
  const std::span<const StorageNode> targets(parts.data(), parts.size() - 1);
  // Without one it leads to a place on the page.
  const std::string target = targets.empty() ? "{}" : readable_inlines(targets);
  return "[" + readable_inlines(parts.back().children) + "](" + target + ")" +
         list_behind(node, "");
}

std::string image(const StorageNode& node) {
  const StorageNode* source = node.children.size() == 1 ? &node.children[0] : nullptr;
  const std::string* file = source == nullptr || source->name != "ri:attachment" ||
                                    source->attributes.size() != 1 || !source->children.empty()
                                ? nullptr
                                : source->attribute("ri:filename");
  const std::string* text = node.attribute("ac:alt");
  if (file == nullptr || (text != nullptr && text->empty())) return generic(node);
  return "![" + (text == nullptr ? "" : escaped(*text, "]")) + "](" + escaped(*file, "{)") + ")" +
         list_behind(node, "ac:alt");
}

std::string inline_text(const StorageNode& node) {
  if (node.is_text()) return escaped(node.text, "*`[]{}|~");
  if (const std::string_view sign = sign_of(node); !sign.empty()) {
    return std::string(sign) + readable_inlines(node.children) + std::string(sign);
  }
  if (node.name == "a" && node.attribute("href") != nullptr) return link(node);
  if (node.name == "ac:link") return inner_link(node);
  if (node.name == "ac:image") return image(node);
  const ReadableMacro macro = readable_macro(node);
  return macro.head.empty() || macro.body != nullptr ? generic(node) : macro.head;
}

std::optional<std::string> readable_parameter(const StorageNode& node) {
  const std::string* name = node.attribute("ac:name");
  if (name == nullptr || node.attributes.size() != 1) return std::nullopt;
  if (!name->empty() && !is_word(*name)) return std::nullopt;
  std::string out = " " + *name + (name->empty() ? "" : "=");
  if (node.children.empty()) return out + "\"\"";
  if (node.children.size() == 1 && node.children[0].is_text()) {
    return out + quoted(node.children[0].text);
  }
  return out + "{|" + readable_inlines(node.children) + "}";
}

}  // namespace

std::string readable_inlines(std::span<const StorageNode> nodes) {
  std::string out;
  for (const StorageNode& node : nodes) {
    const std::string text = inline_text(node);
    // No picture, but a link behind an exclamation mark.
    if (text.starts_with('[') && out.ends_with('!')) out.insert(out.size() - 1, 1, '\\');
    out += text;
  }
  return out;
}

std::string readable_attributes(const StorageNode& element, std::string_view but) {
  std::string out;
  for (const auto& [name, value] : element.attributes) {
    if (name != but) out += " " + name + "=" + quoted(value);
  }
  return out;
}

std::string readable_attribute_list(const StorageNode& element) {
  const std::string list = list_behind(element, "");
  return list.empty() ? list : list + " ";
}

ReadableMacro readable_macro(const StorageNode& node) {
  const std::string* name = node.attribute("ac:name");
  if (node.name != "ac:structured-macro" || name == nullptr || !is_word(*name)) return {};
  ReadableMacro macro{.head = "{" + *name + ":"};
  for (const auto& [key, value] : node.attributes) {
    if (key != "ac:name") macro.head += " @" + key + "=" + quoted(value);
  }
  for (const StorageNode& child : node.children) {
    if (macro.body != nullptr) return {};
    if (child.name == "ac:parameter") {
      const auto parameter = readable_parameter(child);
      if (!parameter) return {};
      macro.head += *parameter;
    } else if ((child.name == "ac:rich-text-body" && child.attributes.empty()) ||
               (child.name == "ac:plain-text-body" && is_plain_text(child))) {
      macro.body = &child;
    } else {
      return {};
    }
  }
  macro.head += "}";
  return macro;
}

bool is_plain_text(const StorageNode& element) {
  return element.attributes.empty() &&
         std::all_of(element.children.begin(), element.children.end(),
                     [](const StorageNode& child) { return child.is_text(); });
}

}  // namespace git_session::confluence
