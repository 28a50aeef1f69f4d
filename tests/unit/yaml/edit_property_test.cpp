#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "support/yaml_mutation.h"
#include "support/yaml_samples.h"
#include "yaml/document.h"
#include "yaml/edit.h"
#include "yaml/scalar.h"

namespace git_session::yaml {
namespace {

using test::Choices;

/// A sample, often slightly damaged, that can still be read.
std::string readable_text(Choices& choices) {
  const std::string sample = choices.of(test::yaml_samples());
  std::string text = sample;
  const size_t mutations = choices.below(3);
  for (size_t i = 0; i < mutations; ++i) text = test::mutate(text, choices);
  try {
    Document::parse(text);
    return text;
  } catch (const Error&) {
    return sample;
  }
}

struct Collection {
  Path path;
  Kind kind;
  size_t size;
};

/// A pair without braces, `[a: 1]`, gets braces with its second key and keeps them.
bool has_place(NodeRef node, const std::string& source) {
  return node.size() > 0 && (node.style() == Style::block || source[node.begin()] == '{' ||
                             source[node.begin()] == '[');
}

void collect(NodeRef node, const std::string& source, const Path& path,
             std::vector<Collection>& out) {
  if (has_place(node, source)) out.push_back({path, node.kind(), node.size()});
  size_t index = 0;
  const auto visit = [&](NodeRef child, PathPart part) {
    Path deeper = path;
    deeper.push_back(std::move(part));
    collect(child, source, deeper, out);
  };
  node.for_each_item([&](NodeRef item) { visit(item, index++); });
  node.for_each_pair([&](NodeRef key, NodeRef value) { visit(value, std::string(key.text())); });
}

std::optional<Collection> random_collection(const std::string& text, Kind kind, Choices& choices) {
  std::vector<Collection> all;
  const Document document = Document::parse(text);
  collect(document.root(), text, {}, all);
  std::erase_if(all, [&](const Collection& one) { return one.kind != kind; });
  if (all.empty()) return std::nullopt;
  return choices.of(all);
}

/// Any text that YAML can carry, mostly the kinds that are hard to carry.
std::string random_text(Choices& choices) {
  std::string text;
  const size_t pieces = 1 + choices.below(4);
  for (size_t i = 0; i < pieces; ++i) {
    const Value value = test::random_scalar(choices);
    if (value.text() != nullptr && !choices.one_in(4)) {
      text += *value.text();
    } else {
      const size_t planes = choices.one_in(2) ? 0x100 : 0x110000;
      const auto character = static_cast<char32_t>(1 + choices.below(planes - 1));
      if (character < 0xD800 || character > 0xDFFF) append_utf8(text, character);
    }
  }
  return text;
}

std::optional<std::string> applied(const std::string& text, const Edit& edit) {
  try {
    return apply(text, {edit});
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::refused);
    RC_LOG() << error.what() << "\n";
    return std::nullopt;
  }
}

/// A line break has to be added to a block scalar that ends the text: the one edit that shows.
bool ends_in_open_block(const std::string& text) {
  const Document document = Document::parse(text);
  const Style style = document.root().last_descendant().style();
  return (style == Style::literal || style == Style::folded) && text.back() != '\n';
}

/// Counts those that were not refused, so that a property cannot hold by refusing everything.
template <typename Property>
void check_often(const char* name, size_t at_least, Property property) {
  size_t made = 0;
  EXPECT_TRUE(rc::check(name, [&] {
    Choices choices(*rc::gen::arbitrary<uint64_t>());
    if (property(choices)) ++made;
  }));
  EXPECT_GE(made, at_least) << name;
}

TEST(EditPropertyTest, WhatWasAppendedCanBeRemovedWithoutATrace) {
  check_often("append, remove", 10, [](Choices& choices) {
    const std::string text = readable_text(choices);
    const auto list = random_collection(text, Kind::sequence, choices);
    if (!list || ends_in_open_block(text)) return false;
    const auto longer = applied(text, Append{list->path, test::random_item(choices)});
    if (!longer || ends_in_open_block(*longer)) return false;
    Path item = list->path;
    item.emplace_back(list->size);
    RC_ASSERT(applied(*longer, Remove{item}) == text);
    return true;
  });
}

TEST(EditPropertyTest, ANewKeyCanBeRemovedWithoutATrace) {
  check_often("new key, remove", 10, [](Choices& choices) {
    const std::string text = readable_text(choices);
    const auto mapping = random_collection(text, Kind::mapping, choices);
    if (!mapping || ends_in_open_block(text)) return false;
    Path path = mapping->path;
    path.emplace_back("a key that is new");
    const auto longer = applied(text, Set{path, test::random_scalar(choices)});
    if (!longer || ends_in_open_block(*longer)) return false;
    RC_ASSERT(applied(*longer, Remove{path}) == text);
    return true;
  });
}

TEST(EditPropertyTest, WhatWasSetCanBeSetBackWithoutATrace) {
  check_often("set, set back", 10, [](Choices& choices) {
    const Style style =
        choices.of<Style>({Style::plain, Style::single_quoted, Style::double_quoted});
    const std::string old = random_text(choices);
    const std::string text = random_text(choices);
    const bool in_flow = choices.one_in(3);
    const auto in_place = [&](const std::string& written) {
      return in_flow ? "a: [b, " + written + ", 'c']\n" : "a:\n  - b\n  - " + written + " # c\n";
    };
    const std::string before = in_place(write_text(old, style, in_flow));
    const bool carries = write_text(text, style, in_flow) == quote_scalar(text);
    const bool carried = write_text(old, style, in_flow) == quote_scalar(old);
    const bool is_multi_line = (old + text).find('\n') != std::string::npos;
    if (is_multi_line || carries != carried) return false;
    const Path path = {"a", size_t{1}};
    const auto there = applied(before, Set{path, text});
    RC_ASSERT(there.has_value());
    RC_ASSERT(*there ==
              in_place(write_text(text, carries ? Style::double_quoted : style, in_flow)));
    RC_ASSERT(applied(*there, Set{path, old}) == before);
    return true;
  });
}

TEST(EditPropertyTest, EveryTextCanBeSetEverywhere) {
  check_often("set any text", 10, [](Choices& choices) {
    const std::string text = choices.of(test::yaml_samples());
    const auto mapping = random_collection(text, Kind::mapping, choices);
    if (!mapping) return false;
    const Document document = Document::parse(text);
    std::optional<NodeRef> node = document.root();
    for (const PathPart& part : mapping->path) {
      const auto* key = std::get_if<std::string>(&part);
      node = key != nullptr ? node->find(*key) : node->item(std::get<size_t>(part));
    }
    Path path = mapping->path;
    path.emplace_back(std::string(node->key(choices.below(node->size())).text()));
    const bool is_scalar = node->find(std::get<std::string>(path.back()))->is_scalar();
    const bool is_explicit = text[0] == '?';
    if (!is_scalar || is_explicit) return false;
    const std::string added = random_text(choices);
    RC_LOG() << text << "\nadded: " << escape_line(added);
    RC_ASSERT(applied(text, Set{path, added}).has_value());
    return true;
  });
}

TEST(EditPropertyTest, SayingWhatIsThereChangesNothing) {
  check_often("set the same", 10, [](Choices& choices) {
    const std::string text = readable_text(choices);
    const Document document = Document::parse(text);
    if (!document.root().is_mapping() || document.root().size() == 0) return false;
    const size_t index = choices.below(document.root().size());
    const NodeRef value = document.root().item(index);
    if (!value.is_scalar()) return false;
    const Path path = {std::string(document.root().key(index).text())};
    RC_ASSERT(applied(text, Set{path, value.value()}) == text);
    RC_ASSERT(applied(text, Remove{{"no such key", size_t{3}}}) == text);
    return true;
  });
}

TEST(EditPropertyTest, WrittenTextReadsTheSame) {
  check_often("write, read", 90, [](Choices& choices) {
    const std::string text = random_text(choices);
    for (const Style style : {Style::plain, Style::single_quoted, Style::double_quoted}) {
      const std::string block = "a: " + write_text(text, style, false) + "\nb: c\n";
      const std::string flow = "[x, " + write_text(text, style, true) +
                               ", {a: " + write_text(text, style, true) + ", b: c}]";
      RC_ASSERT(Document::parse(block).root().value() ==
                Value(Value::Mapping{{"a", text}, {"b", "c"}}));
      RC_ASSERT(Document::parse(flow).root().value() ==
                Value(Value::Sequence{"x", text, Value::Mapping{{"a", text}, {"b", "c"}}}));
    }
    return true;
  });
}

}  // namespace
}  // namespace git_session::yaml
