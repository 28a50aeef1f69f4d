#include "cli/publishing.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/error.h"
#include "base/text.h"
#include "cli/promotion_mailing.h"
#include "cli/prompt.h"
#include "cli/publish_report.h"
#include "cli/secret_messages.h"
#include "cli/session_command.h"
#include "core/superseded.h"
#include "json/publish_json.h"
#include "operations/publish_outputs.h"
#include "operations/shareable_state.h"
#include "operations/site_login.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

constexpr std::chrono::seconds list_limit{5};
constexpr const char* usual_line = "git session promote --publish FILE --space KEY";

std::optional<int64_t> version_option(const Arguments& arguments, const char* name) {
  auto text = arguments.value(name);
  if (!text) return std::nullopt;
  auto number = parse_integer(*text);
  if (number && *number > 0) return *number;
  throw Error(
      ErrorKind::usage,
      std::string("--") + name + " takes the number of a version, not '" + escape_line(*text) + "'",
      "the refusal that it answers names the version");
}

/// `--page` takes the id or the address that a browser shows.
std::string page_option(const Arguments& arguments, const Site& site) {
  auto typed = arguments.value("page");
  if (!typed) return {};
  if (is_page_id(*typed)) return *typed;
  const PageAddress page = parse_page_address(*typed);
  if (page.site != site.address)
    throw Error(ErrorKind::usage,
                "the page is on " + page.site + ", and session.confluence.site is " + site.address,
                "find the page on " + site.address + ", and copy its address there");
  if (page.page_id.empty())
    throw Error(ErrorKind::usage, "this address does not tell the page's id",
                "the id stands in its menu under 'Page information': --page 123456");
  return page.page_id;
}

PublishRequest request_from(const Arguments& arguments, const Site& site) {
  PublishRequest request;
  request.target.page_id = page_option(arguments, site);
  request.target.space_key = arguments.value_or("space", "");
  request.target.parent_id = arguments.value_or("parent", "");
  request.target.title = checked_line(arguments.value_or("title", ""), "--title");
  request.overrides.changed_version = version_option(arguments, "over-version");
  request.overrides.draft_version = version_option(arguments, "over-draft");
  request.overrides.comments_version = version_option(arguments, "over-comments");
  request.overrides.trash_version = version_option(arguments, "over-trash");
  request.is_private = arguments.has("private");
  request.is_dry_run = arguments.has("dry-run");
  request.notes = checked_line(arguments.value_or("note", ""), "--note");
  request.notified = parse_addresses(join(arguments.values("notify"), ","));
  return request;
}

void check_target(const Arguments& arguments, const Site& site, const PublishTarget& target) {
  const std::string& parent = target.parent_id;
  if (!parent.empty() && parent.find_first_not_of("0123456789") != parent.npos)
    throw Error(ErrorKind::usage, "--parent takes the id of a page", "--parent 123456");
  if (!target.page_id.empty() && (!target.space_key.empty() || !parent.empty()))
    throw Error(ErrorKind::usage,
                "--page names a page that is there; --space and --parent are for "
                "a new one",
                usual_line);
  if (!target.space_key.empty())
    parse_page_address("https://site/spaces/" + target.space_key + "/pages/1");
  if (arguments.has("private") && site.edition == SiteEdition::datacenter)
    throw Error(ErrorKind::usage, "Data Center makes no private pages in this way",
                "--parent ID, below a page that only the right people see");
}

/// What `--all` means: what can be a page and is nobody's rough work.
std::vector<std::string> publishable_outputs(const Session& session) {
  std::vector<std::string> files;
  for (const Output& output : session.outputs) {
    const bool is_document = output.file.ends_with(".md") || output.file.ends_with(".markdown");
    const bool is_rough = output.draft || is_superseded(session, output);
    if (output.exists && !output.outside && !is_rough && is_document) files.push_back(output.file);
  }
  if (files.empty())
    throw Error(ErrorKind::not_found,
                "session '" + escape_line(session.id) + "' has no Markdown to publish",
                "git session show " + quote_for_shell(session.id) + " lists its outputs");
  return files;
}

