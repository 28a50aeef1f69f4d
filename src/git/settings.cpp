#include "git/settings.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "git/committed_settings.h"

namespace git_session {
namespace {

struct Declaration {
  const char* name;
  const char* variable;  ///< empty: git's configuration alone decides
  const char* fallback;
  bool is_list = false;
};

constexpr Declaration declarations[] = {
    {"session.user", "GIT_SESSION_USER", ""},
    {"session.team", "GIT_SESSION_TEAM", ""},
    {"session.project", "GIT_SESSION_PROJECT", ""},
    {"session.root", "GIT_SESSION_ROOT", "output"},
    {"session.teams", "GIT_SESSION_TEAMS", "marketing,product,engineering,delivery", true},
    {"session.agents", "GIT_SESSION_AGENTS", "", true},
    {"session.maxOutputSize", "GIT_SESSION_MAX_OUTPUT_SIZE", "5m"},
    {"session.capture", "GIT_SESSION_CAPTURE", "keep"},
    {"session.capture.include", "", "*.md,*.markdown,*.txt,*.json,*.csv,*.svg,*.png", true},
    {"session.capture.exclude", "", "", true},
    {"session.retention.project", "", "6m"},
    {"session.retention.sprint", "", "21d"},
    {"session.retention.temporary", "", "30d"},
    // No variable: what a tool may set is not to open the gate.
    {"session.secrets", "", "block"},
    {"session.purgeAfter", "GIT_SESSION_PURGE_AFTER", "never"},
    {"session.mail.server", "", ""},
    {"session.mail.from", "", ""},
    {"session.mail.user", "", ""},
    {"session.mail.tls", "", "required"},
    {"session.mail.caFile", "", ""},
    {"session.confluence.site", "", ""},
    {"session.confluence.edition", "", ""},
    {"session.confluence.user", "", ""},
    {"session.confluence.gateway", "", ""},
    {"session.confluence.cloudId", "", ""},
    {"session.confluence.caFile", "", ""},
    {"session.confluence.space", "", ""},
    {"session.confluence.parent", "", ""},
    {"session.jira.site", "", ""},
    {"session.jira.edition", "", ""},
    {"session.jira.user", "", ""},
    {"session.jira.gateway", "", ""},
    {"session.jira.cloudId", "", ""},
    {"session.jira.caFile", "", ""},
};

std::vector<std::string> parse_list(std::string_view text) {
  std::vector<std::string> parts;
  for (const auto& part : split(text, ',')) {
    std::string name(trim(part));
    if (!name.empty() && std::find(parts.begin(), parts.end(), name) == parts.end())
      parts.push_back(std::move(name));
  }
  return parts;
}

// Nearer files replace the list of farther ones; several values in the nearest add up.
std::string list_value(const Configuration& configuration, const ConfigurationEntry& last) {
  std::vector<std::string> values;
  for (const ConfigurationEntry* entry : configuration.find_all(last.key))
    if (entry->scope == last.scope) values.push_back(entry->value);
  return join(parse_list(join(values, ",")), ",");
}

std::optional<Setting> find_in(const Configuration& configuration, const Declaration& declared) {
  const ConfigurationEntry* entry = configuration.find(declared.name);
  if (entry == nullptr || trim(entry->value).empty()) return std::nullopt;
  std::string value =
      declared.is_list ? list_value(configuration, *entry) : std::string(trim(entry->value));
  return Setting{declared.name, std::move(value), entry->scope, entry->origin};
}

Setting resolve(const Declaration& declared, const Environment& environment,
                const Configuration& own, const Configuration& committed) {
  // Where things are sent is said by a person, in git's configuration: not by what a tool sets.
  if (std::string value = environment.value_or_empty(declared.variable);
      !value.empty() && *declared.variable != '\0')
    return {declared.name,
            declared.is_list ? join(parse_list(value), ",") : std::string(trim(value)),
            "environment", declared.variable};
  for (const Configuration* configuration : {&own, &committed})
    if (auto setting = find_in(*configuration, declared)) return *std::move(setting);
  return {declared.name, declared.fallback, "default", ""};
}

/// session.confluence.team.NAME.space and its like: what is published for one team or project.
bool is_place_of_group(std::string_view key) {
  const bool is_group =
      key.starts_with("session.confluence.team.") || key.starts_with("session.confluence.project.");
  const auto dots = std::count(key.begin(), key.end(), '.');
  return is_group && dots >= 4 && (key.ends_with(".space") || key.ends_with(".parent"));
}

/// Each key once, with the value that counts, in the order of the names.
std::vector<Setting> places_of_groups(const Configuration& configuration) {
  std::map<std::string, Setting> places;
  for (const ConfigurationEntry& entry : configuration.entries())
    if (is_place_of_group(entry.key))
      places[entry.key] = {entry.key, std::string(trim(entry.value)), entry.scope, entry.origin};
  std::vector<Setting> settings;
  for (auto& [key, setting] : places) settings.push_back(std::move(setting));
  return settings;
}

/// git tells keys in lower case.
std::string as_declared(const std::string& key) {
  for (const Declaration& declared : declarations)
    if (equals_ignoring_case(declared.name, key)) return declared.name;
  return key;
}

std::string describe_origin(const Setting& setting) {
  return setting.origin.empty() ? setting.source : setting.origin;
}

uint64_t checked_size(const Setting& setting) {
  if (auto size = parse_size(setting.value)) return *size;
  throw Error(ErrorKind::invalid_data,
              "'" + setting.value + "' is not a size (" + setting.name + ", " +
                  describe_origin(setting) + ")",
              "git config session.maxOutputSize 5m");
}

bool is_safe_part(std::string_view part) {
  if (part.empty() || part == "." || part == ".." || equals_ignoring_case(part, ".git"))
    return false;
  return std::none_of(part.begin(), part.end(),
                      [](unsigned char byte) { return byte < ' ' || byte == 0x7f; });
}

}  // namespace

std::string checked_session_root(std::string root, const std::string& origin) {
  if (root.ends_with('/') && root.size() > 1) root.pop_back();
  std::vector<std::string> parts = split(root, '/');
  bool is_safe = is_valid_utf8(root) && std::all_of(parts.begin(), parts.end(), is_safe_part);
  if (is_safe) return root;
  throw Error(ErrorKind::invalid_data,
              "session.root is '" + root + "' (" + origin +
                  "), but must be a relative path inside the repository without '..'",
              "git config session.root output");
}

std::optional<uint64_t> parse_size(std::string_view text) {
  uint64_t unit = 1;
  std::string_view units = "kmg";
  if (!text.empty()) {
    size_t place = units.find(to_lower_ascii(text.substr(text.size() - 1)));
    if (place != std::string_view::npos) {
      unit = uint64_t{1024} << (10 * place);
      text.remove_suffix(1);
    }
  }
  auto number = parse_integer(text);
  if (!number || *number < 0) return std::nullopt;
  auto count = static_cast<uint64_t>(*number);
  if (count > std::numeric_limits<uint64_t>::max() / unit) return std::nullopt;
  return count * unit;
}

Settings Settings::read(const Repository& repository, const Environment& environment) {
  CommittedSettings committed = read_committed_settings(repository);
  Settings settings;
  for (const auto& declared : declarations)
    settings.settings_.push_back(
        resolve(declared, environment, repository.configuration(), committed.configuration));
  for (Setting& setting : places_of_groups(repository.configuration()))
    settings.settings_.push_back(std::move(setting));
  for (auto& setting : settings.settings_)
    if (setting.name == "session.root")
      setting.value = checked_session_root(setting.value, describe_origin(setting));
  settings.teams_ = parse_list(settings.value_of("session.teams"));
  settings.agents_ = parse_list(settings.value_of("session.agents"));
  settings.max_output_size_ = checked_size(settings.find("session.maxOutputSize"));
  for (const std::string& key : committed.ignored_keys)
    settings.ignored_keys_.push_back(as_declared(key));
  settings.ignored_file_reason_ = std::move(committed.ignored_file_reason);
  return settings;
}

Length Settings::length_of(std::string_view name) const {
  const Setting& setting = find(name);
  if (auto length = parse_length(setting.value)) return *length;
  throw Error(ErrorKind::invalid_data,
              "'" + escape_line(setting.value) + "' is not a length (" + setting.name + ", " +
                  describe_origin(setting) + ")",
              "git config " + setting.name + " 90d, or 12w, 6m, 1y");
}

RetentionLengths Settings::retention_lengths() const {
  return {length_of("session.retention.project"), length_of("session.retention.sprint"),
          length_of("session.retention.temporary")};
}

std::optional<Length> Settings::purge_after() const {
  if (value_of("session.purgeAfter") == "never") return std::nullopt;
  return length_of("session.purgeAfter");
}

const Setting& Settings::find(std::string_view name) const {
  for (const auto& setting : settings_)
    if (equals_ignoring_case(setting.name, name)) return setting;
  throw Error(ErrorKind::not_found, "there is no setting '" + std::string(name) + "'",
              "git session config");
}

}  // namespace git_session
