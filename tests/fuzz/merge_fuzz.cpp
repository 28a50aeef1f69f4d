// Merges three texts, parted by NUL bytes, as a merge driver gets them from strangers; and resolves
// the first as a file in which a merge left its markers.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "store/merge_metadata.h"
#include "store/resolve_metadata.h"
#include "yaml/document.h"

namespace {

using git_session::Error;
namespace yaml = git_session::yaml;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The text up to the next NUL byte; what is left stays.
std::string next_text(std::string_view& bytes) {
  const size_t end = bytes.find('\0');
  std::string text(bytes.substr(0, end));
  bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
  return text;
}

/// What was merged can be read, on both sides of its conflicts.
void check(const std::string& text, bool is_clean) {
  const auto sides = git_session::split_conflicts(text);
  require(sides.has_value() == !is_clean);
  yaml::Document::parse(sides ? sides->ours : text);
  yaml::Document::parse(sides ? sides->theirs : text);
}

void merge(const std::string& base, const std::string& ours, const std::string& theirs) {
  git_session::MetadataMerge merged;
  try {
    merged = git_session::merge_metadata(base, ours, theirs);
  } catch (const Error&) {
    return;
  }
  check(merged.text, merged.conflicts.empty());
}

void resolve(const std::string& text) {
  std::optional<git_session::MetadataResolution> resolution;
  try {
    resolution = git_session::resolve_metadata(text);
  } catch (const Error&) {
    return;
  }
  if (resolution && resolution->is_complete()) check(resolution->text, true);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string base = next_text(bytes);
  const std::string ours = next_text(bytes);
  const std::string theirs = next_text(bytes);
  merge(base, ours, theirs);
  resolve(base);
  resolve("<<<<<<< a\n" + ours + "\n=======\n" + theirs + "\n>>>>>>> b\n");
  return 0;
}
