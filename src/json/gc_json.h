#pragma once

#include "json/json.h"
#include "operations/gc_execute.h"

namespace git_session {

/// What gc found, and where it was executed, what it did.
struct GcOutcome {
  bool executed = false;
  int operation = 0;
  GcCommit commit;
  std::vector<const GcSession*> archived;
  std::vector<const GcSession*> purged;
};

Json gc_to_json(const GcSurvey& survey, const GcOutcome& outcome, int within);
Json gc_schema();

}  // namespace git_session
