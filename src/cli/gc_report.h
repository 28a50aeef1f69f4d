#pragma once

#include <string>

#include "cli/console.h"
#include "operations/gc_survey.h"

namespace git_session {

/// Why a session is where it is in the list: "expired 3 days ago", "held: Litigation 4711".
std::string describe_reasons(const GcSession& found, const GcSurvey& survey, Date today);
/// What of it is nowhere else: "2 never promoted, 1 not committed"; empty when nothing is.
std::string describe_risks(const GcSession& found);

/// A line for each session and for the drafts of each.
void print_survey(Console& console, const GcSurvey& survey, Date today);
/// The same for a ticket or the summary of a CI job, with the names of what is nowhere else.
std::string survey_markdown(const GcSurvey& survey, Date today);

}  // namespace git_session
