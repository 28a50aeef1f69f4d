#include "json/secret_json.h"

#include "json/json_shape.h"

namespace git_session {

Json secrets_to_json(const SecretReport& report) {
  Json list = Json::array();
  for (const FoundSecret& secret : report.found)
    list.push_back({{"path", secret.path},
                    {"line", secret.line},
                    {"column", secret.column},
                    {"rule", secret.rule},
                    {"excerpt", secret.excerpt},
                    {"fingerprint", text_or_null(secret.fingerprint)},
                    {"allowed_by", text_or_null(secret.allowed_by)},
                    {"redacted", secret.is_redacted}});
  return list;
}

Json to_json(const SecretsFound& error) {
  Json object = to_json(static_cast<const Error&>(error));
  object["secrets"] = secrets_to_json(error.report());
  return object;
}

Json secrets_shape() {
  namespace shape = json_shape;
  return shape::list_of(shape::object(
      {{"path", shape::text()},
       {"line", shape::integer()},
       {"column", shape::described(shape::integer(), "In characters, from 1")},
       {"rule", shape::text()},
       {"excerpt", shape::described(shape::text(), "Tells what it is, and nothing of it")},
       {"fingerprint", shape::described(shape::text_or_null(),
                                        "For the allow-list; null where it could be guessed")},
       {"allowed_by", shape::text_or_null()},
       {"redacted", shape::boolean()}}));
}

}  // namespace git_session
