#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/error.h"
#include "confluence/site.h"
#include "http/http_client.h"

namespace git_session::confluence {

using Json = nlohmann::json;

/// What is no JSON, or is nested deeper than anything that Confluence says, is `discarded`.
Json parse_json(std::string_view text);
/// The member that a path of keys leads to; null when any of them is absent.
const Json& member(const Json& value, std::initializer_list<const char*> keys);
/// Texts as they are, whole numbers in digits; empty for all else.
std::string text_of(const Json& value);
/// 0 when it is none.
int64_t number_of(const Json& value);
PageStatus status_of(std::string_view word);

/// The id of a page, digits and nothing else: it becomes part of paths. Throws `unavailable` for
/// any other.
std::string page_id_of(const Json& page);
/// Where readers find a page: on the site itself, whatever the server says of hosts.
std::string reader_address(const std::string& site_address, const std::string& webui,
                           const std::string& page_id);

/// `?a=b&c=d` with everything but letters, digits and `-._~` escaped; pairs whose value is empty
/// stay.
std::string query(std::initializer_list<std::pair<const char*, std::string>> pairs);

/// The body of an answer that went well. Throws explain() of any other.
Json json_of(const HttpResponse& response, const std::string& doing);

/// Whether the answer leaves open if the change was made: none came, 409, 5xx, or too often 429.
bool is_in_doubt(const HttpResponse& response);

/// What an answer that did not go well means, in plain words, and what to do about it. `doing` is
/// what was tried: "read page 42".
Error explain(const HttpResponse& response, const std::string& doing);

/// The part of a multipart form that is a file, the fields that Confluence wants with it, and its
/// content type.
struct Form {
  std::string content_type;
  std::string body;
};
Form attachment_form(const AttachmentFile& file);

}  // namespace git_session::confluence
