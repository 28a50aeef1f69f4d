#include "json/publish_json.h"

#include "json/json_shape.h"
#include "json/promotion_json.h"
#include "json/secret_json.h"
#include "json/session_json.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;

// The results of PublishResult, and those of an output that has no report.
constexpr const char* failed = "failed";
constexpr const char* not_tried = "not tried";

Json notes_of(const PreparedPage& page) {
  Json notes = Json::array();
  for (const auto& note : page.conversion.notes)
    notes.push_back({{"line", note.line}, {"text", note.text}});
  return notes;
}

Json page_of(const PublishReport& report) {
  Json page;
  page["id"] = text_or_null(report.page_id);
  page["url"] = text_or_null(report.page_id.empty() ? std::string() : report.page_url);
  page["title"] = report.page.title;
  page["version"] = report.version > 0 ? Json(report.version) : Json();
  return page;
}

Json with_report(Json object, const PublishReport& report) {
  object["result"] = name_of(report.result);
  object["page"] = page_of(report);
  object["storage"] = report.page.conversion.storage;
  object["notes"] = notes_of(report.page);
  object["attached"] = report.attached;
  object["kept_comments"] = report.kept_comments;
  object["diff"] = text_or_null(report.diff);
  object["saved_copy"] = text_or_null(report.saved_copy);
  object["error"] = report.refusal ? to_json(*report.refusal) : Json();
  object["promotion"] = report.promotion ? to_json(report.promotion->promotion) : Json();
  return object;
}

Json to_json(const PublishedOutput& output) {
  Json object{{"file", output.file}};
  object["secrets"] = secrets_to_json(output.secrets);
  if (output.report) return with_report(std::move(object), *output.report);
  object["result"] = output.failure ? failed : not_tried;
  object["error"] = output.failure ? to_json(*output.failure) : Json();
  return object;
}

Json nothing_or(Json of_something) {
  return shape::any_of({shape::null(), std::move(of_something)});
}

Json reported_schema() {
  Json page = shape::object({{"id", shape::text_or_null()},
                             {"url", shape::text_or_null()},
                             {"title", shape::text()},
                             {"version", shape::integer_or_null()}});
  Json note = shape::object({{"line", shape::integer()}, {"text", shape::text()}});
  return shape::object(
      {{"file", shape::text()},
       {"result",
        shape::one_of({name_of(PublishResult::created), name_of(PublishResult::updated),
                       name_of(PublishResult::unchanged), name_of(PublishResult::refused)})},
       {"page", shape::described(page, "As it is afterwards; of a dry run: as it is")},
       {"storage", shape::described(shape::text(), "The page in Confluence storage format")},
       {"notes", shape::described(shape::list_of(note), "What could not be shown as meant")},
       {"attached", shape::described(shape::integer(), "Pictures sent now")},
       {"kept_comments", shape::described(shape::integer(), "Marks of comments that stay")},
       {"diff", shape::described(shape::text_or_null(),
                                 "What a refusal protects, or what a dry run would change")},
       {"saved_copy",
        shape::described(shape::text_or_null(), "Where a refusal left the page as it is there")},
       {"error", nothing_or(shape::reference("error"))},
       {"promotion", nothing_or(promotion_shape())},
       {"secrets", secrets_shape()}});
}

}  // namespace

Json published_root(const Session& session, const std::vector<PublishedOutput>& outputs,
                    bool is_dry_run) {
  Json root = session_root(session);
  root["dry_run"] = is_dry_run;
  root["outputs"] = Json::array();
  for (const PublishedOutput& output : outputs) root["outputs"].push_back(to_json(output));
  return root;
}

Json site_check_root(const std::string& site_address, const std::vector<SiteCheck>& checks) {
  Json root = json_root();
  root["site"] = site_address;
  root["checks"] = Json::array();
  for (const SiteCheck& check : checks)
    root["checks"].push_back({{"name", check.name},
                              {"state", name_of(check.state)},
                              {"text", check.words},
                              {"hint", text_or_null(check.hint)}});
  return root;
}

Json published_schema() {
  Json without_report = shape::object({{"file", shape::text()},
                                       {"result", shape::one_of({failed, not_tried})},
                                       {"error", nothing_or(shape::reference("error"))},
                                       {"secrets", secrets_shape()}});
  return session_root_schema(
      {{"dry_run", shape::boolean()},
       {"outputs", shape::list_of(shape::any_of({reported_schema(), std::move(without_report)}))}});
}

Json site_check_schema() {
  Json check = shape::object({{"name", shape::text()},
                              {"state", shape::one_of({name_of(SiteCheck::State::passed),
                                                       name_of(SiteCheck::State::failed),
                                                       name_of(SiteCheck::State::unknown)})},
                              {"text", shape::text()},
                              {"hint", shape::text_or_null()}});
  return root_schema({{"site", shape::text()}, {"checks", shape::list_of(std::move(check))}});
}

}  // namespace git_session
