#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/conversion_output.h"
#include "cli/promotion_linking.h"
#include "cli/promotion_list.h"
#include "cli/promotion_mailing.h"
#include "cli/publishing.h"
#include "cli/secret_messages.h"
#include "cli/session_command.h"
#include "json/conversion_json.h"
#include "json/promotion_json.h"
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
  if (arguments.operands("FILE").size() > 1)
    throw Error(ErrorKind::usage, "only --publish takes several files",
                "promote them one after the other");
  if (option && operand && *option != *operand)
    throw Error(ErrorKind::usage, "two files are named, '" + *operand + "' and '" + *option + "'",
                "promote them one after the other");
  if (!option && !operand)
    throw Error(ErrorKind::usage, "promote needs to know which output", usual_line);
  return option ? *option : *operand;
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
  const PromotionRequest request = request_from(arguments);
  Workspace workspace = open_workspace(invocation);
  const SessionLocation location = session_of(invocation, workspace).location;
  // Before anything is recorded: settings that make no sense are said first.
  const auto mail = request.notified.empty() ? std::nullopt : mail_setup(workspace);
  const auto ticket = arguments.has("jira")
                          ? std::optional(ticket_target(workspace, workspace.load(location)))
                          : std::nullopt;
  PromotionReport report = record_promotion(workspace, location, request);
  const Linking linking =
      link_ticket(invocation, workspace, ticket, report.promotion,
                  "to link it: " + repeat_command(request, report.promotion) + " --jira");
  const Mailing mailing = mail_about(invocation, workspace, request, mail, report);
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(promotion_root(report));
  } else if (!console.is_quiet()) {
    print_promotion(console, report);
    print_linking(console, linking);
    print_mailing(console, mailing, report.promotion);
  }
  tell_secrets(console, report.secrets);
  for (const Promotion& other : report.elsewhere)
    console.note("Also promoted on " + day_of(other) + " to " + escape_line(other.page_url));
  if (!report.was_recorded || !mailing.sent.empty() || linking.is_new())
    console.note("git session commit " + quote_for_shell(location.id) + " commits it");
  if (linking.failure && mailing.failure) console.warn(mailing.failure->what());
  if (linking.failure) throw Error(*linking.failure);
  if (mailing.failure) throw Error(*mailing.failure);
  return 0;
}

int prepare(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  const std::string file = named_file(arguments);
  const std::string title = checked_line(arguments.value_or("title", ""), "--title");
  const Workspace workspace = open_workspace(invocation);
  const SessionLocation location = session_of(invocation, workspace).location;
  const PreparedPage page = prepare_page(workspace, location, file, title);
  Console& console = invocation.console;
  tell_secrets(console, page.secrets);
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

/// What promote does, by the option that names it; empty: it records.
std::string mode_of(const Arguments& arguments) {
  std::string mode;
  for (const char* name : {"publish", "prepare", "list", "check"}) {
    if (!arguments.has(name)) continue;
    if (!mode.empty())
      throw Error(ErrorKind::usage, "--" + mode + " and --" + name + " do not go together",
                  usual_line);
    mode = name;
  }
  return mode;
}

/// An option that another mode has is a mistake, and not to be passed over.
void check_options(const Arguments& arguments, const std::string& mode) {
  struct Belonging {
    const char* option;
    std::vector<std::string> modes;
  };
  const Belonging belongings[] = {{"confluence-url", {""}},
                                  {"update-existing", {""}},
                                  {"jira", {"", "publish"}},
                                  {"title", {"", "publish", "prepare"}},
                                  {"notify", {"", "publish"}},
                                  {"note", {"", "publish"}},
                                  {"file", {"", "publish", "prepare"}},
                                  {"space", {"list", "publish", "check"}},
                                  {"agent", {"list"}},
                                  {"since", {"list"}},
                                  {"page", {"publish"}},
                                  {"parent", {"publish"}},
                                  {"all", {"publish"}},
                                  {"private", {"publish"}},
                                  {"dry-run", {"publish"}},
                                  {"yes", {"publish"}},
                                  {"over-version", {"publish"}},
                                  {"over-draft", {"publish"}},
                                  {"over-comments", {"publish"}},
                                  {"over-trash", {"publish"}}};
  for (const auto& [option, modes] : belongings) {
    if (!arguments.has(option) || std::find(modes.begin(), modes.end(), mode) != modes.end())
      continue;
    if (mode.empty() && modes.front() != "")
      throw Error(ErrorKind::usage, std::string("--") + option + " belongs to --" + modes.front(),
                  "git session promote --" + modes.front());
    throw Error(ErrorKind::usage, "--" + mode + " and --" + option + " do not go together",
                usual_line);
  }
}

int run_promote(Invocation& invocation) {
  const std::string mode = mode_of(invocation.arguments);
  check_options(invocation.arguments, mode);
  if (mode == "publish") return publish(invocation);
  if (mode == "prepare") return prepare(invocation);
  if (mode == "list") return list_promoted(invocation);
  return mode == "check" ? check_publishing(invocation) : record(invocation);
}

}  // namespace

