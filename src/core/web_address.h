#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// The address in a browser of the repository that a remote's URL names (https, ssh, `git@host:…`);
/// never with a user or a password. Empty for a path, a file, or a host without a name.
std::string repository_web_address(std::string_view remote_url);

/// Where a file is edited in the browser, on the branch: for the code hosts whose addresses are
/// known (GitHub, GitLab, Bitbucket, by the name of the host). Empty for others.
std::string edit_address(std::string_view repository_address, std::string_view branch,
                         std::string_view path);

}  // namespace git_session
