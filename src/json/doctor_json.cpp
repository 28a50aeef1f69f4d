#include "json/doctor_json.h"

#include "json/json_shape.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;

Json finding_shape() {
  return shape::object({{"severity", shape::one_of({"error", "warning", "note"})},
                        {"code", shape::text()},
                        {"path", shape::text()},
                        {"line", shape::integer_or_null()},
                        {"message", shape::text()},
                        {"hint", shape::text_or_null()},
                        {"repair", shape::text_or_null()}});
}

Json unrepaired_shape() {
  Json unrepaired = finding_shape();
  unrepaired["properties"]["reason"] = shape::text();
  unrepaired["required"].push_back("reason");
  return unrepaired;
}

Json repairs_schema(Json properties) {
  Json repair = shape::object({{"path", shape::text()},
                               {"codes", shape::list_of(shape::object({{"code", shape::text()}}))},
                               {"what", shape::text()},
                               {"diff", shape::text_or_null()}});
  properties["operation"] = shape::integer_or_null();
  properties["repairs"] = shape::list_of(std::move(repair));
  properties["not_repaired"] = shape::list_of(unrepaired_shape());
  return root_schema(properties);
}

}  // namespace

Json to_json(const Finding& finding) {
  Json json = {{"severity", name_of(finding.severity)}};
  json.update(to_json(finding.problem));
  json["repair"] = text_or_null(finding.repair);
  return json;
}

Json report_to_json(const CheckReport& report) {
  Json root = json_root();
  root["checked"] = report.checked;
  root["affected"] = report.affected;
  root["problems"] = Json::array();
  for (const Finding& finding : report.findings) root["problems"].push_back(to_json(finding));
  return root;
}

Json repairs_to_json(const RepairPlan& plan, const std::vector<std::string>& diffs, int operation,
                     const CheckReport& afterwards) {
  Json root = report_to_json(afterwards);
  root["operation"] = operation > 0 ? Json(operation) : Json(nullptr);
  root["repairs"] = Json::array();
  for (size_t i = 0; i < plan.repairs.size(); ++i) {
    const Repair& repair = plan.repairs[i];
    Json codes = Json::array();
    for (const std::string& code : repair.codes) codes.push_back({{"code", code}});
    root["repairs"].push_back({{"path", repair.path},
                               {"codes", std::move(codes)},
                               {"what", repair.what},
                               {"diff", text_or_null(diffs.at(i))}});
  }
  root["not_repaired"] = Json::array();
  for (const Unrepaired& left : plan.left) {
    Json finding = to_json(left.finding);
    finding["reason"] = left.reason;
    root["not_repaired"].push_back(std::move(finding));
  }
  return root;
}

Json doctor_schema() {
  const Json report = {{"checked", shape::integer()},
                       {"affected", shape::integer()},
                       {"problems", shape::list_of(finding_shape())}};
  return shape::any_of({root_schema(report), repairs_schema(report)});
}

}  // namespace git_session
