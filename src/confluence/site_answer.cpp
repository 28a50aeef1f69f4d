#include "confluence/site_answer.h"

#include "base/text.h"

namespace git_session::confluence {
namespace {

constexpr size_t most_words = 300;

constexpr int deepest = 64;

const Json& null_value() {
  static const Json null;
  return null;
}

bool looks_like_html(const HttpResponse& response) {
  const std::string_view body = trim(response.body);
  return response.header("Content-Type").find("html") != std::string::npos ||
         (!body.empty() && body.front() == '<');
}

std::string joined_errors(const Json& errors) {
  std::string words;
  for (const Json& error : errors) {
    const std::string title =
        error.is_object() ? text_of(member(error, {"title"})) : text_of(error);
    const std::string detail =
        error.is_object() ? text_of(member(error, {"detail"})) : std::string();
    if (!title.empty()) words += (words.empty() ? "" : "; ") + title;
    if (!detail.empty() && detail != title) words += (words.empty() ? "" : ": ") + detail;
  }
  return words;
}

/// The server's own words: v2 has a list of errors, v1 a message.
std::string words_of(const HttpResponse& response) {
  const Json body = parse_json(response.body);
  std::string words = text_of(member(body, {"message"}));
  if (const Json& errors = member(body, {"errors"}); errors.is_array() && words.empty())
    words = joined_errors(errors);
  if (words.size() > most_words) words = words.substr(0, most_words) + "…";
  return escape_line(words);
}

std::string with_words(const std::string& text, const std::string& words) {
  return words.empty() ? text : text + " (" + words + ")";
}

Error explain_failure(const HttpResponse& response, const std::string& doing) {
  return Error(ErrorKind::unavailable, "cannot " + doing + ": " + response.words,
               "git session promote --check tells what is wrong");
}

Error explain_redirect(const HttpResponse& response, const std::string& doing) {
  const std::string target = response.header("Location");
  return Error(ErrorKind::unavailable,
               "cannot " + doing + ": the server sends us on to " +
                   (target.empty() ? std::string("another address") : escape_line(target)) +
                   ", and a login is never sent after a redirect",
               "git config session.confluence.site ADDRESS, with the address that pages have");
}

Error explain_login(const HttpResponse& response, const std::string& doing) {
  const std::string words = words_of(response);
  if (response.status == 401 && looks_like_html(response))
    return Error(ErrorKind::refused,
                 "cannot " + doing +
                     ": the site does not take this token (401); a token with "
                     "scopes works through Atlassian's gateway only",
                 "git config session.confluence.gateway https://api.atlassian.com")
        .with_reason("site-login");
  if (response.status == 401 && words.find("scope") != std::string::npos)
    return Error(ErrorKind::refused,
                 with_words("cannot " + doing + ": the token lacks a scope", words),
                 "it needs read:page, write:page, read:space, read:attachment, "
                 "write:confluence-file and write:confluence-content")
        .with_reason("site-permission");
  return Error(ErrorKind::refused,
               with_words("cannot " + doing + ": the site does not take this login (" +
                              std::to_string(response.status) + ")",
                          words),
               "git session promote --check tells what is wrong with it")
      .with_reason("site-login");
}

Error explain_refusal(const HttpResponse& response, const std::string& doing) {
  return Error(ErrorKind::refused,
               with_words("cannot " + doing + ": this login may not (403)", words_of(response)),
               "ask for the right to edit there, or: git session promote --check")
      .with_reason("site-permission");
}

}  // namespace

Json parse_json(std::string_view text) {
  bool is_too_deep = false;
  Json json = Json::parse(
      text,
      [&](int depth, Json::parse_event_t, Json&) {
        is_too_deep = is_too_deep || depth > deepest;
        return !is_too_deep;
      },
      false);
  return is_too_deep ? Json(Json::value_t::discarded) : json;
}

const Json& member(const Json& value, std::initializer_list<const char*> keys) {
  const Json* place = &value;
  for (const char* key : keys) {
    if (!place->is_object()) return null_value();
    auto found = place->find(key);
    if (found == place->end()) return null_value();
    place = &*found;
  }
  return *place;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<int64_t>());
  return {};
}

int64_t number_of(const Json& value) {
  return value.is_number_integer() ? value.get<int64_t>() : 0;
}

