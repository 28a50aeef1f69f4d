#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "confluence/page.h"

namespace git_session::confluence {

/// What stands behind the fence of a code block.
struct CodeInfo {
  std::string language;  ///< as written
  std::string title;
  bool is_collapsed = false;
  bool is_numbered = false;
  std::string first_line;  ///< the number of the first line, in digits; empty: 1
};

/// Reads `python title="A title" collapse linenumbers firstline=5`, in any order behind the
/// language. `title` without `=` takes the rest; a number alone is the first line; MkDocs'
/// `linenums="1"` and braces around it all are known. Other words are passed over.
CodeInfo read_code_info(std::string_view info);

/// The name Confluence has for a language; nullopt when it has none.
std::optional<std::string_view> language_name(std::string_view language, Editor editor);

/// The code macro. A language that Confluence does not know is left out, and noted.
void write_code(Page& page, std::string_view code, const CodeInfo& info);

}  // namespace git_session::confluence
