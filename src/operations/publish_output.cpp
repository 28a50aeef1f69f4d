#include "operations/publish_output.h"

#include "base/text.h"
#include "confluence/storage_comments.h"
#include "operations/page_facts.h"
#include "operations/page_notes.h"
#include "operations/page_publication.h"
#include "operations/page_refusal.h"
#include "operations/page_standing.h"
#include "operations/publish_target.h"
#include "operations/remote_copy.h"

namespace git_session {
namespace {

using confluence::RemotePage;

class Publication {
 public:
  Publication(const Workspace& workspace, const SessionLocation& location, const PublishSite& site,
              const PublishRequest& request)
      : workspace_(workspace), location_(location), site_(site), request_(request) {}

  PublishReport run() {
    source_ = prepare_source(workspace_, location_, site_, request_);
    plain_storage_ = source_.storage;
    target_ = settle_target(workspace_, source_.session, source_.mark.file, site_, request_.target);
    if (auto page = find_page()) {
      update(*std::move(page));
    } else if (!report_.refusal) {
      create();
    }
    report_.page = std::move(source_.page);
    return std::move(report_);
  }

 private:
  confluence::Site& site() { return site_.site; }

  RemotePage read_page(const std::string& id) {
    auto page = site().page(id, confluence::page_property);
    if (page) return *std::move(page);
    throw Error(ErrorKind::not_found, "page " + id + " is not there, or this login may not see it",
                "--space KEY makes a new page");
  }

  /// The page to write; nullopt when there is none yet, or when a refusal says so.
  std::optional<RemotePage> find_page() {
    if (!target_.page_id.empty()) {
      const bool may_be_new = request_.target.page_id.empty() && !request_.target.space_key.empty();
      if (!may_be_new) return read_page(target_.page_id);
      // The output's page in that space; where it is gone for good, there is to be another.
      auto page = site().page(target_.page_id, confluence::page_property);
      if (page && page->space_key == target_.space_key) return page;
    }
    space_id_ = site().space_id(target_.space_key);
    for (const RemotePage& found : site().pages_titled(space_id_, source_.page.title)) {
      // Ours, when an earlier run made it and could not note that any more.
      RemotePage page = read_page(found.id);
      if (page.status == confluence::PageStatus::current &&
          standing_of(facts_of(page), known(page.id)) == PageStanding::ours)
        return page;
      refuse(title_taken(page, source_, target_.space_key), page, "the page", page);
      return std::nullopt;
    }
    return std::nullopt;
  }

  PageFacts facts_of(const RemotePage& page) { return read_facts(workspace_, page, source_.key); }

  /// Read once: the ledgers of a repository may be many.
  const KnownPage& known(const std::string& page_id) {
    if (!known_ || known_->page_id != page_id)
      known_ = known_page(workspace_, location_, site_, source_, page_id);
    return *known_;
  }

  void create() {
    report_.result = PublishResult::created;
    report_.page_url = site_.address;
    if (request_.is_dry_run) {
      report_.diff = page_diff(workspace_, "nothing", "", "the new page", source_.storage);
      return;
    }
    confluence::Written written = site().create(
        {space_id_, target_.parent_id, source_.page.title, source_.storage, request_.is_private});
    if (!written.page) {
      // The answer was lost, or the page was: the server knows.
      auto page = find_page();
      if (report_.refusal) return;
      if (!page) throw not_done(written.doubt);
      written.page = std::move(page);
    }
    RemotePage page = *std::move(written.page);
    add_text(page);
    attach_pictures(page.id, {});
    note(page);
  }

  void update(RemotePage page) {
    report_.result = PublishResult::updated;
    report_.page_id = page.id;
    report_.page_url = page.url;
    report_.version = page.version;
    const PageFacts facts = facts_of(page);
    if (refuse_state(page, facts)) return;
    if (is_up_to_date(page, facts)) {
      report_.result = PublishResult::unchanged;
      if (request_.is_dry_run) return;
      if (!is_finished(source_, page)) attach_missing_pictures(page.id);
      note(page);
      return;
    }
    // A repeat of the command that made the page got as far as this only with another text.
    if (request_.is_private)
      throw Error(ErrorKind::usage,
                  "--private is for a new page, and this output has page " + page.id,
                  "leave --private out; who sees a page is said on the page itself");
    report_.is_parent_ignored = !request_.target.parent_id.empty();
    if (!page.may_be_edited) throw may_not_edit(page);
    if (refuse_draft(page) || !keep_comments_of(page)) return;
    if (request_.is_dry_run) {
      report_.diff =
          page_diff(workspace_, "the page as it is, version " + version_of(page),
                    page.storage.value_or(""), "the page as it would be", source_.storage);
      return;
    }
    if (page.status != confluence::PageStatus::current) take_out_of_trash(page);
    attach_missing_pictures(page.id);
    if (report_.attached == 0 || is_still_free(page)) write(page);
  }

