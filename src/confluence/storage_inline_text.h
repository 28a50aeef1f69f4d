#pragma once

#include <span>
#include <string>
#include <string_view>

#include "confluence/storage_document.h"

namespace git_session::confluence {

/// Text and what stands in it on one line, like Markdown: `**bold**`, `[text](target)`, and
/// `{name attribute="value"|content}` for what has no sign. What would be read as a sign has a
/// backslash before it, so that different canonical nodes have different lines.
std::string readable_inlines(std::span<const StorageNode> nodes);

/// ` a="b" c="d"`, without those that are named in `but`.
std::string readable_attributes(const StorageNode& element, std::string_view but = {});

/// `{: a="b"} `; empty without attributes.
std::string readable_attribute_list(const StorageNode& element);

/// How a macro is shown.
struct ReadableMacro {
  std::string head;                   ///< `{info: title="A title"}`
  const StorageNode* body = nullptr;  ///< `ac:rich-text-body` or `ac:plain-text-body`
};

/// Of a macro that is nothing but a name, parameters and a body; else an empty head.
ReadableMacro readable_macro(const StorageNode& node);

/// Whether the element has no attributes and holds nothing but text.
bool is_plain_text(const StorageNode& element);

}  // namespace git_session::confluence
