#include "core/query.h"

#include <algorithm>

#include "base/text.h"
#include "core/fields.h"

namespace git_session {
namespace {

bool matches_any(const std::vector<std::string>& patterns, std::string_view text) {
  if (patterns.empty()) return true;
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    return !text.empty() && matches_glob(pattern, text);
  });
}

bool contains_any(const std::vector<std::string>& parts, std::string_view text) {
  if (parts.empty()) return true;
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return contains_ignoring_case(text, part); });
}

bool has_tags(const Session& session, const std::vector<std::string>& patterns) {
  return std::all_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    return std::any_of(session.tags.begin(), session.tags.end(),
                       [&](const std::string& tag) { return matches_glob(pattern, tag); });
  });
}

bool is_within(const Session& session, const Query& query) {
  if (!query.since && !query.until) return true;
  std::optional<Instant> created = effective_created_at(session);
  if (!created) return false;
  return (!query.since || *created >= *query.since) && (!query.until || *created < *query.until);
}

bool expires_within(const Session& session, int days, Date today) {
  if (session.status.current == State::archived || !session.retention.expires_at) return false;
  return days_between(today, *session.retention.expires_at) <= days;
}

/// Whether `value`, or anything in it when it is a list, fits the pattern.
bool value_matches(const Value& value, std::string_view pattern) {
  if (const Value::Sequence* items = value.sequence()) {
    return std::any_of(items->begin(), items->end(),
                       [&](const Value& item) { return value_matches(item, pattern); });
  }
  return matches_glob(pattern, to_text(value));
}

/// Looks `path` ("usage.tokens.total") up in keys that are not ours.
const Value* find_extra(const Value::Mapping& mapping, std::string_view path) {
  for (const auto& [key, value] : mapping) {
    if (key == path) return &value;
    bool leads_on = path.size() > key.size() && path.starts_with(key) && path[key.size()] == '.';
    if (leads_on && value.mapping())
      return find_extra(*value.mapping(), path.substr(key.size() + 1));
  }
  return nullptr;
}

bool matches_where(const Session& session, const std::string& key, const std::string& pattern) {
  if (const SessionField* field = find_session_field(key)) {
    return value_matches(field->get(session), pattern);
  }
  for (const auto& [name, target] : session.links) {
    if (key == name || key == "links." + name) return matches_glob(pattern, target);
  }
  if (key == "tags" || key == "tag") return has_tags(session, {pattern});
  for (const OutputField& field : output_fields()) {
    if (key != "outputs." + std::string(field.key)) continue;
    return std::any_of(session.outputs.begin(), session.outputs.end(), [&](const Output& output) {
      return value_matches(field.get(output), pattern);
    });
  }
  constexpr std::string_view of_outputs = "outputs.";
  if (key.starts_with(of_outputs)) {
    return std::any_of(session.outputs.begin(), session.outputs.end(), [&](const Output& output) {
      const Value* value =
          find_extra(output.extra, std::string_view(key).substr(of_outputs.size()));
      return value != nullptr && value_matches(*value, pattern);
    });
  }
  const Value* value = find_extra(session.extra, key);
  return value ? value_matches(*value, pattern) : pattern.empty();
}

bool matches_state(const Session& session, const std::vector<State>& states) {
  return states.empty() ||
         std::find(states.begin(), states.end(), session.status.current) != states.end();
}

}  // namespace

bool matches(const Output& output, const Query& query) {
  return matches_any(query.agents, output.agent) && matches_any(query.types, output.type) &&
         (!query.promoted || output.promoted == *query.promoted);
}

bool matches(const Session& session, const Query& query, Date today) {
  const Session::Context& context = session.context;
  bool user_fits = query.users.empty() || matches_any(query.users, session.user) ||
                   matches_any(query.users, session.created_by.user) ||
                   matches_any(query.users, session.created_by.email);
  bool text_fits =
      user_fits && matches_any(query.tickets, context.ticket) &&
      contains_any(query.projects, context.project) &&
      matches_any(query.teams, session.created_by.team) &&
      matches_any(query.sprints, context.sprint) && matches_any(query.epics, context.epic) &&
      matches_any(query.releases, context.release) && matches_any(query.branches, context.branch);
  if (!text_fits || !matches_state(session, query.states) || !has_tags(session, query.tags) ||
      !is_within(session, query)) {
    return false;
  }
  if (query.expiring_within && !expires_within(session, *query.expiring_within, today))
    return false;
  bool where_fits = std::all_of(query.where.begin(), query.where.end(), [&](const auto& condition) {
    return matches_where(session, condition.first, condition.second);
  });
  if (!where_fits) return false;
  return !query.asks_for_outputs() ||
         std::any_of(session.outputs.begin(), session.outputs.end(),
                     [&](const Output& output) { return matches(output, query); });
}

}  // namespace git_session
