#include "operations/checked_team.h"

#include "base/error.h"
#include "base/text.h"

namespace git_session {

std::string checked_team(const Settings& settings, const std::string& team) {
  for (const std::string& known : settings.teams()) {
    if (equals_ignoring_case(known, team)) return known;
  }
  std::string all = join(settings.teams(), ",");
  std::string message = "there is no team '" + team + "'";
  if (!all.empty()) message += "; there are " + join(settings.teams(), ", ");
  // A configured list replaces the default one, so the whole of it has to be set.
  if (!all.empty()) all += ",";
  throw Error(ErrorKind::usage, message,
              "git config session.teams " + quote_for_shell(all + team) + " makes it one");
}

}  // namespace git_session
