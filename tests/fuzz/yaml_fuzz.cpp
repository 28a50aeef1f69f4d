// Reads bytes as YAML and edits what can be read. The first byte says whether the rest is the text
// itself, behind some bytes that choose the edits, or chooses a sample, its damage and the edits.

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "support/yaml_mutation.h"
#include "support/yaml_samples.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace {

using git_session::Error;
using git_session::test::Choices;
namespace yaml = git_session::yaml;

constexpr size_t bytes_for_edits = 16;

void require(bool holds) {
  if (!holds) std::abort();
}

std::optional<yaml::Document> read(const std::string& text) {
  try {
    return yaml::Document::parse(text);
  } catch (const Error& error) {
    require(error.kind() == git_session::ErrorKind::invalid_data);
    return std::nullopt;
  }
}

/// Every node lies inside its parent, in order.
void check_positions(yaml::NodeRef node, size_t size) {
  require(node.begin() <= node.end() && node.end() <= size);
  size_t last = node.begin();
  const auto check_child = [&](yaml::NodeRef child) {
    require(child.begin() >= last);
    last = child.begin();
    check_positions(child, size);
  };
  node.for_each_item(check_child);
  node.for_each_pair([&](yaml::NodeRef key, yaml::NodeRef value) {
    check_child(key);
    check_child(value);
  });
}

void edit(const std::string& text, const yaml::Document& document, Choices& choices) {
  std::vector<yaml::Edit> edits;
  const size_t count = 1 + choices.below(3);
  for (size_t i = 0; i < count; ++i) edits.push_back(random_edit(document, choices));
  try {
    const std::string after = yaml::apply(text, edits);
    const auto result = read(after);
    require(result.has_value());
    require(result->root().value() == yaml::apply_to_value(document.root().value(), edits));
  } catch (const Error& error) {
    require(error.kind() == git_session::ErrorKind::refused);
    require(error.reason() == "cannot-edit" || error.reason() == "too-large");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.size() < 2) return 0;
  const bool is_text = static_cast<unsigned char>(bytes[0]) % 2 == 0;
  bytes.remove_prefix(1);
  Choices choices(size, is_text ? bytes.substr(0, bytes_for_edits) : bytes);
  std::string text;
  if (is_text) {
    text = bytes.substr(std::min(bytes.size(), bytes_for_edits));
  } else {
    text = choices.of(git_session::test::yaml_samples());
    const size_t mutations = choices.below(4);
    for (size_t i = 0; i < mutations; ++i) text = mutate(text, choices);
  }
  const auto document = read(text);
  if (!document) return 0;
  check_positions(document->root(), text.size());
  edit(text, *document, choices);
  return 0;
}
