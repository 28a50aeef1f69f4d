#include "confluence/storage_document.h"

#include <algorithm>

#include "confluence/xml_text.h"

namespace git_session::confluence {
namespace {

void write_nodes(std::string& out, const StorageNodes& nodes);

void write_element(std::string& out, const StorageNode& element) {
  (out += '<') += element.name;
  for (const StorageAttribute& attribute : element.attributes) {
    append_xml_attribute(out, attribute.name, attribute.value);
  }
  const bool is_empty =
      std::all_of(element.children.begin(), element.children.end(), [](const StorageNode& child) {
        return child.is_text() && child.text.empty() && !child.is_verbatim;
      });
  if (is_empty) {
    out += " />";
    return;
  }
  out += '>';
  write_nodes(out, element.children);
  ((out += "</") += element.name) += '>';
}

void write_nodes(std::string& out, const StorageNodes& nodes) {
  for (const StorageNode& node : nodes) {
    if (!node.is_text()) {
      write_element(out, node);
    } else if (node.is_verbatim) {
      append_xml_section(out, node.text);
    } else {
      append_xml_text(out, node.text);
    }
  }
}

void append_text(std::string& out, const StorageNodes& nodes) {
  for (const StorageNode& node : nodes) {
    if (node.is_text()) {
      out += node.text;
    } else if (node.name != "ac:parameter") {
      append_text(out, node.children);
    }
  }
}

}  // namespace

const std::string* StorageNode::attribute(std::string_view attribute_name) const {
  for (const StorageAttribute& each : attributes) {
    if (each.name == attribute_name) return &each.value;
  }
  return nullptr;
}

const StorageNode* StorageNode::child(std::string_view child_name) const {
  for (const StorageNode& each : children) {
    if (each.name == child_name) return &each;
  }
  return nullptr;
}

std::string write_storage(const StorageNodes& nodes) {
  std::string out;
  write_nodes(out, nodes);
  return out;
}

std::string text_in(const StorageNodes& nodes) {
  std::string out;
  append_text(out, nodes);
  return out;
}

}  // namespace git_session::confluence
