#pragma once

#include <string>
#include <string_view>

#include "core/session.h"

namespace git_session {

/// A person as they are typed: `Name <mail> (role)`; mail, role or name may be left out, but not
/// name and mail both. Throws Error(usage) for anything else, also for line breaks and text that is
/// not UTF-8.
Stakeholder parse_stakeholder(std::string_view text);

/// The same the other way round: for messages and tables.
std::string describe(const Stakeholder& person);

/// Whether `text` names this person: by name or by mail, any case, or as describe() has it.
bool is_named(const Stakeholder& person, std::string_view text);

}  // namespace git_session