PageStatus status_of(std::string_view word) {
  if (word == "current") return PageStatus::current;
  if (word == "draft") return PageStatus::draft;
  if (word == "archived") return PageStatus::archived;
  return word == "trashed" ? PageStatus::trashed : PageStatus::other;
}

std::string page_id_of(const Json& page) {
  const std::string id = text_of(member(page, {"id"}));
  if (!id.empty() && id.size() <= 20 && id.find_first_not_of("0123456789") == id.npos) return id;
  throw Error(ErrorKind::unavailable, "the server's answer about a page holds no page id");
}

std::string reader_address(const std::string& site_address, const std::string& webui,
                           const std::string& page_id) {
  const bool is_path = webui.starts_with('/') && !webui.starts_with("//") &&
                       escape_line(webui) == webui && webui.find(' ') == webui.npos;
  return site_address + (is_path ? webui : "/pages/viewpage.action?pageId=" + page_id);
}

std::string query(std::initializer_list<std::pair<const char*, std::string>> pairs) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const auto& [name, value] : pairs) {
    text += text.empty() ? '?' : '&';
    text += std::string(name) + "=";
    for (const char c : value) {
      const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
      const auto byte = static_cast<unsigned char>(c);
      if (is_plain) {
        text += c;
      } else {
        text += {'%', digits[byte >> 4], digits[byte & 15]};
      }
    }
  }
  return text;
}

Json json_of(const HttpResponse& response, const std::string& doing) {
  if (!response.ok()) throw explain(response, doing);
  Json body = parse_json(response.body);
  if (body.is_object()) return body;
  throw Error(ErrorKind::unavailable,
              "cannot " + doing + ": the server answered with " +
                  (looks_like_html(response) ? "a web page" : "something else") +
                  ", not with JSON; is this the address of a Confluence site?",
              "git config session.confluence.site https://company.atlassian.net/wiki");
}

bool is_in_doubt(const HttpResponse& response) {
  return response.failure == HttpResponse::Failure::no_answer || response.status == 409 ||
         response.status == 429 || response.status >= 500;
}

Error explain(const HttpResponse& response, const std::string& doing) {
  if (response.failure != HttpResponse::Failure::none) return explain_failure(response, doing);
  const std::string words = words_of(response);
  switch (response.status) {
    case 401:
      return explain_login(response, doing);
    case 403:
      return explain_refusal(response, doing);
    case 404:
      // Cloud's version 2 says no more than "Not Found" to a login that it does not take.
      if (words == "Not Found") return explain_login(response, doing);
      return Error(ErrorKind::not_found,
                   with_words("cannot " + doing +
                                  ": there is no such thing, or this login may not "
                                  "see it (404)",
                              words));
    case 413:
      return Error(ErrorKind::unavailable,
                   with_words("cannot " + doing + ": it is too large for the server (413)", words),
                   "make it smaller, or publish it in parts");
    case 429:
      return Error(ErrorKind::unavailable,
                   "cannot " + doing + ": the server asks for a pause again and again (429)",
                   "repeat the command later; it goes on where it stopped");
    default:
      break;
  }
  if (response.status >= 300 && response.status < 400) return explain_redirect(response, doing);
  return Error(ErrorKind::unavailable, with_words("cannot " + doing + ": the server answered " +
                                                      std::to_string(response.status),
                                                  words));
}

Form attachment_form(const AttachmentFile& file) {
  // No line of the file can be the boundary: it is made longer until none is.
  std::string boundary = "git-session-part";
  while (file.bytes.find(boundary) != std::string::npos) boundary += "-x";
  std::string name;
  for (const char c : file.filename) {
    if (c == '"') {
      name += "%22";
    } else if (c != '\r' && c != '\n') {
      name += c;
    }
  }
  Form form;
  form.content_type = "multipart/form-data; boundary=" + boundary;
  form.body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
              name + "\"\r\nContent-Type: " + file.media_type + "\r\n\r\n" + file.bytes + "\r\n";
  for (auto [key, value] : {std::pair{"minorEdit", "true"}, {"comment", "git-session"}})
    form.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + key +
                 "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n";
  form.body += "--" + boundary + "--\r\n";
  return form;
}

}  // namespace git_session::confluence
