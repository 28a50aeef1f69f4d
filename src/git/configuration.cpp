#include "git/configuration.h"

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

std::string_view take_field(std::string_view& rest) {
  std::string_view field = rest.substr(0, rest.find('\0'));
  rest.remove_prefix(std::min(rest.size(), field.size() + 1));
  return field;
}

bool is_any_of(std::string_view value, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words)
    if (equals_ignoring_case(value, word)) return true;
  return false;
}

}  // namespace

std::string normalized_key(std::string_view key) {
  size_t first = key.find('.');
  size_t last = key.rfind('.');
  if (first == std::string_view::npos || first == last) return to_lower_ascii(key);
  return to_lower_ascii(key.substr(0, first)) + std::string(key.substr(first, last - first)) +
         to_lower_ascii(key.substr(last));
}

ConfigurationEntry parse_listed_entry(std::string_view setting) {
  ConfigurationEntry entry;
  size_t end_of_key = setting.find('\n');
  entry.key = setting.substr(0, end_of_key);
  entry.has_value = end_of_key != std::string_view::npos;
  if (entry.has_value) entry.value = setting.substr(end_of_key + 1);
  return entry;
}

Configuration Configuration::parse(std::string_view list) {
  std::vector<ConfigurationEntry> entries;
  while (!list.empty()) {
    std::string_view scope = take_field(list);
    std::string_view origin = take_field(list);
    ConfigurationEntry entry = parse_listed_entry(take_field(list));
    entry.scope = scope;
    entry.origin = origin;
    entries.push_back(std::move(entry));
  }
  return Configuration(std::move(entries));
}

const ConfigurationEntry* Configuration::find(std::string_view key) const {
  std::string wanted = normalized_key(key);
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry)
    if (entry->key == wanted) return &*entry;
  return nullptr;
}

std::vector<const ConfigurationEntry*> Configuration::find_all(std::string_view key) const {
  std::string wanted = normalized_key(key);
  std::vector<const ConfigurationEntry*> found;
  for (const auto& entry : entries_)
    if (entry.key == wanted) found.push_back(&entry);
  return found;
}

std::optional<std::string> Configuration::get(std::string_view key) const {
  const ConfigurationEntry* entry = find(key);
  if (entry == nullptr) return std::nullopt;
  return entry->value;
}

bool Configuration::get_bool(std::string_view key, bool fallback) const {
  const ConfigurationEntry* entry = find(key);
  if (entry == nullptr) return fallback;
  if (!entry->has_value || is_any_of(entry->value, {"true", "yes", "on"})) return true;
  if (entry->value.empty() || is_any_of(entry->value, {"false", "no", "off"})) return false;
  if (auto number = parse_integer(entry->value)) return *number != 0;
  throw Error(ErrorKind::invalid_data,
              "'" + entry->value + "' is not a boolean value for '" + entry->key + "'",
              "git config " + entry->key + " true");
}

}  // namespace git_session
