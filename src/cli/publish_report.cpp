#include "cli/publish_report.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/console.h"
#include "cli/promotion_linking.h"
#include "cli/promotion_mailing.h"
#include "cli/secret_messages.h"
#include "json/publish_json.h"

namespace git_session {
namespace {

std::string version_words(const PublishReport& report) {
  return report.version > 0 ? " (version " + std::to_string(report.version) + ")" : std::string();
}

std::string headline(const PublishedOutput& output, bool is_dry_run) {
  const std::string file = escape_line(output.file);
  if (!output.report) return "Not published: " + file;
  const PublishReport& report = *output.report;
  switch (report.result) {
    case PublishResult::created:
      return is_dry_run ? "Would publish: " + file + " as the new page '" +
                              escape_line(report.page.title) + "'"
                        : "Published: " + file + " (new page)";
    case PublishResult::updated:
      return is_dry_run
                 ? "Would publish: " + file + " over version " + std::to_string(report.version)
                 : "Published: " + file + version_words(report);
    case PublishResult::unchanged:
      return "Unchanged: " + file + version_words(report);
    case PublishResult::refused:
      break;
  }
  return "Refused: " + file;
}

void print_details(Console& console, const PublishReport& report, bool is_dry_run) {
  if (!report.page_id.empty()) console.print_line("Page: " + escape_line(report.page_url));
  if (report.attached > 0) console.print_line("Attached: " + count_of(report.attached, "picture"));
  if (report.promotion) {
    const Promotion& promotion = report.promotion->promotion;
    console.print_line("Copy: " + escape_line(promotion.path + "/" + promotion.file));
  }
  if (report.is_parent_ignored)
    console.warn("--parent is for a new page: this one stays where it is");
  for (const auto& note : report.page.conversion.notes)
    console.warn("line " + std::to_string(note.line) + ": " + note.text);
  if (is_dry_run && !report.refusal)
    for (const std::string& line : split(report.diff, '\n'))
      if (!line.empty()) console.print_line(escape_line(line));
}

/// The diff is shown where the reason stands, on stderr.
void print_refusal(Console& console, const PublishReport& report) {
  for (const std::string& line : split(report.diff, '\n'))
    if (!line.empty()) console.note(escape_line(line));
  if (!report.saved_copy.empty())
    console.note("The page as it is there: " + escape_line(report.saved_copy));
}

const Error* failure_of(const PublishedOutput& output) {
  if (output.failure) return &*output.failure;
  return output.report && output.report->refusal ? &*output.report->refusal : nullptr;
}

[[noreturn]] void throw_failure(const PublishedOutput& output, const Error& failure) {
  if (failure.reason() == "secret")
    throw SecretsFound(failure.what(), failure.hint(), output.secrets);
  throw Error(failure);
}

PromotionRequest as_recorded(const PublishRequest& request, const PublishReport& report) {
  PromotionRequest recorded;
  recorded.file = report.page.source_file;
  recorded.page.url = report.page_url;
  recorded.notified = request.notified;
  return recorded;
}

/// What became of telling people and tickets of one output.
struct Telling {
  Linking linking;
  Mailing mailing;
  std::optional<Error> failure() const {
    return linking.failure ? linking.failure : mailing.failure;
  }
};

Telling tell(Invocation& invocation, const Workspace& workspace, const PublishRequest& request,
             const PublishTold& told, PublishReport& report) {
  Telling telling;
  telling.linking = link_ticket(invocation, workspace, told.ticket, report.promotion->promotion,
                                "to link it, repeat the command");
  telling.mailing =
      mail_about(invocation, workspace, as_recorded(request, report), told.mail, *report.promotion);
  return telling;
}

int exit_code_of(const std::vector<PublishedOutput>& outputs) {
  int code = 0;
  for (const PublishedOutput& output : outputs) {
    const Error* failure = failure_of(output);
    if (failure != nullptr && failure->kind() == ErrorKind::refused) code = 5;
    if (code == 0 && (failure != nullptr || !output.report)) code = 1;
  }
  return code;
}

}  // namespace

int finish_publishing(Invocation& invocation, const Workspace& workspace,
                      const SessionLocation& location, std::vector<PublishedOutput> outputs,
                      const PublishRequest& request, const PublishTold& told) {
  Console& console = invocation.console;
  std::optional<Error> failure_to_tell;
  bool is_recorded = false;
  for (PublishedOutput& output : outputs) {
    std::optional<Telling> telling;
    if (output.report && output.report->promotion) {
      telling = tell(invocation, workspace, request, told, *output.report);
      is_recorded |= !output.report->promotion->was_recorded || telling->linking.is_new();
      if (!failure_to_tell) failure_to_tell = telling->failure();
    }
    const Error* failure = failure_of(output);
    if (output.report && output.report->refusal) print_refusal(console, *output.report);
    if (failure == nullptr || failure->reason() != "secret") tell_secrets(console, output.secrets);
    if (invocation.wants_json()) continue;
    if (failure != nullptr && outputs.size() == 1) throw_failure(output, *failure);
    if (failure != nullptr && failure->reason() == "secret") list_secrets(console, output.secrets);
    if (failure != nullptr) console.error(failure->what(), failure->hint());
    if (console.is_quiet()) continue;
    console.print_line(headline(output, request.is_dry_run));
    if (output.report) print_details(console, *output.report, request.is_dry_run);
    if (telling) {
      print_linking(console, telling->linking);
      print_mailing(console, telling->mailing, output.report->promotion->promotion);
    }
  }
  if (invocation.wants_json()) {
    if (const Error* failure = failure_of(outputs.front()); failure && outputs.size() == 1)
      throw_failure(outputs.front(), *failure);
    console.print_json(published_root(workspace.load(location), outputs, request.is_dry_run));
  }
  if (is_recorded)
    console.note("git session commit " + quote_for_shell(location.id) + " commits it");
  if (failure_to_tell) throw Error(*failure_to_tell);
  return exit_code_of(outputs);
}

int print_site_check(Invocation& invocation, const Site& site,
                     const std::vector<SiteCheck>& checks) {
  Console& console = invocation.console;
  const bool is_well = std::none_of(checks.begin(), checks.end(), [](const SiteCheck& check) {
    return check.state == SiteCheck::State::failed;
  });
  if (invocation.wants_json()) {
    console.print_json(site_check_root(site.address, checks));
    return is_well ? 0 : 1;
  }
  console.print_line("Site: " + site.address +
                     (site.edition == SiteEdition::cloud ? " (Cloud)" : " (Data Center)"));
  for (const SiteCheck& check : checks) {
    const bool is_failed = check.state == SiteCheck::State::failed;
    if (is_failed) {
      console.error(check.words, check.hint);
    } else {
      console.print_line((check.state == SiteCheck::State::passed ? "ok  " : "?   ") + check.words);
    }
  }
  return is_well ? 0 : 1;
}

}  // namespace git_session
