#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "operations/publish_output.h"

namespace git_session {

/// How to reach the site that outputs are published to; opened once for each worker.
struct PublishAccess {
  std::string address;  ///< for readers
  confluence::Editor editor = confluence::Editor::current;
  std::function<std::unique_ptr<SiteChannel>()> open;
};

/// The client for the edition that `access` names.
std::unique_ptr<confluence::Site> make_site(const PublishAccess& access, SiteChannel& channel);

/// What became of one output: a report, or why there is none. Neither: it was not tried, because
/// the site does not take the login.
struct PublishedOutput {
  std::string file;
  std::optional<PublishReport> report;
  std::optional<Error> failure;
  SecretReport secrets;  ///< that are the reason of the failure, or went with the page all the same
};

/// Publishes each of `requests`, up to four at a time; only one of them does anything but wait for
/// the site at any moment. Outputs that link to others which only now have a page are published
/// once more. Results are in the order of the requests; `on_done` is called with the number of
/// those that are ready, one call at a time. After a refused login nothing more is tried.
std::vector<PublishedOutput> publish_outputs(const Workspace& workspace,
                                             const SessionLocation& location,
                                             const PublishAccess& access,
                                             const std::vector<PublishRequest>& requests,
                                             const std::function<void(size_t done)>& on_done);

}  // namespace git_session