  void take_out_of_trash(RemotePage& page) {
    confluence::Written restored = site().restore(page, page.version + 1);
    if (!restored.page) throw not_done(restored.doubt);
    page.version = restored.page->version;
  }

  /// Asks once more: sending pictures may have taken minutes, in which no version guards drafts and
  /// comments.
  bool is_still_free(const RemotePage& page) {
    const RemotePage now = read_page(page.id);
    if (now.version != page.version) {
      refuse(page_not_ours(now, PageStanding::changed, std::nullopt), now, "the page", now);
      return false;
    }
    source_.storage = plain_storage_;
    return !refuse_draft(now) && keep_comments_of(now);
  }

  static std::string version_of(const RemotePage& page) { return std::to_string(page.version); }

  /// Whether the page is in the trash or the archive, or somebody else's text is on it.
  bool refuse_state(const RemotePage& page, const PageFacts& facts) {
    const bool is_current = page.status == confluence::PageStatus::current;
    const bool may_be_restored = page.status == confluence::PageStatus::trashed &&
                                 is_allowed(request_.overrides.trash_version, page);
    if (!is_current && !may_be_restored) {
      refuse(page_put_away(page), page, "the page", page);
      return true;
    }
    standing_ = standing_of(facts, known(page.id));
    if (standing_ == PageStanding::ours || is_allowed(request_.overrides.changed_version, page))
      return false;
    const std::string earlier = published_text(page, facts);
    Error refusal = page_not_ours(page, standing_, facts.mark);
    if (earlier.empty()) {
      refuse(std::move(refusal), page, "the page", page);
    } else {
      refuse_with(
          std::move(refusal), page,
          page_diff(workspace_, "the page as it was published", earlier,
                    "the page as it is, version " + version_of(page), page.storage.value_or("")));
    }
    return true;
  }

  /// What was on the page when it was ours; empty when that is not known.
  std::string published_text(const RemotePage& page, const PageFacts& facts) {
    if (standing_ != PageStanding::changed || !facts.mark || facts.mark->version <= 0) return {};
    return site().storage_of_version(page.id, facts.mark->version).value_or("");
  }

  bool is_up_to_date(const RemotePage& page, const PageFacts& facts) {
    const std::string& title = request_.target.title;
    if (standing_ != PageStanding::ours || (!title.empty() && title != page.title) ||
        page.status != confluence::PageStatus::current)
      return false;
    const std::string sent = sent_for(facts, known(page.id));
    if (!sent.empty()) return source_.mark.sent.starts_with(sent);
    return facts.hash == hash_of_page(workspace_, source_.storage, source_.key);
  }

  bool refuse_draft(const RemotePage& page) {
    auto draft = site().draft(page.id);
    if (!draft || is_allowed(request_.overrides.draft_version, *draft)) return false;
    const std::string text = draft->storage.value_or("");
    // The editor leaves a draft behind that says what the page says.
    if (draft->title == page.title && hash_of_page(workspace_, text, {}) ==
                                          hash_of_page(workspace_, page.storage.value_or(""), {}))
      return false;
    refuse_with(draft_in_the_way(page, *draft), *draft,
                page_diff(workspace_, "the page as it is, version " + version_of(page),
                          page.storage.value_or(""), "the draft", text));
    return true;
  }

  /// Brings the marks of open comments along; false when some would be lost.
  bool keep_comments_of(const RemotePage& page) {
    const std::string text = page.storage.value_or("");
    if (text.find("ac:inline-comment-marker") == text.npos) return true;
    const std::vector<confluence::CommentMarker> unreadable = {{{}, "text that cannot be read"}};
    if (!is_readable(text)) return refuse_lost_comments(page, unreadable);
    if (confluence::comment_markers(text).empty()) return true;
    const auto open = site().open_comments(page.id);
    confluence::KeptComments kept =
        confluence::keep_comments(text, source_.storage, open ? &*open : nullptr);
    report_.kept_comments = confluence::comment_markers(kept.storage).size();
    source_.storage = std::move(kept.storage);
    return kept.lost.empty() || refuse_lost_comments(page, kept.lost);
  }

  /// Whether they may be lost.
  bool refuse_lost_comments(const RemotePage& page,
                            const std::vector<confluence::CommentMarker>& lost) {
    if (is_allowed(request_.overrides.comments_version, page)) return true;
    refuse(comments_in_the_way(page, lost), page, "the page", page);
    return false;
  }

