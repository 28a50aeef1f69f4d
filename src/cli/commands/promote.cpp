#include "base/error.h"
#include "base/text.h"
#include "cli/conversion_output.h"
#include "cli/promotion_mailing.h"
#include "cli/session_command.h"
#include "cli/session_table.h"
#include "cli/table.h"
#include "core/moment.h"
#include "json/conversion_json.h"
#include "json/promotion_json.h"
#include "operations/list_promotions.h"
#include "operations/promote_output.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

constexpr const char* usual_line =
    "git session promote --file FILE --confluence-url https://…/pages/123456";

/// The guide writes `--file FILE`; without it the word alone will do.
std::string named_file(const Arguments& arguments) {
  auto option = arguments.value("file");
  auto operand = arguments.operand("FILE");
  if (option && operand && *option != *operand)
    throw Error(ErrorKind::usage, "two files are named, '" + *operand + "' and '" + *option + "'",
                "promote them one after the other");
  if (!option && !operand)
    throw Error(ErrorKind::usage, "promote needs to know which output", usual_line);
  return option ? *option : *operand;
}

void refuse_together(const Arguments& arguments, const char* mode,
                     std::initializer_list<const char*> others) {
  for (const char* other : others)
    if (arguments.has(other))
      throw Error(ErrorKind::usage,
                  std::string("--") + mode + " and --" + other + " do not go together", usual_line);
}

PromotionRequest request_from(const Arguments& arguments) {
  PromotionRequest request;
  request.file = named_file(arguments);
  auto url = arguments.value("confluence-url");
  if (!url)
    throw Error(ErrorKind::usage, "promote needs the address of the page that was made",
                usual_line);
  request.page = parse_page_address(*url);
  request.title = checked_line(arguments.value_or("title", ""), "--title");
  request.notified = parse_addresses(join(arguments.values("notify"), ","));
  request.notes = checked_line(arguments.value_or("note", ""), "--note");
  request.update_existing = arguments.has("update-existing");
  return request;
}

std::string day_of(const Promotion& promotion) {
  return promotion.promoted_at ? format_date(to_local(*promotion.promoted_at).date)
                               : std::string("an unknown day");
}

void print_promotion(Console& console, const PromotionReport& report) {
  const Promotion& promotion = report.promotion;
  const std::string version = promotion.version.value_or(1) > 1
                                  ? " (version " + std::to_string(*promotion.version) + ")"
                                  : std::string();
  if (report.was_recorded) {
    console.print_line(
        "Promoted already: " + escape_line(promotion.source_file) + " on " + day_of(promotion) +
        (promotion.promoted_by.empty() ? std::string()
                                       : " by " + escape_line(promotion.promoted_by)) +
        version);
  } else {
    console.print_line("Promoted: " + escape_line(promotion.source_file) + version);
  }
  console.print_line("Page: " + escape_line(promotion.page_url));
  console.print_line("Copy: " + escape_line(promotion.path + "/" + promotion.file));
}

int record(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  refuse_together(arguments, "confluence-url", {"space", "agent", "since"});
  const PromotionRequest request = request_from(arguments);
  Workspace workspace = open_workspace(invocation);
  const SessionLocation location = session_of(invocation, workspace).location;
  // Before anything is recorded: settings that make no sense are said first.
  const auto mail = request.notified.empty() ? std::nullopt : mail_setup(workspace);
  PromotionReport report = record_promotion(workspace, location, request);
  const Mailing mailing = mail_about(invocation, workspace, request, mail, report);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(promotion_root(report));
  } else if (!console.is_quiet()) {
    print_promotion(console, report);
    print_mailing(console, mailing, report.promotion);
  }
  for (const Promotion& other : report.elsewhere)
    console.note("Also promoted on " + day_of(other) + " to " + escape_line(other.page_url));
  if (!report.was_recorded || !mailing.sent.empty())
    console.note("git session commit " + quote_for_shell(location.id) + " commits it");
  if (mailing.failure) throw Error(*mailing.failure);
  return 0;
}

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

int list(Invocation& invocation) {
  if (invocation.arguments.operand("FILE"))
    throw Error(ErrorKind::usage, "--list takes no file",
                "git session promote --list --session ID");
  refuse_together(invocation.arguments, "list",
                  {"file", "confluence-url", "notify", "title", "note", "update-existing"});
  const Workspace workspace = open_workspace(invocation);
  const PromotionList found = list_promotions(workspace, query_from(invocation, workspace));
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(promotions_root(found));
  } else {
    promotion_table(found, workspace.now()).print(console);
    if (found.promotions.empty()) console.note("No output was promoted");
  }
  return tell_unreadable(console, found.problems);
}

