#include "jira/jira_client.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace git_session::jira {
namespace {

using Json = nlohmann::json;
using Failure = HttpResponse::Failure;

constexpr size_t longest_global_id = 255;
constexpr size_t longest_words = 300;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Never throws; what is no JSON is `null`.
Json parse(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  return json.is_discarded() ? Json() : json;
}

std::string text_at(const Json& json, const char* pointer) {
  const Json::json_pointer place(pointer);
  if (!json.contains(place) || !json.at(place).is_string()) return {};
  return json.at(place).get<std::string>();
}

/// What the server says of an error: `errorMessages`, `errors` by field, or `message`.
std::string words_of(const std::string& body) {
  const Json json = parse(body);
  std::vector<std::string> words;
  const auto add_all = [&](const char* name) {
    if (!json.is_object() || !json.contains(name)) return;
    for (const Json& each : json.at(name))
      if (each.is_string()) words.push_back(each.get<std::string>());
  };
  add_all("errorMessages");
  add_all("errors");
  if (words.empty() && json.is_object()) words.push_back(text_at(json, "/message"));
  return truncate_to_width(replace_invalid_utf8(join(words, " ")), longest_words);
}

Json body_of(const RemoteLink& link) {
  return {{"globalId", link.global_id},
          {"application", {{"type", "com.github.git-session"}, {"name", "git-session"}}},
          {"relationship", "mentioned in"},
          {"object", {{"url", link.url}, {"title", link.title}, {"summary", link.summary}}}};
}

}  // namespace

bool is_ticket_key(std::string_view text) {
  const size_t hyphen = text.find('-');
  if (hyphen == text.npos || hyphen == 0 || !is_letter(text[0])) return false;
  const std::string_view project = text.substr(0, hyphen);
  const std::string_view number = text.substr(hyphen + 1);
  return std::all_of(project.begin(), project.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '_'; }) &&
         !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
}

std::string global_id_of_page(std::string_view site, std::string_view page_id) {
  const std::string end = "&pageId=" + std::string(page_id);
  const std::string begin = "git-session&site=" + std::string(site);
  return begin.substr(0, longest_global_id - std::min(longest_global_id, end.size())) + end;
}

Error JiraClient::error_for(const std::string& key, const HttpResponse& response,
                            const char* refusal) const {
  const std::string jira = "Jira at " + address_;
  if (response.failure != Failure::none)
    return Error(ErrorKind::unavailable,
                 jira + " did not answer for " + key + ": " + connection_.shown(response.words));
  const std::string said = connection_.shown(words_of(response.body));
  const std::string words = said.empty() ? "" : " (" + said + ")";
  switch (response.status) {
    case 401:
      return Error(ErrorKind::unavailable,
                   jira + " does not accept the login, asked for " + key + words,
                   "check the token in GIT_SESSION_JIRA_TOKEN or git credential, and "
                   "session.jira.user; a token with scopes needs session.jira.gateway");
    case 403:
      return Error(ErrorKind::unavailable,
                   jira + " does not let you " + refusal + " " + key + words,
                   "ask who runs that project for the right to");
    case 404:
      return Error(ErrorKind::not_found,
                   jira + " has no ticket " + key + ", or does not show it to you" + words,
                   "git session update --ticket KEY names another");
    case 429:
      return Error(ErrorKind::unavailable,
                   jira + " is asked too often, and did not answer for " + key,
                   "repeat the command in a few minutes");
    default:
      return Error(ErrorKind::unavailable,
                   jira + " answered " + std::to_string(response.status) + " for " + key + words);
  }
}

std::string JiraClient::path_of(const std::string& key) const {
  if (!is_ticket_key(key))
    throw Error(ErrorKind::usage, "'" + escape_line(key) + "' is no ticket of Jira, as PROJ-123 is",
                "git session update --ticket PROJ-123");
  // As Jira writes them; a branch may have given us proj-123.
  std::string path = api_;
  for (char c : key) path += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return path;
}

HttpResponse JiraClient::send(const std::string& key, const SiteRequest& request,
                              const char* refusal) {
  HttpResponse response = connection_.send(request);
  // Asking or linking twice is asking or linking once.
  const bool is_lost = response.failure == Failure::no_answer && request.method != "GET";
  if (is_lost) response = connection_.send(request);
  if (!response.ok()) throw error_for(key, response, refusal);
  return response;
}

Ticket JiraClient::read_ticket(const std::string& key) {
  const HttpResponse response = send(key, {"GET", path_of(key) + "?fields=summary,status"}, "see");
  const Json json = parse(response.body);
  Ticket ticket;
  ticket.key = text_at(json, "/key");
  ticket.summary = text_at(json, "/fields/summary");
  ticket.state = text_at(json, "/fields/status/name");
  // A ticket that was moved answers to its old key with the new one.
  if (!is_ticket_key(ticket.key))
    throw Error(ErrorKind::unavailable,
                "what is at " + address_ + " does not answer as Jira does for " + key,
                "check session.jira.site");
  ticket.url = address_ + "/browse/" + ticket.key;
  return ticket;
}

void JiraClient::put_link(const std::string& key, const RemoteLink& link) {
  const std::string body = body_of(link).dump(-1, ' ', false, Json::error_handler_t::replace);
  const HttpResponse response = send(key, {"POST", path_of(key) + "/remotelink", body}, "link");
  if (!parse(response.body).contains("id"))
    throw Error(ErrorKind::unavailable,
                "what is at " + address_ + " does not answer as Jira does for " + key,
                "check session.jira.site");
}

}  // namespace git_session::jira
