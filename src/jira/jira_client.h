#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "http/site_connection.h"

namespace git_session::jira {

/// What people want to know of a ticket.
struct Ticket {
  std::string key;
  std::string summary;
  std::string state;  ///< as the project calls it: "In Progress"
  std::string url;    ///< for a browser
};

/// A page outside of Jira, as a ticket shows it.
struct RemoteLink {
  std::string global_id;  ///< whatever has the same is the same link
  std::string url;
  std::string title;
  std::string summary;
};

/// Whether a text is the key of a ticket, as `PROJ-123`: nothing else gets into a request.
bool is_ticket_key(std::string_view text);

/// The `global_id` of a Confluence page: the same however often the page is shared, and whatever
/// its title becomes. At most 255 characters, as many as Jira takes.
std::string global_id_of_page(std::string_view site, std::string_view page_id);

/// Tickets of one site, Cloud or Data Center.
class JiraClient {
 public:
  /// `address` is what people type, without a slash at its end. `connection` must outlive this.
  JiraClient(SiteConnection& connection, std::string address, bool is_cloud)
      : connection_(connection),
        address_(std::move(address)),
        api_(is_cloud ? "/rest/api/3/issue/" : "/rest/api/2/issue/") {}

  /// Throws Error(usage) when `key` is none, `not_found` when there is no such ticket or we may not
  /// see it, `unavailable` in plain words for everything else that goes wrong.
  Ticket read_ticket(const std::string& key);
  /// Adds a link to a ticket, or brings the one with this id up to date. Throws the same.
  void put_link(const std::string& key, const RemoteLink& link);

 private:
  std::string path_of(const std::string& key) const;
  HttpResponse send(const std::string& key, const SiteRequest& request, const char* refusal);
  Error error_for(const std::string& key, const HttpResponse& response, const char* refusal) const;

  SiteConnection& connection_;
  std::string address_;
  std::string api_;
};

}  // namespace git_session::jira
