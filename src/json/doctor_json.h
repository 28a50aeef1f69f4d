#pragma once

#include "json/json.h"
#include "operations/check_sessions.h"
#include "operations/repair_plan.h"

namespace git_session {

Json report_to_json(const CheckReport& report);
/// `{severity, code, path, line, message, hint, repair}`
Json to_json(const Finding& finding);

/// `diffs` are those of the repairs, in their order. `operation` is 0 when nothing was done.
Json repairs_to_json(const RepairPlan& plan, const std::vector<std::string>& diffs, int operation,
                     const CheckReport& afterwards);

Json doctor_schema();

}  // namespace git_session
