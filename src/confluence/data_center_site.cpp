// Confluence Data Center: version 1 of the API for everything.

#include <algorithm>

#include "base/text.h"
#include "confluence/site.h"
#include "confluence/site_answer.h"

namespace git_session::confluence {
namespace {

constexpr int64_t part_of_a_list = 200;
constexpr size_t pages_at_once = 100;
constexpr int64_t most_results = 20000;

Json storage_body(const std::string& storage) {
  return {{"storage", {{"value", storage}, {"representation", "storage"}}}};
}

class DataCenterSite : public Site {
 public:
  DataCenterSite(SiteChannel& channel, std::string address)
      : channel_(channel), address_(std::move(address)) {}

  /// Here the key is what pages are made with.
  std::string space_id(const std::string& key) override {
    json_of(get("/rest/api/space/" + key), "find the space " + escape_line(key));
    return key;
  }

  std::optional<bool> may_make_pages(const std::string&) override { return std::nullopt; }

  std::vector<RemotePage> pages_titled(const std::string& space_id,
                                       const std::string& title) override {
    const std::string path = "/rest/api/content" + query({{"type", "page"},
                                                          {"spaceKey", space_id},
                                                          {"title", title},
                                                          {"status", "any"},
                                                          {"expand", "version,space"}});
    std::vector<RemotePage> pages;
    for (const Json& page : results_of(path, "look for pages of this title"))
      pages.push_back(page_of(page, {}));
    return pages;
  }

  std::optional<RemotePage> page(const std::string& id, const std::string& property) override {
    return read_page("/rest/api/content/" + id +
                         query({{"status", "any"},
                                {"expand",
                                 "version,space,body.storage,metadata.labels,"
                                 "metadata.properties." +
                                     property}}),
                     property, "read page " + id);
  }

  std::optional<std::string> storage_of_version(const std::string& id, int64_t version) override {
    const HttpResponse response = get("/rest/api/content/" + id +
                                      query({{"status", "historical"},
                                             {"version", std::to_string(version)},
                                             {"expand", "version,body.storage"}}));
    if (!response.ok()) return std::nullopt;
    return page_of(json_of(response, "read an earlier version"), {}).storage;
  }

  std::optional<RemotePage> draft(const std::string& id) override {
    auto page =
        read_page("/rest/api/content/" + id +
                      query({{"status", "draft"}, {"expand", "version,space,body.storage"}}),
                  {}, "look for a draft of page " + id);
    if (page && page->status != PageStatus::draft) return std::nullopt;
    return page;
  }

  Written create(const NewPage& page) override {
    Json body = {{"type", "page"},
                 {"title", page.title},
                 {"space", {{"key", page.space_id}}},
                 {"body", storage_body(page.storage)}};
    if (!page.parent_id.empty()) body["ancestors"] = Json::array({{{"id", page.parent_id}}});
    return written(send_json("POST", "/rest/api/content?expand=version,space,body.storage", body),
                   "make the page");
  }

  Written update(const PageUpdate& update) override {
    const Json body = {
        {"id", update.id},
        {"type", "page"},
        {"title", update.title},
        {"body", storage_body(update.storage)},
        // Those who watch the page are told by a mail of ours, when one is asked for.
        {"version",
         {{"number", update.version}, {"minorEdit", true}, {"message", update.message}}}};
    return written(send_json("PUT",
                             "/rest/api/content/" + update.id +
                                 "?conflictPolicy=abort&expand=version,space,body.storage",
                             body),
                   "write page " + update.id);
  }

  Written restore(const RemotePage& page, int64_t version) override {
    const Json body = {{"id", page.id},
                       {"type", "page"},
                       {"status", "current"},
                       {"title", page.title},
                       {"version", {{"number", version}}}};
    return written(send_json("PUT", "/rest/api/content/" + page.id + "?status=trashed", body),
                   "take page " + page.id + " out of the trash");
  }

