#include "base/text.h"
#include "cli/markdown_table.h"
#include "cli/markdown_text.h"
#include "cli/report_markdown.h"
#include "cli/session_table.h"

namespace git_session {

std::string overview_markdown(const std::vector<SessionRow>& rows, const std::string& about,
                              Date today) {
  std::string text = "# Sessions" + (about.empty() ? "" : ": " + markdown_text(about)) + "\n\n";
  size_t outputs = 0, promoted = 0;
  MarkdownTable table({"Session", "Created by", "Status", "Team", "Ticket", "Sprint", "Project",
                       "Outputs", "Promoted", "Expires"});
  for (const SessionRow& row : rows) {
    outputs += row.outputs.total;
    promoted += row.outputs.promoted;
    table.add_row({markdown_text(row.id), markdown_text(row.user), status_word(row),
                   markdown_text(row.team), markdown_text(row.ticket), markdown_text(row.sprint),
                   markdown_text(row.project), std::to_string(row.outputs.total),
                   row.outputs.promoted ? std::to_string(row.outputs.promoted) : std::string(),
                   describe_expiry(row.expires_at, today)});
  }
  text += count_of(rows.size(), "session") + ", " + count_of(outputs, "output");
  if (promoted > 0) text += ", " + std::to_string(promoted) + " promoted";
  return text + ".\n" + (table.empty() ? "" : "\n" + table.text());
}

}  // namespace git_session
