#include "core/gc_rules.h"

namespace git_session {
namespace {

bool is_near(Date date, const GcRules& rules) {
  return date <= add_days(rules.today, rules.within);
}

std::optional<GcDecision> decide_in_sessions(const GcFacts& facts, const GcRules& rules) {
  if (facts.policy == "hold") return GcDecision{GcVerdict::stays, {GcReason::held}, std::nullopt};
  if (facts.policy == "permanent" || !facts.expires_at) return std::nullopt;
  const Date date = *facts.expires_at;
  if (!is_near(date, rules)) return std::nullopt;
  if (date >= rules.today) return GcDecision{GcVerdict::near, {GcReason::expires_soon}, date};
  if (!facts.obstacles.empty()) return GcDecision{GcVerdict::stays, facts.obstacles, date};
  return GcDecision{GcVerdict::archive, {GcReason::expired}, date};
}

std::optional<GcDecision> decide_in_archive(const GcFacts& facts, const GcRules& rules) {
  if (!rules.purge_after) return std::nullopt;
  if (!facts.archived_on) {
    return GcDecision{GcVerdict::stays, {GcReason::no_archive_date}, std::nullopt};
  }
  const Date date = add_length(*facts.archived_on, *rules.purge_after);
  if (!is_near(date, rules)) return std::nullopt;
  GcDecision decision{GcVerdict::stays, {}, date};
  if (facts.policy == "hold") decision.reasons.push_back(GcReason::held);
  if (facts.policy == "permanent") decision.reasons.push_back(GcReason::permanent);
  // Until it is due there is time to mend the rest.
  const bool is_due = date < rules.today;
  for (GcReason obstacle : is_due ? facts.obstacles : std::vector<GcReason>()) {
    if (!facts.is_forced || !can_be_forced(obstacle)) decision.reasons.push_back(obstacle);
  }
  if (!decision.reasons.empty()) return decision;
  if (!is_due) {
    return GcDecision{GcVerdict::near, {GcReason::long_archived_soon}, date};
  }
  return GcDecision{GcVerdict::purge, {GcReason::long_archived}, date};
}

}  // namespace

const char* name_of(GcVerdict verdict) {
  switch (verdict) {
    case GcVerdict::archive:
      return "archive";
    case GcVerdict::purge:
      return "purge";
    case GcVerdict::near:
      return "near";
    case GcVerdict::stays:
      break;
  }
  return "stays";
}

const char* name_of(GcReason reason) {
  switch (reason) {
    case GcReason::expired:
      return "expired";
    case GcReason::expires_soon:
      return "expires-soon";
    case GcReason::long_archived:
      return "long-archived";
    case GcReason::long_archived_soon:
      return "long-archived-soon";
    case GcReason::held:
      return "held";
    case GcReason::permanent:
      return "permanent";
    case GcReason::no_archive_date:
      return "no-archive-date";
    case GcReason::promoted_changed:
      return "promoted-changed";
    case GcReason::uncommitted:
      return "uncommitted";
    case GcReason::unpushed:
      return "unpushed";
    case GcReason::foreign_content:
      return "foreign-content";
    case GcReason::target_exists:
      return "target-exists";
    case GcReason::target_ignored:
      return "target-ignored";
    case GcReason::sparse_checkout:
      return "sparse-checkout";
    case GcReason::newer_schema:
      return "newer-schema";
    case GcReason::cannot_edit:
      break;
  }
  return "cannot-edit";
}

bool can_be_forced(GcReason reason) {
  return reason == GcReason::promoted_changed || reason == GcReason::uncommitted ||
         reason == GcReason::unpushed;
}

std::optional<GcDecision> decide_gc(const GcFacts& facts, const GcRules& rules) {
  return facts.in_archive ? decide_in_archive(facts, rules) : decide_in_sessions(facts, rules);
}

}  // namespace git_session
