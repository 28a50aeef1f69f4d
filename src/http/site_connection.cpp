#include "http/site_connection.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

using std::chrono::seconds;

bool has_header(const HttpRequest& request, std::string_view name) {
  return std::any_of(request.headers.begin(), request.headers.end(), [&](const HttpHeader& header) {
    return equals_ignoring_case(header.name, name);
  });
}

std::string without(std::string text, const std::string& secret) {
  for (size_t place = 0; !secret.empty() && (place = text.find(secret, place)) != text.npos;)
    text.replace(place, secret.size(), "…");
  return text;
}

}  // namespace

SiteConnection::SiteConnection(std::unique_ptr<HttpClient> client, SiteAccess access,
                               OnAnswer on_answer)
    : client_(std::move(client)), access_(std::move(access)), on_answer_(std::move(on_answer)) {}

HttpResponse SiteConnection::send(const SiteRequest& request) {
  HttpRequest whole;
  whole.method = request.method;
  whole.url = access_.api_address + request.path;
  whole.headers = request.headers;
  whole.body = request.body;
  whole.headers.push_back({"Authorization", access_.authorization});
  if (!has_header(whole, "Accept")) whole.headers.push_back({"Accept", "application/json"});
  if (!whole.body.empty() && !has_header(whole, "Content-Type"))
    whole.headers.push_back({"Content-Type", "application/json"});
  if (access_.end) {
    const auto left = std::chrono::ceil<seconds>(*access_.end - std::chrono::steady_clock::now());
    whole.time_limit = std::clamp(left, seconds(1), whole.time_limit);
  }
  HttpResponse response = client_->send(whole);
  if (!response.ok()) {
    response.body = without_secrets(std::move(response.body));
    response.words = without_secrets(std::move(response.words));
    for (HttpHeader& header : response.headers) header.value = without_secrets(header.value);
  }
  if (on_answer_) on_answer_(response);
  return response;
}

std::string SiteConnection::without_secrets(std::string text) const {
  for (const std::string& secret : access_.secrets) text = without(std::move(text), secret);
  return text;
}

std::string SiteConnection::shown(std::string_view words) const {
  return escape_line(without_secrets(std::string(words)));
}

}  // namespace git_session
