#include "cli/promotion_list.h"

#include "base/error.h"
#include "base/text.h"
#include "cli/publishing.h"
#include "cli/session_command.h"
#include "cli/session_table.h"
#include "cli/table.h"
#include "core/moment.h"
#include "json/promotion_json.h"
#include "operations/list_promotions.h"

namespace git_session {
namespace {

std::string page_label(const Promotion& promotion) {
  const std::string space = promotion.space_key.empty() ? "_" : promotion.space_key;
  if (!promotion.page_title.empty()) return space + ": " + escape_line(promotion.page_title);
  return space + "/" + escape_line(promotion.page_id);
}

Style style_of(PromotionState state) {
  switch (state) {
    case PromotionState::current:
      return Style::green;
    case PromotionState::changed:
    case PromotionState::changed_there:
    case PromotionState::diverged:
      return Style::yellow;
    case PromotionState::gone:
      break;
  }
  return Style::red;
}

Table promotion_table(const PromotionList& list, Instant now) {
  Table table({{.header = "OUTPUT"},
               {.header = "STATE"},
               {.header = "PAGE", .shrinkable = true},
               {.header = "PROMOTED"},
               {.header = "VERSION", .alignment = Alignment::right, .priority = 2},
               {.header = "AGENT", .priority = 1},
               {.header = "SESSION", .priority = 3}});
  for (const auto& [promotion, state] : list.promotions) {
    Cell when = promotion.promoted_at ? Cell(describe_age(*promotion.promoted_at, now),
                                             format_rfc3339(*promotion.promoted_at), Style::plain)
                                      : Cell("");
    table.add_row({escape_line(promotion.source_file), Cell(name_of(state), style_of(state)),
                   Cell(page_label(promotion), promotion.page_url, Style::plain), std::move(when),
                   std::to_string(promotion.version.value_or(1)), escape_line(promotion.agent),
                   escape_line(promotion.session_id)});
  }
  return table;
}

PromotionQuery query_from(Invocation& invocation, const Workspace& workspace) {
  const Arguments& arguments = invocation.arguments;
  PromotionQuery query;
  if (auto name = invocation.named_session()) query.session = workspace.resolve(*name);
  query.space = arguments.value_or("space", "");
  query.agent = arguments.value_or("agent", "");
  if (auto since = arguments.value("since"))
    query.since = parse_moment(*since, workspace.now()).start;
  return query;
}

}  // namespace

int list_promoted(Invocation& invocation) {
  if (invocation.arguments.operand("FILE"))
    throw Error(ErrorKind::usage, "--list takes no file",
                "git session promote --list --session ID");
  const Workspace workspace = open_workspace(invocation);
  PromotionList found = list_promotions(workspace, query_from(invocation, workspace));
  ask_for_page_versions(invocation, workspace, found);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(promotions_root(found));
  } else {
    promotion_table(found, workspace.now()).print(console);
    if (found.promotions.empty()) console.note("No output was promoted");
  }
  return tell_unreadable(console, found.problems);
}

}  // namespace git_session
