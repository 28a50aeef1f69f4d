#include "json/promotion_json.h"

#include "core/fields.h"
#include "json/json_shape.h"
#include "json/secret_json.h"
#include "json/session_json.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

Json promotion_properties() {
  Json properties = json_shape::field_properties(promotion_fields());
  properties["path"] = json_shape::described(json_shape::text(), "The ledger's folder");
  return properties;
}

}  // namespace

Json to_json(const Promotion& promotion) {
  Json object = Json::object();
  for (const PromotionField& field : promotion_fields())
    object[std::string(field.key)] = to_json(field.get(promotion));
  object["path"] = promotion.path;
  return object;
}

Json promotion_root(const PromotionReport& report) {
  Json root = session_root(report.session);
  root["promotion"] = to_json(report.promotion);
  root["recorded"] = !report.was_recorded;
  root["elsewhere"] = Json::array();
  for (const Promotion& other : report.elsewhere) root["elsewhere"].push_back(to_json(other));
  root["secrets"] = secrets_to_json(report.secrets);
  return root;
}

Json promotions_root(const PromotionList& list) {
  Json root = json_root();
  root["promotions"] = Json::array();
  root["problems"] = Json::array();
  for (const ListedPromotion& listed : list.promotions) {
    Json object = to_json(listed.promotion);
    object["state"] = name_of(listed.state);
    root["promotions"].push_back(std::move(object));
  }
  for (const Problem& problem : list.problems) root["problems"].push_back(to_json(problem));
  return root;
}

Json promotion_shape() { return json_shape::object(promotion_properties()); }

Json promotion_schema() {
  const Json promotion = promotion_shape();
  return session_root_schema({{"promotion", promotion},
                              {"recorded", json_shape::boolean()},
                              {"elsewhere", json_shape::list_of(promotion)},
                              {"secrets", secrets_shape()}});
}

Json promotions_schema() {
  Json listed = promotion_properties();
  listed["state"] =
      json_shape::one_of({name_of(PromotionState::current), name_of(PromotionState::changed),
                          name_of(PromotionState::changed_there), name_of(PromotionState::diverged),
                          name_of(PromotionState::gone)});
  return root_schema({{"promotions", json_shape::list_of(json_shape::object(listed))},
                      {"problems", json_shape::list_of(json_shape::reference("problem"))}});
}

}  // namespace git_session
