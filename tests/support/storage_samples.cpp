#include "support/storage_samples.h"

#include <vector>

namespace git_session {
namespace {

using confluence::StorageAttribute;
using confluence::StorageNode;
using confluence::StorageNodes;

std::string any_text() {
  return *rc::gen::element<std::string>(
      "a", "b c", " ", "\n", "*", "**", "`", "[", "]", "(x)", "{", "}", "|", "~~", "!", "\\", "- ",
      "# ", "1. ", "> ", "+ ", "{br}", "{p} ", "{: a=\"b\"} ", "---", "&nbsp;", "\xc2\xa0", "é",
      "\"", "]]>", "```", "{empty paragraph}", "\t", "word word", "  x", "y  ");
}

std::string any_name() {
  return *rc::gen::element<std::string>(
      "p", "p", "p", "strong", "em", "del", "code", "a", "u", "span", "h1", "h2", "ul", "ol", "li",
      "li", "table", "thead", "tbody", "tr", "td", "th", "blockquote", "pre", "hr", "br", "div",
      "ac:structured-macro", "ac:parameter", "ac:rich-text-body", "ac:plain-text-body", "ac:link",
      "ac:link-body", "ac:plain-text-link-body", "ri:page", "ri:attachment", "ac:image",
      "ac:task-list", "ac:task", "ac:task-status", "ac:task-body", "ac:task-id", "colgroup", "col",
      "ac:inline-comment-marker", "ac:layout", "ac:layout-cell", "x", "b", "s", "time");
}

StorageAttribute any_attribute() {
  return *rc::gen::element<StorageAttribute>(
      StorageAttribute{"ac:name", "info"}, StorageAttribute{"ac:name", "status"},
      StorageAttribute{"ac:name", ""}, StorageAttribute{"ac:name", "a b"},
      StorageAttribute{"href", "http://x/(a)"}, StorageAttribute{"href", "{}"},
      StorageAttribute{"style", "text-align: right"}, StorageAttribute{"style", "color: red;"},
      StorageAttribute{"class", "confluenceTable x"}, StorageAttribute{"ac:macro-id", "1"},
      StorageAttribute{"local-id", "2"}, StorageAttribute{"ac:ref", "r1"},
      StorageAttribute{"ac:alt", "a]("}, StorageAttribute{"ri:filename", "f.png"},
      StorageAttribute{"ri:content-title", "T \"t\""}, StorageAttribute{"colspan", "2"},
      StorageAttribute{"colspan", "1"}, StorageAttribute{"start", "7"},
      StorageAttribute{"id", "i"});
}

StorageNode any_node(int depth);

StorageNodes any_nodes(int depth) {
  const int count = *rc::gen::inRange(0, 4);
  StorageNodes nodes;
  for (int i = 0; i < count; ++i) nodes.push_back(any_node(depth));
  return nodes;
}

/// What the element holds on real pages, now and then.
StorageNodes usual_children(const std::string& name, int depth) {
  const auto one = [depth](const std::string& child) {
    return StorageNode{.name = child, .children = usual_children(child, depth - 1)};
  };
  if (depth <= 0) return {{.text = any_text()}};
  if (name == "table") return {one("tbody")};
  if (name == "tbody" || name == "thead") return {one("tr"), one("tr")};
  if (name == "tr") return {one("th"), one("td")};
  if (name == "ul" || name == "ol") return {one("li"), one("li")};
  if (name == "ac:task-list") return {one("ac:task")};
  if (name == "ac:task")
    return {{.name = "ac:task-status", .children = {{.text = "complete"}}}, one("ac:task-body")};
  if (name == "ac:link")
    return {{.name = "ri:page", .attributes = {{"ri:content-title", "T"}}}, one("ac:link-body")};
  if (name == "ac:structured-macro") return {one("ac:parameter"), one("ac:rich-text-body")};
  return any_nodes(depth - 1);
}

StorageNode any_node(int depth) {
  if (depth <= 0 || *rc::gen::inRange(0, 3) == 0) return {.text = any_text()};
  StorageNode node{.name = any_name()};
  if (node.name == "ac:structured-macro" || node.name == "ac:parameter") {
    node.attributes.push_back({"ac:name", *rc::gen::element<std::string>("info", "code", "")});
  } else if (node.name == "ac:inline-comment-marker") {
    node.attributes.push_back({"ac:ref", *rc::gen::element<std::string>("r1", "r2", "r3")});
  } else if (*rc::gen::inRange(0, 3) == 0) {
    node.attributes.push_back(any_attribute());
  }
  node.children =
      *rc::gen::inRange(0, 2) == 0 ? usual_children(node.name, depth) : any_nodes(depth - 1);
  return node;
}

/// All lists of siblings on the page.
void collect_lists(StorageNodes& nodes, std::vector<StorageNodes*>& lists) {
  lists.push_back(&nodes);
  for (StorageNode& node : nodes) {
    if (!node.is_text()) collect_lists(node.children, lists);
  }
}

size_t any_index(size_t size) { return *rc::gen::inRange<size_t>(0, size); }

void wrap(StorageNodes& nodes, size_t index) {
  StorageNode around{.name = any_name()};
  around.children.push_back(std::move(nodes[index]));
  nodes[index] = std::move(around);
}

void unwrap(StorageNodes& nodes, size_t index) {
  StorageNodes children = std::move(nodes[index].children);
  const auto place = nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(index));
  nodes.insert(place, children.begin(), children.end());
}

}  // namespace

rc::Gen<confluence::StorageNodes> any_storage_nodes() {
  return rc::gen::exec([] { return any_nodes(5); });
}

StorageNodes changed_somewhere(StorageNodes nodes) {
  std::vector<StorageNodes*> lists;
  collect_lists(nodes, lists);
  StorageNodes& list = *lists[any_index(lists.size())];
  if (list.empty()) {
    list.push_back(any_node(2));
    return nodes;
  }
  const size_t index = any_index(list.size());
  StorageNode& node = list[index];
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
      break;
    case 1:
      list.insert(list.begin() + static_cast<std::ptrdiff_t>(index), any_node(2));
      break;
    case 2:
      wrap(list, index);
      break;
    case 3:
      node.is_text() ? void(node.text += any_text()) : unwrap(list, index);
      break;
    case 4:
      if (!node.is_text()) node.name = any_name();
      break;
    default:
      if (!node.is_text()) node.attributes = {any_attribute()};
  }
  return nodes;
}

}  // namespace git_session
