#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace git_session {

/// What an output's file name says: `{YYYY-MM-DD}_{HH-MM-SS}_{topic}_{agent}.{ext}` and its shorter
/// forms. What the name does not say stays empty.
struct OutputName {
  std::optional<Date> day;
  std::optional<LocalTime> time;  ///< day and time of day; only when the name has both
  std::string topic;
  std::string agent;      ///< only a part that starts with `cs-` or is one of the known agents
  std::string extension;  ///< without the dot
};

/// Reads the last level of `file`. `known_agents` is the setting session.agents.
OutputName parse_output_name(std::string_view file, const std::vector<std::string>& known_agents);

/// A topic or agent as a file name can carry it: lower case, `a-z0-9-` and letters beyond ASCII, at
/// most 60 bytes.
std::string name_part(std::string_view text);

/// Whether `extension` can end an output's name: letters and digits, also `tar.gz`; at most 16
/// bytes.
bool is_output_extension(std::string_view extension);

/// `topic` as name_part(), and from number 2 on with `-2` behind it, still within those bytes.
std::string numbered_topic(std::string_view topic, int number);

/// `{stamp}_{topic}_{agent}.{extension}`; empty parts are left out.
std::string make_output_name(const LocalTime& time, std::string_view topic, std::string_view agent,
                             std::string_view extension);

}  // namespace git_session
