#include "cli/retention_option.h"

#include "base/error.h"
#include "base/text.h"

namespace git_session {

RetentionChoice checked_retention(const std::string& text) {
  if (auto choice = parse_retention_choice(text)) return *std::move(choice);
  throw Error(ErrorKind::usage, "'" + escape_line(text) + "' is no value for --retention",
              "--retention takes one of: " + join(retention_policies(), ", ") +
                  "; or a length such as 90d, 12w, 6m, 1y");
}

}  // namespace git_session
