#include "cli/conversion_output.h"

#include "base/text.h"

namespace git_session {

void print_conversion(Console& console, const confluence::Conversion& conversion) {
  if (!conversion.storage.empty()) console.print_raw(conversion.storage + "\n");
  for (const auto& note : conversion.notes)
    console.note("line " + std::to_string(note.line) + ": " + escape_line(note.text));
}

}  // namespace git_session
