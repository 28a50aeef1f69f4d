// Confluence Cloud: version 2 of the API for pages and properties, version 1 for what version 2
// does not have (attachments, labels, who one is).

#include <algorithm>

#include "base/text.h"
#include "confluence/site.h"
#include "confluence/site_answer.h"

namespace git_session::confluence {
namespace {

constexpr const char* most_results = "250";
constexpr size_t pages_at_once = 250;
constexpr int most_pages_of_a_list = 100;

/// Of "/spaces/KEY/pages/…"; the title behind it may be anything.
std::string space_of(const std::string& webui) {
  constexpr std::string_view before_key = "/spaces/";
  if (!webui.starts_with(before_key)) return {};
  const std::string key = webui.substr(before_key.size());
  return key.substr(0, key.find('/'));
}

Json storage_body(const std::string& storage) {
  return {{"representation", "storage"}, {"value", storage}};
}

class CloudSite : public Site {
 public:
  CloudSite(SiteChannel& channel, std::string address)
      : channel_(channel), address_(std::move(address)) {}

  std::string space_id(const std::string& key) override {
    const std::string doing = "find the space " + escape_line(key);
    const Json found = json_of(get("/api/v2/spaces" + query({{"keys", key}})), doing);
    for (const Json& space : member(found, {"results"}))
      if (text_of(member(space, {"key"})) == key) return text_of(member(space, {"id"}));
    throw Error(ErrorKind::not_found,
                "the site has no space '" + escape_line(key) + "', or this login may not see it");
  }

  std::optional<bool> may_make_pages(const std::string& space_id) override {
    const Json space =
        json_of(get("/api/v2/spaces/" + space_id + query({{"include-operations", "true"}})),
                "ask for the rights in the space");
    const Json& operations = member(space, {"operations", "results"});
    if (!operations.is_array()) return std::nullopt;
    return std::any_of(operations.begin(), operations.end(), [](const Json& operation) {
      return text_of(member(operation, {"operation"})) == "create" &&
             text_of(member(operation, {"targetType"})) == "page";
    });
  }

  std::vector<RemotePage> pages_titled(const std::string& space_id,
                                       const std::string& title) override {
    const std::string path = "/api/v2/pages" + query({{"space-id", space_id},
                                                      {"title", title},
                                                      {"status", "current"},
                                                      {"status", "archived"},
                                                      {"status", "trashed"}});
    std::vector<RemotePage> pages;
    for (const Json& page : results_of(path, "look for pages of this title"))
      pages.push_back(page_of(page, {}));
    return pages;
  }

  std::optional<RemotePage> page(const std::string& id, const std::string& property) override {
    const HttpResponse response = get("/api/v2/pages/" + id +
                                      query({{"body-format", "storage"},
                                             {"status", "current"},
                                             {"status", "archived"},
                                             {"status", "trashed"},
                                             {"include-labels", "true"},
                                             {"include-properties", "true"},
                                             {"include-operations", "true"}}));
    const std::string doing = "read page " + id;
    if (is_absent(response, doing)) return std::nullopt;
    const Json answer = json_of(response, doing);
    RemotePage page = page_of(answer, property);
    // The answer holds the first properties only.
    if (!page.property && member(answer, {"properties", "meta", "hasMore"}) == true)
      page.property = property_in(
          results_of("/api/v2/pages/" + id + "/properties" + query({{"key", property}}), doing),
          property);
    return page;
  }

  std::optional<std::string> storage_of_version(const std::string& id, int64_t version) override {
    const HttpResponse response =
        get("/api/v2/pages/" + id +
            query({{"body-format", "storage"}, {"version", std::to_string(version)}}));
    if (!response.ok()) return std::nullopt;
    return page_of(json_of(response, "read an earlier version"), {}).storage;
  }

  std::optional<RemotePage> draft(const std::string& id) override {
    const HttpResponse response =
        get("/api/v2/pages/" + id + query({{"get-draft", "true"}, {"body-format", "storage"}}));
    const std::string doing = "look for a draft of page " + id;
    if (is_absent(response, doing)) return std::nullopt;
    RemotePage page = page_of(json_of(response, doing), {});
    if (page.status != PageStatus::draft) return std::nullopt;
    return page;
  }

