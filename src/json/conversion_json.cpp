#include "json/conversion_json.h"

#include "json/json_shape.h"
#include "json/secret_json.h"
#include "json/session_schema.h"

namespace git_session {
namespace {

namespace shape = json_shape;

void add_conversion(Json& root, const confluence::Conversion& conversion) {
  root["storage"] = conversion.storage;
  root["notes"] = Json::array();
  for (const auto& note : conversion.notes)
    root["notes"].push_back({{"line", note.line}, {"text", note.text}});
  root["attachments"] = Json::array();
  for (const auto& attachment : conversion.attachments)
    root["attachments"].push_back(
        {{"path", attachment.path}, {"filename", attachment.filename}, {"line", attachment.line}});
}

Json conversion_properties() {
  Json note = shape::object({{"line", shape::integer()}, {"text", shape::text()}});
  Json attachment = shape::object({{"path", shape::described(shape::text(), "As written")},
                                   {"filename", shape::text()},
                                   {"line", shape::integer()}});
  return {{"storage", shape::described(shape::text(), "Confluence storage format")},
          {"notes", shape::described(shape::list_of(std::move(note)),
                                     "What could not be shown as it was meant")},
          {"attachments", shape::described(shape::list_of(std::move(attachment)),
                                           "The local pictures that the page needs")}};
}

}  // namespace

Json conversion_root(const confluence::Conversion& conversion) {
  Json root = json_root();
  add_conversion(root, conversion);
  return root;
}

Json prepared_page_root(const PreparedPage& page) {
  Json root = json_root();
  root["session_id"] = page.session_id;
  root["source_file"] = page.source_file;
  root["title"] = page.title;
  add_conversion(root, page.conversion);
  root["secrets"] = secrets_to_json(page.secrets);
  return root;
}

Json conversion_schema() { return root_schema(conversion_properties()); }

Json prepared_page_schema() {
  Json properties = {
      {"session_id", shape::text()}, {"source_file", shape::text()}, {"title", shape::text()}};
  properties.update(conversion_properties());
  properties["secrets"] = secrets_shape();
  return root_schema(properties);
}

}  // namespace git_session
