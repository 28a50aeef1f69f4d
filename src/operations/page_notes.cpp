#include "operations/page_notes.h"

#include <algorithm>

#include "base/text.h"
#include "operations/publish_target.h"

namespace git_session {
namespace {

using confluence::PageMark;
using confluence::RemotePage;

std::optional<PageMark> noted_on(const RemotePage& page) {
  return page.property ? confluence::read_page_mark(page.property->value) : std::nullopt;
}

bool says_the_same(const PageMark& noted, const PageMark& mark) {
  return noted.page == mark.page && noted.session == mark.session && noted.file == mark.file &&
         noted.blob == mark.blob && noted.sent == mark.sent && noted.hash == mark.hash &&
         noted.version == mark.version;
}

/// Checked like any address: what the server says becomes the name of a folder.
PageAddress address_of(const PublishSite& site, const RemotePage& page) {
  const std::string path = page.space_key.empty()
                               ? "/pages/viewpage.action?pageId=" + page.id
                               : "/spaces/" + page.space_key + "/pages/" + page.id;
  PageAddress address = parse_page_address(site.address + path);
  address.url = page.url;
  return address;
}

PromotionReport note_in_ledger(const Workspace& workspace, const SessionLocation& location,
                               const PublishSite& site, const PublishRequest& publish,
                               const PageSource& source, const RemotePage& page,
                               const PageMark& mark) {
  PromotionRequest request;
  request.file = mark.file;
  request.page = address_of(site, page);
  request.title = escape_line(page.title);
  request.notes = publish.notes;
  request.notified = publish.notified;
  request.published = Published{source.page.bytes, mark.blob, mark.commit, page.version, mark.hash};
  return record_promotion(workspace, location, request);
}

/// A lost answer, or the same command at the same time, may have written it already.
void write_mark(const PublishSite& site, const RemotePage& page, const PageMark& mark) {
  try {
    site.site.write_property(page.id, confluence::page_property, page.property,
                             confluence::write_page_mark(mark));
  } catch (const Error&) {
    const auto now = site.site.page(page.id, confluence::page_property);
    const auto noted = now ? noted_on(*now) : std::nullopt;
    if (!noted || !says_the_same(*noted, mark)) throw;
  }
}

}  // namespace

bool is_finished(const PageSource& source, const RemotePage& page) {
  const auto noted = noted_on(page);
  return noted && noted->page == page.id && noted->sent == source.mark.sent;
}

PromotionReport note_publication(const Workspace& workspace, const SessionLocation& location,
                                 const PublishSite& site, const PublishRequest& request,
                                 const PageSource& source, const RemotePage& page) {
  PageMark mark = source.mark;
  mark.page = page.id;
  mark.version = page.version;
  if (page.storage) mark.hash = hash_of_page(workspace, *page.storage, source.key);
  PromotionReport report = note_in_ledger(workspace, location, site, request, source, page, mark);
  const auto noted = noted_on(page);
  if (!noted || !says_the_same(*noted, mark)) write_mark(site, page, mark);
  std::vector<std::string> missing;
  for (const std::string& label : source.labels)
    if (std::find(page.labels.begin(), page.labels.end(), label) == page.labels.end())
      missing.push_back(label);
  if (!missing.empty()) site.site.add_labels(page.id, missing);
  return report;
}

}  // namespace git_session
