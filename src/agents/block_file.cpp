#include "agents/block_file.h"

#include "agents/own_text.h"
#include "base/error.h"
#include "base/text.h"

namespace git_session::agents {

WithOurPart with_block(const std::optional<std::string>& text, const std::string& lines,
                       const std::string& name, BlockMarks marks) {
  require_own_block(text.value_or(""), lines, name, marks);
  WithOurPart part;
  if (text && text->empty()) part.empty.insert("");
  part.text = with_marked_block(text.value_or(""), lines, name, marks);
  return part;
}

WithoutOurPart without_block(const std::string& text, const std::string& lines,
                             const std::string& name, const EmptyPlaces& empty, BlockMarks marks) {
  require_own_block(text, lines, name, marks);
  std::string rest = without_marked_block(text, name, marks);
  if (rest.empty() && !text.empty() && !empty.contains("")) return std::nullopt;
  return rest;
}

void require_own_block(const std::string& text, const std::string& lines, const std::string& name,
                       BlockMarks marks) {
  const auto old = marked_block_lines(text, name, marks);
  if (!old || without_carriage_returns(*old) == lines || has_own_digest(*old)) return;
  throw Error(ErrorKind::conflict,
              "the block of git-session in '" + escape_line(name) + "' was edited by hand",
              "move what is yours out of it and remove the rest, or all of it, and repeat");
}

}  // namespace git_session::agents
