#include "mcp/mime_type.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace git_session::mcp {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> types = {{
    {"md", "text/markdown"},      {"markdown", "text/markdown"},
    {"txt", "text/plain"},        {"log", "text/plain"},
    {"csv", "text/csv"},          {"tsv", "text/tab-separated-values"},
    {"html", "text/html"},        {"htm", "text/html"},
    {"css", "text/css"},          {"xml", "application/xml"},
    {"json", "application/json"}, {"jsonl", "application/jsonl"},
    {"yaml", "application/yaml"}, {"yml", "application/yaml"},
    {"pdf", "application/pdf"},   {"svg", "image/svg+xml"},
    {"png", "image/png"},         {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},       {"gif", "image/gif"},
    {"webp", "image/webp"},       {"zip", "application/zip"},
}};

}  // namespace

std::string_view mime_type_of(std::string_view file) {
  const size_t dot = file.rfind('.');
  if (dot == file.npos || file.find('/', dot) != file.npos) return {};
  for (const auto& [extension, type] : types) {
    if (equals_ignoring_case(file.substr(dot + 1), extension)) return type;
  }
  return {};
}

}  // namespace git_session::mcp
