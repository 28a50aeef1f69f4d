// Reads bytes as a JSON text and edits what can be read. The first byte says whether the rest is
// the text itself, behind some bytes that choose the edits, or chooses a text and the edits.

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "agents/json_text.h"
#include "base/error.h"
#include "support/json_samples.h"

namespace {

using git_session::Error;
using git_session::agents::JsonText;
using git_session::test::Choices;
using Pointer = JsonText::Pointer;

constexpr size_t bytes_for_edits = 16;

void require(bool holds) {
  if (!holds) std::abort();
}

std::optional<JsonText> read(const std::string& text) {
  try {
    return JsonText(text, "f.json");
  } catch (const Error& error) {
    require(error.kind() == git_session::ErrorKind::invalid_data);
    return std::nullopt;
  }
}

/// Adds something where there is room, and takes it out again.
void edit(JsonText& json, Choices& choices) {
  const std::vector<Pointer> containers = git_session::test::containers_of(json.value());
  if (containers.empty()) return;
  const std::string before = json.text();
  const Pointer container = choices.of(containers);
  if (json.value().at(container).is_object()) {
    if (json.value().at(container).contains("new")) return json.remove(container / "new");
    json.add(container, "new", git_session::test::new_json(choices));
    json.remove(container / "new");
  } else {
    json.append(container, git_session::test::new_json(choices));
    json.remove(container / (json.value().at(container).size() - 1));
  }
  require(json.text() == before);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.size() < 2) return 0;
  const bool is_text = static_cast<unsigned char>(bytes[0]) % 2 == 0;
  bytes.remove_prefix(1);
  Choices choices(size, is_text ? bytes.substr(0, bytes_for_edits) : bytes);
  const std::string text = is_text
                               ? std::string(bytes.substr(std::min(bytes.size(), bytes_for_edits)))
                               : git_session::test::odd_json(choices);
  auto json = read(text);
  require(is_text || json.has_value());
  if (!json) return 0;
  for (size_t i = 0; i < 3; ++i) {
    try {
      edit(*json, choices);
    } catch (const Error& error) {
      require(error.kind() == git_session::ErrorKind::invalid_data);  // deeper than we go
    }
  }
  return 0;
}
