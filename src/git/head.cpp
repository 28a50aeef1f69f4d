#include "git/head.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr uint64_t head_file_limit = 4096;
// What HEAD says where reftable keeps the references.
constexpr std::string_view reftable_reference = "refs/heads/.invalid";

bool is_plain_reference(std::string_view name) {
  return name.starts_with("refs/heads/") && name != reftable_reference &&
         std::none_of(name.begin(), name.end(),
                      [](unsigned char byte) { return byte <= ' ' || byte == 0x7f; });
}

bool is_object_id(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::optional<Head> read_head_file(const std::string& git_directory) {
  auto directory = Directory::open(git_directory);
  if (!directory) return std::nullopt;
  auto status = directory->status("HEAD");
  if (!status || status->type != FileType::regular || status->size > head_file_limit)
    return std::nullopt;
  const std::string text = directory->read_file("HEAD", head_file_limit).value_or("");
  const std::string_view line = trim(text);
  if (is_object_id(line)) return Head{};
  if (!line.starts_with("ref:")) return std::nullopt;
  const std::string_view reference = trim(line.substr(4));
  if (!is_plain_reference(reference)) return std::nullopt;
  return Head{short_branch_name(reference)};
}

std::string short_branch_name(std::string_view reference) {
  constexpr std::string_view prefix = "refs/heads/";
  if (reference.starts_with(prefix)) reference.remove_prefix(prefix.size());
  return std::string(reference);
}

}  // namespace git_session
