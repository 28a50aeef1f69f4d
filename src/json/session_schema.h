#pragma once

#include "json/json.h"

namespace git_session {

/// The metadata file as we write it; other keys are allowed, and kept.
Json metadata_schema();

/// What went wrong, as to_json(const Error&) prints it.
Json error_shape();

/// What the shapes below refer to: session, output, stakeholder, problem, error.
Json schema_definitions();

/// `"schema": 1` and these properties, all of them there, and nothing else.
Json root_schema(const Json& properties);
/// A root around one session, with what a verb adds to it.
Json session_root_schema(const Json& additions = Json::object());
/// `{"schema": 1, "sessions": […], "problems": […]}`.
Json sessions_root_schema();
/// What `report` prints of one session.
Json session_report_schema();
/// What `report --against` prints.
Json branch_report_schema();

}  // namespace git_session