std::vector<std::string> named_files(const Arguments& arguments, const Workspace& workspace,
                                     const Session& session) {
  std::vector<std::string> typed = arguments.operands("FILE");
  if (auto option = arguments.value("file")) typed.push_back(*option);
  if (arguments.has("all") && !typed.empty())
    throw Error(ErrorKind::usage, "--all and a file do not go together", usual_line);
  if (arguments.has("all")) return publishable_outputs(session);
  if (typed.empty())
    throw Error(ErrorKind::usage, "promote --publish needs to know which output", usual_line);
  std::vector<std::string> files;
  for (const std::string& name : typed) {
    const std::string& file = find_output_to_promote(workspace, session, name).file;
    if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
  }
  return files;
}

/// One page is not made of several outputs, and none of what names a page names several.
void check_alone(const Arguments& arguments, size_t files) {
  if (files < 2) return;
  for (const char* option :
       {"page", "title", "over-version", "over-draft", "over-comments", "over-trash"})
    if (arguments.has(option))
      throw Error(
          ErrorKind::usage,
          std::string("--") + option + " is for one output, not for " + std::to_string(files),
          usual_line);
}

/// Work that others cannot find, in words, and the first reason for a refusal.
struct Concerns {
  std::vector<std::string> lines;
  std::optional<ShareConcern> first;
  void add(const std::string& what, const std::vector<ShareConcern>& concerns) {
    for (const ShareConcern concern : concerns) {
      lines.push_back(what + " " + describe(concern));
      if (!first) first = concern;
    }
  }
};

Concerns concerns_about(const Workspace& workspace, const Session& session,
                        const SessionLocation& location, const std::vector<std::string>& files) {
  Concerns concerns;
  for (const std::string& file : files) {
    concerns.add("'" + escape_line(file) + "'",
                 share_concerns(workspace, session, *session.find_output(file)));
    const PreparedPage page = prepare_page(workspace, location, file, {});
    for (const PagePicture& picture : page.pictures)
      concerns.add("'" + escape_line(picture.path) + "', which the page shows,",
                   share_concerns(workspace, session, picture.path));
    for (const FoundSecret& secret : page.secrets.found)
      if (secret.is_allowed_by_pattern)
        concerns.add(describe(secret) + " (" + secret.allowed_by + ")",
                     {ShareConcern::secret_allowed});
  }
  return concerns;
}

/// Shares unfinished or unpublished work only after a yes.
void require_yes(Invocation& invocation, const Workspace& workspace, const Session& session,
                 const SessionLocation& location, const std::vector<std::string>& files) {
  if (invocation.arguments.has("yes") || invocation.arguments.has("dry-run")) return;
  const Concerns concerns = concerns_about(workspace, session, location, files);
  if (!concerns.first) return;
  Console& console = invocation.console;
  if (console.can_prompt() && !invocation.wants_json()) {
    for (const std::string& line : concerns.lines) console.warn(line);
    if (confirm(console, "Publish all the same?")) return;
  }
  const size_t others = concerns.lines.size() - 1;
  const std::string more = others > 0 ? " (and " + std::to_string(others) + " more)" : "";
  throw share_refusal(*concerns.first, concerns.lines.front() + more);
}

/// The line of progress, which every worker may write.
class SharedProgress {
 public:
  explicit SharedProgress(Console& console) : console_(console) {}
  void show(const std::string& text) {
    const std::lock_guard lock(mutex_);
    console_.show_progress(text);
  }

 private:
  Console& console_;
  std::mutex mutex_;
};

