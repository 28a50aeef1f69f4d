#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace git_session::confluence {

/// A name for a character, as in `&nbsp;`.
struct Entity {
  std::string_view name;
  char32_t code_point;
};

/// All that XHTML defines, the five of XML among them; sorted by name.
std::span<const Entity> named_entities();

std::optional<char32_t> character_named(std::string_view name);

}  // namespace git_session::confluence