  Written create(const NewPage& page) override {
    Json body = {{"spaceId", page.space_id},
                 {"status", "current"},
                 {"title", page.title},
                 {"body", storage_body(page.storage)}};
    if (!page.parent_id.empty()) body["parentId"] = page.parent_id;
    const std::string path =
        std::string("/api/v2/pages") + (page.is_private ? "?private=true" : "");
    return written(send_json("POST", path, body), "make the page");
  }

  Written update(const PageUpdate& update) override {
    return put_page(update.id, update.title, update.storage, update.version, update.message,
                    "write page " + update.id);
  }

  Written restore(const RemotePage& page, int64_t version) override {
    return put_page(page.id, page.title, page.storage.value_or(""), version, "",
                    "take page " + page.id + " out of the trash");
  }

  void write_property(const std::string& page_id, const std::string& key,
                      const std::optional<PageProperty>& earlier,
                      const std::string& value) override {
    Json body = {{"key", key}, {"value", Json::parse(value)}};
    std::string path = "/api/v2/pages/" + page_id + "/properties";
    if (earlier) {
      path += "/" + earlier->id;
      body["version"] = {{"number", earlier->version + 1}};
    }
    json_of(send_json(earlier ? "PUT" : "POST", path, body),
            "note on page " + page_id + " what it was made from");
  }

  void add_labels(const std::string& page_id, const std::vector<std::string>& labels) override {
    Json body = Json::array();
    for (const std::string& label : labels) body.push_back({{"prefix", "global"}, {"name", label}});
    json_of(send_json("POST", "/rest/api/content/" + page_id + "/label", body),
            "label page " + page_id);
  }

  std::set<std::string> attachment_names(const std::string& page_id) override {
    std::set<std::string> names;
    const std::string path =
        "/api/v2/pages/" + page_id + "/attachments" + query({{"limit", most_results}});
    for (const Json& attachment : results_of(path, "list what is attached to page " + page_id))
      names.insert(text_of(member(attachment, {"title"})));
    return names;
  }

  void attach(const std::string& page_id, const AttachmentFile& file) override {
    const Form form = attachment_form(file);
    json_of(
        channel_.send({"PUT",
                       "/rest/api/content/" + page_id + "/child/attachment",
                       form.body,
                       {{"Content-Type", form.content_type}, {"X-Atlassian-Token", "nocheck"}}}),
        "attach " + escape_line(file.filename) + " to page " + page_id);
  }

  std::optional<std::set<std::string>> open_comments(const std::string& page_id) override {
    std::set<std::string> references;
    const std::string path = "/api/v2/pages/" + page_id + "/inline-comments" +
                             query({{"resolution-status", "open"},
                                    {"resolution-status", "reopened"},
                                    {"limit", most_results}});
    try {
      for (const Json& comment : results_of(path, "read the comments on page " + page_id))
        references.insert(text_of(member(comment, {"properties", "inlineMarkerRef"})));
    } catch (const Error& error) {
      if (error.reason() == "site-permission") return std::nullopt;
      throw;
    }
    return references;
  }

  std::map<std::string, int64_t> versions_of(const std::vector<std::string>& page_ids) override {
    std::map<std::string, int64_t> versions;
    for (size_t start = 0; start < page_ids.size(); start += pages_at_once) {
      std::string path = "/api/v2/pages?limit=" + std::string(most_results);
      for (size_t i = start; i < std::min(page_ids.size(), start + pages_at_once); ++i)
        path += "&id=" + page_ids[i];
      for (const Json& page : results_of(path, "read the pages' versions"))
        versions[page_id_of(page)] = number_of(member(page, {"version", "number"}));
    }
    return versions;
  }

  std::string who_am_i() override {
    HttpResponse response = get("/rest/api/user/current");
    // Version 1 says 403 to a login that it does not take; everybody may ask who they are.
    if (response.status == 403) response.status = 401;
    const Json user = json_of(response, "ask who this login is");
    const std::string name = text_of(member(user, {"displayName"}));
    return name.empty() ? text_of(member(user, {"publicName"})) : name;
  }

