#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/table.h"
#include "operations/find_sessions.h"

namespace git_session {

/// A line for each session: id (first and bare), user, status, team, ticket, sprint, project,
/// number of outputs, expiry.
Table session_table(const std::vector<SessionRow>& rows, Date today);

/// For people: a line for each session, and below it the outputs that were asked for.
void print_with_outputs(Console& console, const std::vector<SessionRow>& rows, Instant now);

/// The day a session may go, as people say it: "expired 12 days ago", "in 3 days"; empty without.
std::string describe_expiry(const std::optional<Date>& expires_at, Date today);

/// What FindRequest::keep must be for print_sessions_json().
std::string json_of_session(const Session& session);
/// `{"schema": 1, "sessions": […], "problems": […]}` as sessions_root() has it, written piece by
/// piece: very many sessions never are one JSON value in memory.
void print_sessions_json(Console& console, const FoundSessions& found);

/// Says on stderr which links in the place of sessions or users were passed over.
void tell_links(Console& console, const std::vector<Problem>& links);
/// Says on stderr which sessions could not be read and why. The exit code: 4 when there are some,
/// else 0.
int tell_unreadable(Console& console, const std::vector<Problem>& unreadable);

}  // namespace git_session