Command declare_promote() {
  return {
      .name = "promote",
      .summary = "Share an output to Confluence, and remember it",
      .description =
          "Without --publish, records that an output was put on a Confluence page by hand: its "
          "content is copied to "
          "shared/promoted-to-confluence/SPACE/PAGE/ under the session root, a ledger there says "
          "who shared what, from which session, and when, and the output is marked in the "
          "session's metadata. No server is asked.\n\n"
          "FILE is an output's name in the session, or any part of it that only one output has. "
          "Every address that a browser shows for a page of Confluence Cloud or Data "
          "Center will do. Closed and archived sessions can be promoted from too.\n\n"
          "What looks like a secret is refused, whatever way it would be shared, or redacted; "
          "git session check-secrets says more.\n\n"
          "Repeating it is harmless. When the output has changed since, --update-existing records "
          "another version of it on the same page; another page is another promotion.\n\n"
          "Addresses given with --notify are noted. When session.mail.server is set, each of them "
          "gets a mail about the promotion, once, however often the command is repeated; a mail "
          "that could not be sent leaves the promotion as it is, and the same command sends what "
          "is still due. Without a server no mail is sent, and the output says so.\n\n"
          "--publish writes the page itself, on the site that session.confluence.site names, and "
          "records it. The first time, --space (and --parent) or session.confluence.space say "
          "where "
          "a new page is made; after that the output's page is known. --page writes a page that is "
          "there. What others did is not lost: when the page was changed since, when somebody is "
          "writing a draft of it, when open comments would lose the text they are about, when it "
          "lies in the trash, or when the page or the title belongs to something else, nothing is "
          "written; the difference is shown, the page as it is there is kept, and the message "
          "names "
          "the one option that allows it, for that version only. Outputs that are drafts, not "
          "committed or not pushed need a yes. A repeated command finishes what was interrupted, "
          "and writes nothing where nothing is due.\n\n"
          "--dry-run decides and shows the same and writes nothing. --check tries the site and "
          "says "
          "what the login may do. The login comes from `git credential` or "
          "GIT_SESSION_CONFLUENCE_TOKEN; see git session config.\n\n"
          "With --jira the session's ticket links to the page, by the Jira that session.jira.site "
          "names, once for each page however often it is shared to; as with mail, the same command "
          "does it later when it could not be done.\n\n"
          "--prepare prints the page that an output would become, to review it or to paste it by "
          "hand (as git session convert does, with links to promoted outputs leading to their "
          "pages), and its title and what could not be shown on stderr.\n\n"
          "--list shows what was promoted and whether the output is still what was shared: "
          "current, changed, or gone; where pages were published to the site that is set, also "
          "changed there, or diverged when both have changed. A site that does not answer within "
          "5 seconds is said and passed over.",
      .options =
          {{.name = "file", .value = "FILE", .help = "the output", .completion = Completion::file},
           {.name = "confluence-url", .value = "URL", .help = "the address of the page"},
           {.name = "title",
            .value = "TEXT",
            .help = "the page's title, where the address has none; with --publish: of a new page, "
                    "or a new one for the page"},
           {.name = "notify",
            .value = "ADDRESSES",
            .help = "who is told: e-mail addresses, separated by commas",
            .repeatable = true},
           {.name = "note", .value = "TEXT", .help = "a remark for the ledger"},
           {.name = "jira", .help = "make the session's ticket in Jira link to the page"},
           {.name = "update-existing",
            .help = "record a new version of an output that was shared to this page before"},
           {.name = "publish", .help = "write the page on the Confluence site that is set"},
           {.name = "page",
            .value = "ID",
            .help = "with --publish: the page to write, by its id or its address"},
           {.name = "space",
            .value = "KEY",
            .help = "with --publish: the space of a new page; with --list: of this space; with "
                    "--check: may pages be made there"},
           {.name = "parent",
            .value = "ID",
            .help = "with --publish: the page that a new one lies below"},
           {.name = "all",
            .help = "with --publish: every Markdown output of the session, without drafts and what "
                    "is superseded"},
           {.name = "private",
            .help = "with --publish, on Cloud: a new page is seen by its author only"},
           {.name = "dry-run",
            .help = "with --publish: say what would be done and show the difference"},
           {.name = "yes",
            .help = "with --publish: also drafts and what is not committed or pushed"},
           {.name = "over-version",
            .value = "N",
            .help = "with --publish: write over what others did up to this version of the page"},
           {.name = "over-draft",
            .value = "N",
            .help = "with --publish: although somebody is writing this version as a draft"},
           {.name = "over-comments",
            .value = "N",
            .help = "with --publish: although open comments on this version lose their text"},
           {.name = "over-trash",
            .value = "N",
            .help = "with --publish: take this version out of the trash first"},
           {.name = "check",
            .help = "try the Confluence site: is the login taken, and what may it do"},
           {.name = "prepare",
            .help = "print the page as it would be, in Confluence storage format, and record "
                    "nothing"},
           {.name = "list", .help = "show what was promoted"},
           {.name = "agent",
            .value = "NAME",
            .help = "with --list: what this agent made",
            .completion = Completion::agent},
           {.name = "since",
            .value = "WHEN",
            .help = "with --list: promoted at or after this: YYYY-MM-DD, RFC 3339, '2 weeks ago'"}},
      .operands = {{.name = "FILE",
                    .help = "the output; with --publish also several",
                    .maximum = SIZE_MAX,
                    .completion = Completion::file}},
      .examples = {{"git session promote --file analysis.md --confluence-url "
                    "https://company.atlassian.net/wiki/spaces/PROJ/pages/123456 --notify "
                    "sarah@company.com",
                    "remember that it is on that page"},
                   {"git session promote --check --space PROJ",
                    "try the site before the first page"},
                   {"git session promote --publish analysis.md --space PROJ", "make a page of it"},
                   {"git session promote --publish analysis.md --dry-run",
                    "what publishing it again would change"},
                   {"git session promote --publish --all", "every Markdown output of the session"},
                   {"git session promote --prepare analysis.md", "the page to paste by hand"},
                   {"git session promote --list", "what was promoted, and what has changed since"},
                   {"git session promote --list --space PROJ --since '1 month ago' --json",
                    "the same for programs"}},
      .exit_codes = {{1,
                      "the operation failed, something named was not found, or a mail was not sent "
                      "or a ticket not linked (the promotion is recorded all the same)"},
                     {4, "done, but some ledgers could not be read"},
                     {5,
                      "refused: the output has changed since it was shared to this page; or "
                      "publishing would lose somebody's work or share what is not pushed; or "
                      "something looks like a secret"}},
      .run = run_promote};
}

}  // namespace git_session
