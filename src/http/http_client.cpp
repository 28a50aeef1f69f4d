#include "http/http_client.h"

#include "base/text.h"

namespace git_session {

std::string HttpResponse::header(std::string_view name) const {
  for (const HttpHeader& each : headers)
    if (equals_ignoring_case(each.name, name)) return each.value;
  return {};
}

bool HttpResponse::ok() const { return failure == Failure::none && status >= 200 && status < 300; }

HttpClient::~HttpClient() = default;

}  // namespace git_session