  /// The text of the version that was written, where the answer left it out. Somebody may have
  /// written another by now: that is not ours, and not noted as ours.
  void add_text(RemotePage& page) {
    if (page.storage) return;
    RemotePage now = read_page(page.id);
    page.storage = now.version == page.version ? std::move(now.storage)
                                               : site().storage_of_version(page.id, page.version);
  }

  void attach_missing_pictures(const std::string& page_id) {
    if (!source_.page.pictures.empty()) attach_pictures(page_id, site().attachment_names(page_id));
  }

  void attach_pictures(const std::string& page_id, const std::set<std::string>& there) {
    for (const PagePicture& picture : source_.page.pictures) {
      if (there.contains(picture.filename)) continue;
      site().attach(page_id, {picture.filename, picture.media_type, picture.bytes});
      ++report_.attached;
    }
  }

  void write(RemotePage page) {
    const std::string& title = request_.target.title.empty() ? page.title : request_.target.title;
    const int64_t version = page.version + 1;
    confluence::Written written = site().update(
        {page.id, title, source_.storage, version, confluence::version_message(source_.mark)});
    // An answer that it was done is enough; without one, the version's message tells whose it is.
    const bool is_done = written.page && written.page->version == version;
    RemotePage after = is_done ? *std::move(written.page) : read_page(page.id);
    if (!is_done && !is_as_written(after, version)) {
      if (after.version < version)
        throw not_done(written.page ? "the site did not take the page" : written.doubt);
      refuse(page_not_ours(after, PageStanding::changed, std::nullopt), after, "the page", after);
      return;
    }
    add_text(after);
    after.property = std::move(page.property);
    after.labels = std::move(page.labels);
    note(after);
  }

  /// Whether this is the version that we wrote.
  bool is_as_written(const RemotePage& page, int64_t version) const {
    const auto note = confluence::read_version_message(page.version_message, source_.mark.session,
                                                       source_.mark.file);
    return page.version == version && note && source_.mark.sent.starts_with(note->sent);
  }

  static Error not_done(const std::string& doubt) {
    return Error(ErrorKind::unavailable, doubt + "; the page is as it was",
                 "repeat the command: it goes on where it stopped");
  }

  void note(const RemotePage& page) {
    report_.page_id = page.id;
    report_.page_url = page.url;
    report_.version = page.version;
    report_.promotion = note_publication(workspace_, location_, site_, request_, source_, page);
  }

  static std::string copy_name(const RemotePage& page) {
    return (page.status == confluence::PageStatus::draft ? "draft-v" : "v") + version_of(page);
  }

  /// An override is for what the refusal showed. A draft that goes on, or another comment, makes no
  /// new version: the copy that the refusal kept tells.
  bool is_allowed(std::optional<int64_t> version, const RemotePage& page) {
    if (version != page.version) return false;
    const auto kept = kept_copy(workspace_, page.id, copy_name(page));
    return !kept || *kept == page.storage.value_or("");
  }

  /// A refusal that shows what would become of `page`, and keeps it as it is there.
  void refuse(Error refusal, const RemotePage& kept, const std::string& what,
              const RemotePage& page) {
    refuse_with(std::move(refusal), kept,
                page_diff(workspace_, what + " as it is, version " + version_of(page),
                          page.storage.value_or(""), what + " as it would be", source_.storage));
  }

  void refuse_with(Error refusal, const RemotePage& kept, std::string diff) {
    report_.result = PublishResult::refused;
    report_.page_id = kept.id;
    report_.page_url = kept.url;
    report_.version = kept.version;
    report_.saved_copy =
        save_remote_copy(workspace_, kept.id, copy_name(kept), kept.storage.value_or(""), diff);
    report_.diff = std::move(diff);
    report_.refusal = std::move(refusal);
  }

  const Workspace& workspace_;
  const SessionLocation& location_;
  const PublishSite& site_;
  const PublishRequest& request_;
  PageSource source_;
  std::string plain_storage_;  ///< without marks of comments
  PublishTarget target_;
  std::string space_id_;
  std::optional<KnownPage> known_;
  PageStanding standing_ = PageStanding::foreign;
  PublishReport report_;
};

}  // namespace

const char* name_of(PublishResult result) {
  switch (result) {
    case PublishResult::created:
      return "created";
    case PublishResult::updated:
      return "updated";
    case PublishResult::unchanged:
      return "unchanged";
    case PublishResult::refused:
      break;
  }
  return "refused";
}

PublishReport publish_output(const Workspace& workspace, const SessionLocation& location,
                             const PublishSite& site, const PublishRequest& request) {
  return Publication(workspace, location, site, request).run();
}

}  // namespace git_session
