#include "confluence/storage_fragment.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "confluence/html_tokens.h"
#include "confluence/url.h"

namespace git_session::confluence {
namespace {

// Without ri:user: whom a page mentions is said by --mention alone.
constexpr std::array<XmlName, 57> elements{"a",
                                           "ac:caption",
                                           "ac:emoticon",
                                           "ac:image",
                                           "ac:layout",
                                           "ac:layout-cell",
                                           "ac:layout-section",
                                           "ac:link",
                                           "ac:link-body",
                                           "ac:parameter",
                                           "ac:plain-text-body",
                                           "ac:plain-text-link-body",
                                           "ac:rich-text-body",
                                           "ac:structured-macro",
                                           "ac:task",
                                           "ac:task-body",
                                           "ac:task-id",
                                           "ac:task-list",
                                           "ac:task-status",
                                           "blockquote",
                                           "br",
                                           "caption",
                                           "code",
                                           "col",
                                           "colgroup",
                                           "del",
                                           "div",
                                           "em",
                                           "h1",
                                           "h2",
                                           "h3",
                                           "h4",
                                           "h5",
                                           "h6",
                                           "hr",
                                           "li",
                                           "ol",
                                           "p",
                                           "pre",
                                           "ri:attachment",
                                           "ri:blog-post",
                                           "ri:content-entity",
                                           "ri:page",
                                           "ri:space",
                                           "ri:url",
                                           "s",
                                           "span",
                                           "strong",
                                           "sub",
                                           "sup",
                                           "table",
                                           "tbody",
                                           "td",
                                           "th",
                                           "thead",
                                           "tr",
                                           "u"};

constexpr std::array<XmlName, 29> attributes{"ac:align",
                                             "ac:alt",
                                             "ac:anchor",
                                             "ac:height",
                                             "ac:layout",
                                             "ac:local-id",
                                             "ac:macro-id",
                                             "ac:name",
                                             "ac:schema-version",
                                             "ac:thumbnail",
                                             "ac:title",
                                             "ac:type",
                                             "ac:width",
                                             "class",
                                             "colspan",
                                             "data-layout",
                                             "data-table-width",
                                             "href",
                                             "id",
                                             "ri:content-id",
                                             "ri:content-title",
                                             "ri:filename",
                                             "ri:posting-day",
                                             "ri:space-key",
                                             "ri:value",
                                             "rowspan",
                                             "start",
                                             "title",
                                             "width"};

template <size_t size>
const XmlName* find(const std::array<XmlName, size>& names, std::string_view text) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [text](XmlName name) { return name.text() == text; });
  return found == names.end() ? nullptr : &*found;
}

constexpr std::string_view section_start = "<![CDATA[";

bool is_section(const HtmlToken& token) { return token.source.starts_with(section_start); }

bool is_address(std::string_view attribute) {
  return attribute == "href" || attribute == "ri:value";
}

/// Why the tag may not stand there; empty when it may.
std::string fault_in_tag(const HtmlToken& token, const ConversionOptions& options) {
  if (find(elements, token.name) == nullptr) return "<" + token.name + "> is not allowed in it";
  for (const auto& [name, value] : token.attributes) {
    if (find(attributes, name) == nullptr) return "the attribute " + name + " is not allowed in it";
    if (std::count_if(token.attributes.begin(), token.attributes.end(),
                      [&key = name](const auto& each) { return each.first == key; }) > 1) {
      return "the attribute " + name + " stands there twice";
    }
    if (is_address(name) && !is_harmless_link(encoded_url(value)))
      return "it has a link to a program";
  }
  if (token.name != "ac:structured-macro") return {};
  const std::string* macro = token.attribute("ac:name");
  if (macro == nullptr ||
      std::find(options.macros.begin(), options.macros.end(), *macro) == options.macros.end()) {
    return "the macro '" + (macro == nullptr ? "" : *macro) + "' is not allowed";
  }
  return {};
}

std::string fault_in(const std::vector<HtmlToken>& tokens, const ConversionOptions& options) {
  constexpr size_t deepest = 100;
  std::vector<std::string> open;
  for (const HtmlToken& token : tokens) {
    if (token.kind == HtmlToken::Kind::start) {
      std::string fault = fault_in_tag(token, options);
      if (!fault.empty()) return fault;
      if (!token.is_empty) open.push_back(token.name);
      if (open.size() > deepest) return "it is nested too deeply";
    } else if (token.kind == HtmlToken::Kind::end) {
      if (open.empty() || open.back() != token.name) {
        return "</" + token.name + "> closes nothing";
      }
      open.pop_back();
    } else if (token.kind == HtmlToken::Kind::text && token.source.find('<') != std::string::npos) {
      return "a '<' in it begins no tag";
    }
  }
  return open.empty() ? std::string() : "<" + open.back() + "> is not closed";
}

XmlAttributes attributes_of(const HtmlToken& token) {
  XmlAttributes result;
  for (const auto& [name, value] : token.attributes) {
    result.push_back({*find(attributes, name), is_address(name) ? encoded_url(value) : value});
  }
  return result;
}

}  // namespace

std::string write_fragment(Page& page, std::string_view storage) {
  const std::vector<HtmlToken> tokens = html_tokens(trim(storage));
  std::string fault = fault_in(tokens, page.options);
  if (!fault.empty()) return fault;
  for (const HtmlToken& token : tokens) {
    switch (token.kind) {
      case HtmlToken::Kind::start:
        page.xml.open(*find(elements, token.name), attributes_of(token));
        if (token.is_empty) page.xml.close();
        break;
      case HtmlToken::Kind::end:
        page.xml.close();
        break;
      case HtmlToken::Kind::text:
        page.xml.text(decoded_html(token.source));
        break;
      case HtmlToken::Kind::comment:
        if (!is_section(token)) break;
        page.xml.verbatim(token.source.substr(section_start.size(),
                                              token.source.size() - section_start.size() - 3));
        break;
    }
  }
  return {};
}

}  // namespace git_session::confluence
