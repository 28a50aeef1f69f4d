#include "mcp/dialect.h"

#include <algorithm>

namespace git_session::mcp {
namespace {

constexpr const char* version_key = "io.modelcontextprotocol/protocolVersion";
constexpr const char* capabilities_key = "io.modelcontextprotocol/clientCapabilities";

Failure invalid(std::string message) { return {FailureCode::invalid_params, std::move(message)}; }

/// What the message asks for in its `_meta`; null when it has none.
Json meta_of(const Message& request) { return request.params.value("_meta", Json()); }

Failure unsupported(const std::string& requested) {
  Json data = Json::object();
  data["supported"] = Json::array({std::string(modern_version)});
  data["requested"] = requested;
  return {FailureCode::unsupported_version, "unsupported protocol version", std::move(data)};
}

}  // namespace

std::string_view negotiated_legacy_version(std::string_view requested) {
  const auto* known = std::find(legacy_versions.begin(), legacy_versions.end(), requested);
  return known == legacy_versions.end() ? legacy_versions.front() : *known;
}

std::variant<Dialect, Failure> dialect_of(const Message& request,
                                          const std::optional<std::string>& legacy) {
  const Json meta = meta_of(request);
  if (!meta.is_null() && !meta.is_object()) return invalid("_meta is no object");
  if (!meta.contains(version_key)) {
    if (legacy) return Dialect{*legacy};
    return invalid(std::string("_meta has no ") + version_key + ", and nothing was initialized");
  }
  const Json& version = meta[version_key];
  if (!version.is_string()) return invalid(std::string(version_key) + " is no text");
  if (version != modern_version) return unsupported(version);
  if (!meta.contains(capabilities_key) || !meta[capabilities_key].is_object()) {
    return invalid(std::string("_meta has no ") + capabilities_key);
  }
  return Dialect{std::string(modern_version)};
}

}  // namespace git_session::mcp
