#include "operations/check_site.h"

#include "base/text.h"

namespace git_session {
namespace {

constexpr const char* login_help =
    "a token is made at id.atlassian.com (Cloud) or in your profile (Data Center), and belongs to "
    "session.confluence.user; one with scopes needs session.confluence.gateway";
constexpr const char* connection_help =
    "is session.confluence.site the address that pages have, and does this machine reach it?";

SiteCheck failed(const std::string& name, const Error& error) {
  std::string hint = error.hint();
  if (error.reason() == "site-login") hint = login_help;
  // Other commands point here.
  if (hint.find("--check") != hint.npos) hint = connection_help;
  return {name, SiteCheck::State::failed, error.what(), std::move(hint)};
}

/// A token with scopes may be good for all we need, and not for saying whose it is.
SiteCheck check_login(confluence::Site& site) {
  try {
    return {"login", SiteCheck::State::passed, "logged in as " + escape_line(site.who_am_i()), {}};
  } catch (const Error& error) {
    if (error.reason() != "site-permission") throw;
    return {"login",
            SiteCheck::State::passed,
            "the login is taken; its token may not be asked for a name",
            {}};
  }
}

SiteCheck check_rights(confluence::Site& site, const std::string& space_id,
                       const std::string& space_key) {
  const auto may = site.may_make_pages(space_id);
  const std::string space = "space " + escape_line(space_key);
  if (!may)
    return {"rights",
            SiteCheck::State::unknown,
            "this server does not say whether the login may make pages in " + space,
            {}};
  if (*may) return {"rights", SiteCheck::State::passed, "may make pages in " + space, {}};
  return {"rights", SiteCheck::State::failed, "may not make pages in " + space,
          "ask the administrator of the space for the right to add pages"};
}

}  // namespace

const char* name_of(SiteCheck::State state) {
  switch (state) {
    case SiteCheck::State::passed:
      return "passed";
    case SiteCheck::State::failed:
      return "failed";
    case SiteCheck::State::unknown:
      break;
  }
  return "unknown";
}

std::vector<SiteCheck> check_site(confluence::Site& site, const std::string& space_key) {
  std::vector<SiteCheck> checks;
  const char* name = "login";
  try {
    checks.push_back(check_login(site));
    if (space_key.empty()) return checks;
    name = "space";
    const std::string id = site.space_id(space_key);
    checks.push_back(
        {name, SiteCheck::State::passed, "can read space " + escape_line(space_key), {}});
    name = "rights";
    checks.push_back(check_rights(site, id, space_key));
  } catch (const Error& error) {
    checks.push_back(failed(name, error));
  }
  return checks;
}

}  // namespace git_session
