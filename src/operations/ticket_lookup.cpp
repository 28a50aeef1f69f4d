#include "operations/ticket_lookup.h"

#include <map>

#include "base/error.h"
#include "operations/site_login.h"

namespace git_session {
namespace {

constexpr std::chrono::seconds time_limit{3};

using Found = std::map<std::string, jira::Ticket>;

Found look_up(const Workspace& workspace, const Site& site, const std::vector<std::string>& keys,
              std::string& failure) {
  SiteLoginOptions options;
  options.time_limit = time_limit;
  const auto end = std::chrono::steady_clock::now() + time_limit;
  const SiteLogin login(workspace, site, options);
  const auto connection = login.connect();
  jira::JiraClient client(*connection, site.address, site.edition == SiteEdition::cloud);
  Found found;
  for (const std::string& key : keys) {
    if (found.contains(key) || std::chrono::steady_clock::now() >= end) continue;
    try {
      found[key] = client.read_ticket(key);
    } catch (const Error& error) {
      if (failure.empty()) failure = error.what();
      // One that is not there tells nothing of the others.
      if (error.kind() != ErrorKind::not_found) break;
    }
  }
  return found;
}

}  // namespace

std::vector<std::optional<jira::Ticket>> look_up_tickets(const Workspace& workspace,
                                                         const std::vector<std::string>& keys,
                                                         std::string& failure) {
  std::vector<std::optional<jira::Ticket>> tickets(keys.size());
  std::vector<std::string> wanted;
  for (const std::string& key : keys)
    if (jira::is_ticket_key(key)) wanted.push_back(key);
  if (wanted.empty()) return tickets;
  Found found;
  try {
    if (auto site = configured_site(workspace, SiteKind::jira))
      found = look_up(workspace, *site, wanted, failure);
  } catch (const Error& error) {
    failure = error.what();
  }
  for (size_t i = 0; i < keys.size(); ++i)
    if (auto ticket = found.find(keys[i]); ticket != found.end()) tickets[i] = ticket->second;
  return tickets;
}

}  // namespace git_session
