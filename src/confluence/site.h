#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "http/site_channel.h"

namespace git_session::confluence {

/// A page property: a value of ours that Confluence keeps beside the page's text.
struct PageProperty {
  std::string id;  ///< Cloud's; empty on Data Center
  int64_t version = 0;
  std::string value;  ///< JSON
};

/// Where a page is in its life.
enum class PageStatus { current, draft, archived, trashed, other };

/// A page as the server has it.
struct RemotePage {
  std::string id;
  PageStatus status = PageStatus::current;
  std::string title;
  std::string space_key;
  std::string url;  ///< for readers, on the site itself
  int64_t version = 0;
  std::string version_message;
  std::optional<std::string> storage;  ///< nullopt when the answer left it out
  std::vector<std::string> labels;
  std::optional<PageProperty> property;  ///< the one asked for
  bool may_be_edited = true;             ///< false when the server says that this login may not
};

struct NewPage {
  std::string space_id;   ///< as Site::space_id() says
  std::string parent_id;  ///< empty: below the space's home page
  std::string title;
  std::string storage;
  bool is_private = false;  ///< only its author sees it (Cloud)
};

struct PageUpdate {
  std::string id;
  std::string title;
  std::string storage;
  int64_t version = 0;  ///< the one that it becomes
  std::string message;
};

struct AttachmentFile {
  std::string filename;
  std::string media_type;
  std::string bytes;
};

/// What became of a request that changes a page: the page as it is now, or, when the answer does
/// not tell whether it was changed (it was lost, the server failed, the version was taken), why.
struct Written {
  std::optional<RemotePage> page;
  std::string doubt;
};

/// Confluence, in our words. All throw Error in plain words for what a server may answer: `refused`
/// (reasons "site-login", "site-permission") when the login is not taken or may not do it,
/// `not_found`, `unavailable`.
class Site {
 public:
  Site() = default;
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  virtual ~Site() = default;

  /// What pages of a space are made and found with.
  virtual std::string space_id(const std::string& key) = 0;
  /// Whether this login may make pages in a space; nullopt when the server does not tell.
  virtual std::optional<bool> may_make_pages(const std::string& space_id) = 0;
  /// Current, archived and trashed pages of exactly this title, without their text.
  virtual std::vector<RemotePage> pages_titled(const std::string& space_id,
                                               const std::string& title) = 0;
  /// Text, labels and the property `property`; nullopt when there is no such page to be seen.
  virtual std::optional<RemotePage> page(const std::string& id, const std::string& property) = 0;
  /// An earlier version's text; nullopt when the server does not give it.
  virtual std::optional<std::string> storage_of_version(const std::string& id, int64_t version) = 0;
  /// What somebody is writing and has not published; nullopt when there is nothing.
  virtual std::optional<RemotePage> draft(const std::string& id) = 0;
  virtual Written create(const NewPage& page) = 0;
  virtual Written update(const PageUpdate& update) = 0;
  /// Takes a page out of the trash; its text stays. `version` is the one that it becomes.
  virtual Written restore(const RemotePage& page, int64_t version) = 0;
  virtual void write_property(const std::string& page_id, const std::string& key,
                              const std::optional<PageProperty>& earlier,
                              const std::string& value) = 0;
  /// Adds; takes none away.
  virtual void add_labels(const std::string& page_id, const std::vector<std::string>& labels) = 0;
  virtual std::set<std::string> attachment_names(const std::string& page_id) = 0;
  /// A name that the page does not have yet.
  virtual void attach(const std::string& page_id, const AttachmentFile& file) = 0;
  /// The marks in the text whose comments are open; nullopt when the server does not tell, or not
  /// this login.
  virtual std::optional<std::set<std::string>> open_comments(const std::string& page_id) = 0;
  /// The versions that pages have now, by their ids; those that are gone are left out. At most 250
  /// pages a request.
  virtual std::map<std::string, int64_t> versions_of(const std::vector<std::string>& page_ids) = 0;
  /// Who the login is, for people.
  virtual std::string who_am_i() = 0;
};

/// `address` is the site's, for readers.
std::unique_ptr<Site> make_cloud_site(SiteChannel& channel, const std::string& address);
std::unique_ptr<Site> make_data_center_site(SiteChannel& channel, const std::string& address);

}  // namespace git_session::confluence