int prepare(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  refuse_together(arguments, "prepare",
                  {"list", "confluence-url", "notify", "note", "update-existing"});
  const std::string file = named_file(arguments);
  const std::string title = checked_line(arguments.value_or("title", ""), "--title");
  const Workspace workspace = open_workspace(invocation);
  const SessionLocation location = session_of(invocation, workspace).location;
  const PreparedPage page = prepare_page(workspace, location, file, title);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(prepared_page_root(page));
    return 0;
  }
  console.note("Title: " + escape_line(page.title));
  print_conversion(console, page.conversion);
  for (const confluence::Attachment& attachment : page.conversion.attachments)
    console.note("Attach " + escape_line(attachment.path) + " as " +
                 escape_line(attachment.filename));
  return 0;
}

int run_promote(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  for (const char* filter : {"space", "agent", "since"})
    if (arguments.has(filter) && !arguments.has("list"))
      throw Error(ErrorKind::usage, std::string("--") + filter + " belongs to --list",
                  "git session promote --list");
  if (arguments.has("prepare")) return prepare(invocation);
  return arguments.has("list") ? list(invocation) : record(invocation);
}

}  // namespace

Command declare_promote() {
  return {
      .name = "promote",
      .summary = "Remember that an output was shared to Confluence",
      .description =
          "Records that an output was put on a Confluence page: its content is copied to "
          "shared/promoted-to-confluence/SPACE/PAGE/ under the session root, a ledger there says "
          "who shared what, from which session, and when, and the output is marked in the "
          "session's metadata. The page itself is made by hand; no server is asked.\n\n"
          "FILE is an output's name in the session, or any part of it that only one output has. "
          "Every address that a browser shows for a page of Confluence Cloud or Data "
          "Center will do. Closed and archived sessions can be promoted from too.\n\n"
          "Repeating it is harmless. When the output has changed since, --update-existing records "
          "another version of it on the same page; another page is another promotion.\n\n"
          "Addresses given with --notify are noted. When session.mail.server is set, each of them "
          "gets a mail about the promotion, once, however often the command is repeated; a mail "
          "that could not be sent leaves the promotion as it is, and the same command sends what "
          "is still due. Without a server no mail is sent, and the output says so.\n\n"
          "--prepare prints the page that an output would become, to review it or to paste it by "
          "hand (as git session convert does, with links to promoted outputs leading to their "
          "pages), and its title and what could not be shown on stderr.\n\n"
          "--list shows what was promoted and whether the output is still what was shared: "
          "current, changed, or gone.",
      .options =
          {{.name = "file", .value = "FILE", .help = "the output", .completion = Completion::file},
           {.name = "confluence-url", .value = "URL", .help = "the address of the page"},
           {.name = "title",
            .value = "TEXT",
            .help = "the page's title, where the address has none"},
           {.name = "notify",
            .value = "ADDRESSES",
            .help = "who is told: e-mail addresses, separated by commas",
            .repeatable = true},
           {.name = "note", .value = "TEXT", .help = "a remark for the ledger"},
           {.name = "update-existing",
            .help = "record a new version of an output that was shared to this page before"},
           {.name = "prepare",
            .help = "print the page as it would be, in Confluence storage format, and record "
                    "nothing"},
           {.name = "list", .help = "show what was promoted"},
           {.name = "space", .value = "KEY", .help = "with --list: of this space"},
           {.name = "agent",
            .value = "NAME",
            .help = "with --list: what this agent made",
            .completion = Completion::agent},
           {.name = "since",
            .value = "WHEN",
            .help = "with --list: promoted at or after this: YYYY-MM-DD, RFC 3339, '2 weeks ago'"}},
      .operands = {{.name = "FILE", .help = "the output", .completion = Completion::file}},
      .examples = {{"git session promote --file analysis.md --confluence-url "
                    "https://company.atlassian.net/wiki/spaces/PROJ/pages/123456 --notify "
                    "sarah@company.com",
                    "remember that it is on that page"},
                   {"git session promote --prepare analysis.md", "the page to paste by hand"},
                   {"git session promote --list", "what was promoted, and what has changed since"},
                   {"git session promote --list --space PROJ --since '1 month ago' --json",
                    "the same for programs"}},
      .exit_codes = {{1,
                      "the operation failed, something named was not found, or a mail was not sent "
                      "(the promotion is recorded all the same)"},
                     {4, "done, but some ledgers could not be read"},
                     {5, "refused: the output has changed since it was shared to this page"}},
      .run = run_promote};
}

}  // namespace git_session
