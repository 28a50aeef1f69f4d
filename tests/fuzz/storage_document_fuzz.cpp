#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/error.h"
#include "confluence/page_footer.h"
#include "confluence/storage_canonical.h"
#include "confluence/storage_comments.h"
#include "confluence/storage_document.h"
#include "confluence/storage_lines.h"

using namespace git_session;
using namespace git_session::confluence;

namespace {

void expect(bool is_right, const char* what, const std::string& storage) {
  if (is_right) return;
  std::fprintf(stderr, "%s\n%s\n", what, storage.c_str());
  std::abort();
}

void check_page(const std::string& storage) {
  const std::string written = write_storage(parse_storage(storage));
  expect(write_storage(parse_storage(written)) == written, "not written as it is read", storage);
  const std::string canonical = canonical_storage(storage);
  expect(canonical_storage(canonical) == canonical, "not canonical", storage);
  expect(canonical_storage(written) == canonical, "writing changes what it means", storage);
  expect(readable_lines(canonical) == readable_lines(storage), "other lines", storage);
  const std::string with = with_footer(storage, {.path = storage, .key = "0123456789abcdef"});
  expect(has_footer(with, "0123456789abcdef"), "no footer", with);
  if (!has_footer(storage, "0123456789abcdef")) {
    expect(canonical_storage(without_footer(with, "0123456789abcdef")) == canonical,
           "the footer leaves a trace", with);
  }
}

/// Two pages: the one that is there, and the one that is to be.
void check_pair(const std::string& remote, const std::string& storage) {
  const KeptComments kept = keep_comments(remote, storage);
  expect(kept.lost.size() <= comment_markers(remote).size(), "more lost than there were", remote);
  expect(canonical_storage(kept.storage) == canonical_storage(storage), "other content", storage);
  const bool is_equal = canonical_storage(remote) == canonical_storage(storage);
  const bool has_equal_lines = readable_lines(remote) == readable_lines(storage);
  expect(is_equal == has_equal_lines, "the lines hide or invent a difference", storage);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const size_t middle = text.find('\0');
  const std::string remote = text.substr(0, middle);
  const std::string storage = middle == text.npos ? remote : text.substr(middle + 1);
  try {
    check_page(remote);
    check_page(storage);
    check_pair(remote, storage);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::invalid_data || error.line() < 1) std::abort();
  }
  return 0;
}
