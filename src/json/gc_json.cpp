#include "json/gc_json.h"

#include "json/json_shape.h"
#include "json/session_json.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;

Json date_or_null(const std::optional<Date>& date) {
  return date ? Json(format_date(*date)) : Json(nullptr);
}

Json reasons_to_json(const GcDecision& decision) {
  Json reasons = Json::array();
  for (GcReason reason : decision.reasons) {
    const bool can_be = decision.verdict == GcVerdict::stays && can_be_forced(reason);
    reasons.push_back({{"reason", name_of(reason)}, {"can_be_forced", can_be}});
  }
  return reasons;
}

Json session_to_json(const GcSession& found) {
  const Session& session = found.session;
  return {{"session_id", session.id},
          {"user", text_or_null(session.user)},
          {"path", found.location.path},
          {"in_archive", session.in_archive},
          {"what", name_of(found.decision.verdict)},
          {"reasons", reasons_to_json(found.decision)},
          {"policy", text_or_null(session.retention.policy)},
          {"retention_reason", text_or_null(session.retention.reason)},
          {"expires_at", date_or_null(session.retention.expires_at)},
          {"date", date_or_null(found.decision.date)},
          {"purge_on", date_or_null(found.purge_on)},
          {"bytes", found.bytes},
          {"unpromoted", files_to_json(found.unpromoted)},
          {"promoted_changed", files_to_json(found.promoted_changed)},
          {"uncommitted", files_to_json(found.uncommitted)},
          {"unpushed", files_to_json(found.unpushed)},
          {"detail", text_or_null(found.detail)}};
}

Json ids_of(const std::vector<const GcSession*>& sessions) {
  Json list = Json::array();
  for (const GcSession* found : sessions) list.push_back({{"session_id", found->session.id}});
  return list;
}

Json named_files() { return shape::list_of(shape::object({{"file", shape::text()}})); }

std::vector<std::string> reason_names() {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(GcReason::cannot_edit); ++i) {
    names.emplace_back(name_of(static_cast<GcReason>(i)));
  }
  return names;
}

Json session_shape() {
  return shape::object(
      {{"session_id", shape::text()},
       {"user", shape::text_or_null()},
       {"path", shape::text()},
       {"in_archive", shape::boolean()},
       {"what", shape::one_of({"archive", "purge", "near", "stays"})},
       {"reasons", shape::list_of(shape::object({{"reason", shape::one_of(reason_names())},
                                                 {"can_be_forced", shape::boolean()}}))},
       {"policy", shape::text_or_null()},
       {"retention_reason", shape::text_or_null()},
       {"expires_at", shape::date_or_null()},
       {"date", shape::described(shape::date_or_null(), "Past or near: of expiry or of purging")},
       {"purge_on", shape::described(shape::date_or_null(), "Of one that is archived now")},
       {"bytes", shape::integer()},
       {"unpromoted", named_files()},
       {"promoted_changed", named_files()},
       {"uncommitted", named_files()},
       {"unpushed", named_files()},
       {"detail", shape::text_or_null()}});
}

}  // namespace

Json gc_to_json(const GcSurvey& survey, const GcOutcome& outcome, int within) {
  Json root = json_root();
  root["executed"] = outcome.executed;
  root["within"] = within;
  root["has_remote"] = survey.has_remote;
  root["purge_after"] = survey.purge_after ? Json(describe(*survey.purge_after)) : Json(nullptr);
  root["undated"] = survey.undated;
  root["sessions"] = Json::array();
  for (const GcSession& found : survey.sessions) root["sessions"].push_back(session_to_json(found));
  root["drafts"] = Json::array();
  for (const GcDrafts& drafts : survey.drafts) {
    root["drafts"].push_back({{"session_id", drafts.location.id},
                              {"path", drafts.location.path},
                              {"files", files_to_json(drafts.files)},
                              {"bytes", drafts.bytes}});
  }
  root["archived"] = ids_of(outcome.archived);
  root["purged"] = ids_of(outcome.purged);
  root["operation"] = outcome.operation > 0 ? Json(outcome.operation) : Json(nullptr);
  root["commit"] = text_or_null(outcome.commit.commit);
  root["problems"] = Json::array();
  for (const Problem& problem : survey.unreadable) root["problems"].push_back(to_json(problem));
  return root;
}

Json gc_schema() {
  const Json ids = shape::list_of(shape::object({{"session_id", shape::text()}}));
  return root_schema(
      {{"executed", shape::boolean()},
       {"within", shape::integer()},
       {"has_remote", shape::boolean()},
       {"purge_after", shape::text_or_null()},
       {"undated", shape::described(shape::integer(), "Sessions that no date will end")},
       {"sessions", shape::list_of(session_shape())},
       {"drafts", shape::list_of(shape::object({{"session_id", shape::text()},
                                                {"path", shape::text()},
                                                {"files", named_files()},
                                                {"bytes", shape::integer()}}))},
       {"archived", ids},
       {"purged", ids},
       {"operation", shape::described(shape::integer_or_null(), "What undo takes")},
       {"commit", shape::text_or_null()},
       {"problems", shape::list_of(shape::reference("problem"))}});
}

}  // namespace git_session
