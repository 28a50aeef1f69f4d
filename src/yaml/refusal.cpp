#include "yaml/refusal.h"

#include <algorithm>

#include "base/text.h"

namespace git_session::yaml {

Error cannot_edit(const std::string& why, int line) {
  return Error(ErrorKind::refused, "cannot be edited in place: " + why, "edit the file by hand")
      .with_reason("cannot-edit")
      .at_line(line);
}

std::string describe(const Path& path) {
  std::string out;
  for (const PathPart& part : path) {
    const auto* key = std::get_if<std::string>(&part);
    out += (out.empty() ? "" : ".") + (key ? *key : std::to_string(std::get<size_t>(part)));
  }
  return escape_line(out);
}

int line_number(std::string_view text, size_t position) {
  const size_t end = std::min(position, text.size());
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + end, '\n'));
}

}  // namespace git_session::yaml