/// The login, found once and for all workers.
PublishAccess access_to(const Workspace& workspace, const Site& site, SiteLoginOptions options) {
  auto login = std::make_shared<SiteLogin>(workspace, site, std::move(options));
  PublishAccess access;
  access.address = site.address;
  access.editor =
      site.edition == SiteEdition::cloud ? confluence::Editor::current : confluence::Editor::old;
  access.open = [login] { return login->connect(); };
  return access;
}

SiteLoginOptions patient_login(const Invocation& invocation, SharedProgress& progress) {
  SiteLoginOptions options;
  options.may_ask = invocation.console.can_prompt() && !invocation.wants_json();
  options.on_wait = [&progress](std::chrono::milliseconds, const std::string& words) {
    progress.show(words);
  };
  return options;
}

void require_known(const std::optional<Site>& site) {
  if (!site)
    throw Error(ErrorKind::unavailable, "no Confluence site is set: session.confluence.site",
                "git config --global session.confluence.site https://company.atlassian.net/wiki");
}

}  // namespace

int publish(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  Console& console = invocation.console;
  Workspace workspace = open_workspace(invocation);
  const auto site = configured_site(workspace, SiteKind::confluence);
  require_known(site);
  PublishRequest request = request_from(arguments, *site);
  check_target(arguments, *site, request.target);
  const SessionLocation location = session_of(invocation, workspace).location;
  const Session session = workspace.load(location);
  const std::vector<std::string> files = named_files(arguments, workspace, session);
  check_alone(arguments, files.size());
  PublishTold told;
  if (arguments.has("jira")) told.ticket = ticket_target(workspace, session);
  if (!request.notified.empty()) told.mail = mail_setup(workspace);
  require_yes(invocation, workspace, session, location, files);

  std::vector<PublishRequest> requests;
  for (const std::string& file : files) {
    requests.push_back(request);
    requests.back().file = file;
  }
  SharedProgress progress(console);
  const PublishAccess access = access_to(workspace, *site, patient_login(invocation, progress));
  progress.show("Publishing to " + site->address + "…");
  std::vector<PublishedOutput> outputs =
      publish_outputs(workspace, location, access, requests, [&](size_t done) {
        if (files.size() > 1)
          progress.show("Published " + std::to_string(done) + " of " +
                        std::to_string(files.size()) + " to " + site->address);
      });
  console.clear_progress();
  return finish_publishing(invocation, workspace, location, std::move(outputs), request, told);
}

int check_publishing(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  Workspace workspace = open_workspace(invocation);
  const auto site = configured_site(workspace, SiteKind::confluence);
  require_known(site);
  std::string space = arguments.value_or("space", "");
  if (space.empty())
    space =
        confluence_defaults(workspace, workspace.settings().team(), workspace.settings().project())
            .space;
  Console& console = invocation.console;
  SharedProgress progress(console);
  const PublishAccess access = access_to(workspace, *site, patient_login(invocation, progress));
  console.show_progress("Asking " + site->address + "…");
  const auto channel = access.open();
  const std::vector<SiteCheck> checks = check_site(*make_site(access, *channel), space);
  console.clear_progress();
  return print_site_check(invocation, *site, checks);
}

void ask_for_page_versions(Invocation& invocation, const Workspace& workspace,
                           PromotionList& list) {
  const auto site = configured_site(workspace, SiteKind::confluence);
  if (!site) return;
  const std::vector<std::string> pages = published_pages(list, site->address);
  if (pages.empty()) return;
  Console& console = invocation.console;
  console.show_progress("Asking " + site->address + "…");
  try {
    SiteLoginOptions options;
    options.time_limit = list_limit;
    const PublishAccess access = access_to(workspace, *site, std::move(options));
    const auto channel = access.open();
    note_page_versions(list, site->address, make_site(access, *channel)->versions_of(pages));
    console.clear_progress();
  } catch (const Error& error) {
    console.clear_progress();
    console.warn(std::string("what has changed on the site is not known: ") + error.what());
  }
}

}  // namespace git_session