  void write_property(const std::string& page_id, const std::string& key,
                      const std::optional<PageProperty>& earlier,
                      const std::string& value) override {
    Json body = {{"key", key}, {"value", Json::parse(value)}};
    std::string path = "/rest/api/content/" + page_id + "/property";
    if (earlier) {
      path += "/" + key;
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
    for (const Json& attachment : results_of("/rest/api/content/" + page_id + "/child/attachment",
                                             "list what is attached to page " + page_id))
      names.insert(text_of(member(attachment, {"title"})));
    return names;
  }

  void attach(const std::string& page_id, const AttachmentFile& file) override {
    const Form form = attachment_form(file);
    json_of(
        channel_.send({"POST",
                       "/rest/api/content/" + page_id + "/child/attachment",
                       form.body,
                       {{"Content-Type", form.content_type}, {"X-Atlassian-Token", "nocheck"}}}),
        "attach " + escape_line(file.filename) + " to page " + page_id);
  }

  /// The API has no comments: every mark in the text may be one.
  std::optional<std::set<std::string>> open_comments(const std::string&) override {
    return std::nullopt;
  }

  std::map<std::string, int64_t> versions_of(const std::vector<std::string>& page_ids) override {
    std::map<std::string, int64_t> versions;
    for (size_t start = 0; start < page_ids.size(); start += pages_at_once) {
      std::string path = "/rest/api/content?type=page&expand=version";
      for (size_t i = start; i < std::min(page_ids.size(), start + pages_at_once); ++i)
        path += "&ids=" + page_ids[i];
      for (const Json& page : results_of(path, "read the pages' versions"))
        versions[page_id_of(page)] = number_of(member(page, {"version", "number"}));
    }
    return versions;
  }

  std::string who_am_i() override {
    const Json user = json_of(get("/rest/api/user/current"), "ask who this login is");
    if (text_of(member(user, {"type"})) == "anonymous")
      throw Error(ErrorKind::refused, "the site does not take this login: it sees nobody",
                  "git session promote --check tells what is wrong with it")
          .with_reason("site-login");
    return text_of(member(user, {"displayName"}));
  }

 private:
  HttpResponse get(const std::string& path) { return plain(channel_.send({"GET", path})); }

  /// A page to log in stands for nothing more than the status says.
  static HttpResponse plain(HttpResponse response) {
    if (response.status == 401) {
      response.body.clear();
      response.headers.clear();
    }
    return response;
  }

  HttpResponse send_json(const std::string& method, const std::string& path, const Json& body) {
    return plain(
        channel_.send({method, path, body.dump(-1, ' ', false, Json::error_handler_t::replace)}));
  }

  std::optional<RemotePage> read_page(const std::string& path, const std::string& property,
                                      const std::string& doing) {
    const HttpResponse response = get(path);
    if (response.status == 404) return std::nullopt;
    return page_of(json_of(response, doing), property);
  }

  Written written(const HttpResponse& response, const std::string& doing) {
    if (is_in_doubt(response)) return {std::nullopt, explain(response, doing).what()};
    return {page_of(json_of(response, doing), {}), {}};
  }

  std::vector<Json> results_of(const std::string& path, const std::string& doing) {
    std::vector<Json> results;
    const std::string more = path + (path.find('?') == path.npos ? "?" : "&");
    for (int64_t start = 0; start < most_results; start += part_of_a_list) {
      const Json answer = json_of(
          get(more + "start=" + std::to_string(start) + "&limit=" + std::to_string(part_of_a_list)),
          doing);
      const Json& part = member(answer, {"results"});
      for (const Json& result : part) results.push_back(result);
      if (part.size() < static_cast<size_t>(part_of_a_list)) break;
    }
    return results;
  }

  RemotePage page_of(const Json& answer, const std::string& property) const {
    RemotePage page;
    page.id = page_id_of(answer);
    page.status = status_of(text_of(member(answer, {"status"})));
    page.title = text_of(member(answer, {"title"}));
    page.url = reader_address(address_, text_of(member(answer, {"_links", "webui"})), page.id);
    page.space_key = text_of(member(answer, {"space", "key"}));
    page.version = number_of(member(answer, {"version", "number"}));
    page.version_message = text_of(member(answer, {"version", "message"}));
    if (const Json& value = member(answer, {"body", "storage", "value"}); value.is_string())
      page.storage = value.get<std::string>();
    for (const Json& label : member(answer, {"metadata", "labels", "results"}))
      page.labels.push_back(text_of(member(label, {"name"})));
    const Json& found = member(answer, {"metadata", "properties", property.c_str()});
    if (!property.empty() && found.is_object())
      page.property = PageProperty{
          {}, number_of(member(found, {"version", "number"})), member(found, {"value"}).dump()};
    return page;
  }

  SiteChannel& channel_;
  std::string address_;
};

}  // namespace

std::unique_ptr<Site> make_data_center_site(SiteChannel& channel, const std::string& address) {
  return std::make_unique<DataCenterSite>(channel, address);
}

}  // namespace git_session::confluence
