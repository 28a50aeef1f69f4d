#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/session.h"

namespace git_session {

/// What a session is called in a line for people: the last part of its branch, else its project.
std::string short_name(const Session& session);

/// Who made documents: the agents and the models, each once; empty names are left out.
struct Makers {
  std::vector<std::string> agents;
  std::vector<std::string> models;
  void add(const std::string& agent, const std::string& model);
};

/// "3 documents kept in invoice-automation (cs-architect, opus)", with "document kept" and
/// "documents kept" as the words for what is counted.
std::string kept_line(size_t count, std::string_view singular, std::string_view plural,
                      const std::string& session_name, const Makers& makers);

}  // namespace git_session
