#include "operations/link_promotion.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/page_address.h"
#include "jira/jira_client.h"
#include "operations/promotion_entry.h"
#include "operations/site_login.h"

namespace git_session {
namespace {

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> tickets;
  for (const std::string& part : split(text, ','))
    if (!trim(part).empty()) tickets.emplace_back(trim(part));
  return tickets;
}

std::string global_id_of(const Promotion& promotion) {
  try {
    const PageAddress page = parse_page_address(promotion.page_url);
    if (!page.page_id.empty()) return jira::global_id_of_page(page.site, page.page_id);
  } catch (const Error&) {
    // Written by hand, and no address.
  }
  return jira::global_id_of_page(promotion.page_url, promotion.page_id);
}

jira::RemoteLink link_to(const Promotion& promotion) {
  jira::RemoteLink link;
  link.global_id = global_id_of(promotion);
  link.url = promotion.page_url;
  link.title = promotion.page_title.empty() ? promotion.source_file : promotion.page_title;
  link.summary = promotion.source_file + " of session " + promotion.session_id;
  if (!promotion.agent.empty()) link.summary += ", made by " + promotion.agent;
  return link;
}

}  // namespace

TicketTarget ticket_target(const Workspace& workspace, const Session& session) {
  auto site = configured_site(workspace, SiteKind::jira);
  if (!site)
    throw Error(ErrorKind::not_found, "no Jira is set up: session.jira.site is not set",
                "git config --global session.jira.site https://company.atlassian.net");
  const std::string& ticket = session.context.ticket;
  const std::string hint =
      "git session update " + quote_for_shell(session.id) + " --ticket PROJ-123";
  if (ticket.empty())
    throw Error(ErrorKind::not_found, "session '" + escape_line(session.id) + "' has no ticket",
                hint);
  if (!jira::is_ticket_key(ticket))
    throw Error(ErrorKind::usage,
                "the ticket of session '" + escape_line(session.id) + "', '" + escape_line(ticket) +
                    "', is no key of Jira",
                hint);
  return {*std::move(site), ticket};
}

LinkReport link_promotion(const Workspace& workspace, const Promotion& promotion,
                          const LinkRequest& request) {
  const auto& [site, ticket] = request.target;
  PageLedger page = lock_page_of(workspace, promotion);
  LinkReport report{find_again(page, promotion)};
  std::vector<std::string> tickets = listed(report.promotion.jira_linked);
  report.was_linked = std::find(tickets.begin(), tickets.end(), ticket) != tickets.end();
  if (report.was_linked) return report;
  tickets.push_back(ticket);
  report.promotion.jira_linked = join(tickets, ", ");
  page.check_note_told(report.promotion);
  SiteLoginOptions options;
  options.may_ask = request.may_ask_for_password;
  const SiteLogin login(workspace, site, options);
  const auto connection = login.connect();
  jira::JiraClient client(*connection, site.address, site.edition == SiteEdition::cloud);
  client.put_link(ticket, link_to(promotion));
  page.note_told(report.promotion);
  return report;
}

}  // namespace git_session
