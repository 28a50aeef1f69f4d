#pragma once

#include <string>

#include "cli/command.h"
#include "cli/console.h"
#include "operations/gc_execute.h"

namespace git_session {

/// What is to be done, in the words of a question: "archive 2 sessions, remove 1 draft"; empty for
/// nothing.
std::string describe_work(const GcWork& work);

/// After a preview: what --execute would do, and what the list does not say.
void tell_preview(Console& console, const GcSurvey& survey, const GcWork& work, int within);
void tell_about_clones(Console& console);

/// What was done, a line each; `arguments` are those of gc.
void print_done(Console& console, const Workspace& workspace, const GcWork& work,
                const GcSurvey& survey, const Arguments& arguments);

/// Names on stderr what was to go and stays, why, and what to type. The exit code: 5 when there is
/// any, else 0.
int tell_refused(Console& console, const GcSurvey& survey, bool with_purge, Date today);

}  // namespace git_session