 private:
  HttpResponse get(const std::string& path) { return channel_.send({"GET", path}); }

  HttpResponse send_json(const std::string& method, const std::string& path, const Json& body) {
    // What is no UTF-8 cannot be in the text; it may be in a title.
    return channel_.send({method, path, body.dump(-1, ' ', false, Json::error_handler_t::replace)});
  }

  Written put_page(const std::string& id, const std::string& title, const std::string& storage,
                   int64_t version, const std::string& message, const std::string& doing) {
    Json body = {{"id", id},
                 {"status", "current"},
                 {"title", title},
                 {"body", storage_body(storage)},
                 {"version", {{"number", version}}}};
    if (!message.empty()) body["version"]["message"] = message;
    return written(send_json("PUT", "/api/v2/pages/" + id, body), doing);
  }

  Written written(const HttpResponse& response, const std::string& doing) {
    if (is_in_doubt(response)) return {std::nullopt, explain(response, doing).what()};
    return {page_of(json_of(response, doing), {}), {}};
  }

  /// A page that is not there: not a login that is not taken.
  static bool is_absent(const HttpResponse& response, const std::string& doing) {
    return response.status == 404 && explain(response, doing).kind() == ErrorKind::not_found;
  }

  /// All parts of a list, one after the other. The address of the next is a path on the site, from
  /// which only its cursor is taken.
  std::vector<Json> results_of(const std::string& path, const std::string& doing) {
    std::vector<Json> results;
    std::string next = path;
    for (int part = 0; part < most_pages_of_a_list && !next.empty(); ++part) {
      const Json answer = json_of(get(next), doing);
      for (const Json& result : member(answer, {"results"})) results.push_back(result);
      const std::string link = text_of(member(answer, {"_links", "next"}));
      const size_t cursor = link.find("cursor=");
      next.clear();
      if (cursor == link.npos) continue;
      const size_t length =
          link.find('&', cursor) == link.npos ? link.npos : link.find('&', cursor) - cursor;
      next = path + (path.find('?') == path.npos ? "?" : "&") + link.substr(cursor, length);
    }
    return results;
  }

  template <typename List>
  static std::optional<PageProperty> property_in(const List& properties, const std::string& key) {
    for (const Json& property : properties)
      if (text_of(member(property, {"key"})) == key)
        return PageProperty{text_of(member(property, {"id"})),
                            number_of(member(property, {"version", "number"})),
                            member(property, {"value"}).dump()};
    return std::nullopt;
  }

  RemotePage page_of(const Json& answer, const std::string& property) const {
    RemotePage page;
    page.id = page_id_of(answer);
    page.status = status_of(text_of(member(answer, {"status"})));
    page.title = text_of(member(answer, {"title"}));
    // Not what `_links.base` says: behind the gateway that is no address for readers.
    const std::string webui = text_of(member(answer, {"_links", "webui"}));
    page.url = reader_address(address_, webui, page.id);
    page.space_key = space_of(webui);
    page.version = number_of(member(answer, {"version", "number"}));
    page.version_message = text_of(member(answer, {"version", "message"}));
    if (const Json& value = member(answer, {"body", "storage", "value"}); value.is_string())
      page.storage = value.get<std::string>();
    for (const Json& label : member(answer, {"labels", "results"}))
      page.labels.push_back(text_of(member(label, {"name"})));
    if (!property.empty())
      page.property = property_in(member(answer, {"properties", "results"}), property);
    const Json& operations = member(answer, {"operations", "results"});
    if (operations.is_array()) {
      page.may_be_edited = false;
      for (const Json& operation : operations)
        page.may_be_edited |= text_of(member(operation, {"operation"})) == "update";
    }
    return page;
  }

  SiteChannel& channel_;
  std::string address_;
};

}  // namespace

std::unique_ptr<Site> make_cloud_site(SiteChannel& channel, const std::string& address) {
  return std::make_unique<CloudSite>(channel, address);
}

}  // namespace git_session::confluence
