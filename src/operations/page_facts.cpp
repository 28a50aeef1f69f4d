#include "operations/page_facts.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "confluence/page_footer.h"
#include "confluence/storage_document.h"
#include "operations/publish_target.h"

namespace git_session {
namespace {

/// Whether the file had that content in a commit of this branch. That an object is there says
/// nothing: `git fetch` brings what nobody has merged.
bool is_in_history(const Repository& repository, const std::string& path, const std::string& blob) {
  const ProcessResult found =
      repository.try_run({"log", "-1", "--format=%H", "--find-object=" + blob, "HEAD", "--", path});
  return found.ok() && !trim(found.output).empty();
}

}  // namespace

bool is_readable(const std::string& storage) {
  try {
    confluence::parse_storage(storage);
    return true;
  } catch (const Error&) {
    return false;
  }
}

PageFacts read_facts(const Workspace& workspace, const confluence::RemotePage& page,
                     const std::string& key) {
  const std::string storage = page.storage.value_or("");
  PageFacts facts;
  facts.version = page.version;
  facts.hash = hash_of_page(workspace, storage, key);
  facts.version_message = page.version_message;
  if (page.property) facts.mark = confluence::read_page_mark(page.property->value);
  facts.has_footer = is_readable(storage) && confluence::has_footer(storage, key);
  return facts;
}

KnownPage known_page(const Workspace& workspace, const SessionLocation& location,
                     const PublishSite& site, const PageSource& source,
                     const std::string& page_id) {
  KnownPage known;
  known.page_id = page_id;
  known.hash = hash_of_page(workspace, source.storage, source.key);
  known.session_id = source.mark.session;
  known.file = source.mark.file;
  std::vector<std::string> published = {source.mark.blob};
  for (const Promotion& publication :
       publications_of(workspace, known.session_id, known.file, site.address)) {
    known.was_published |= publication.page_id == page_id;
    published.push_back(publication.blob);
  }
  known.has_blob = [&repository = workspace.repository(), published,
                    path = location.path + "/" + source.mark.file](const std::string& blob) {
    return !blob.empty() &&
           (std::any_of(published.begin(), published.end(),
                        [&](const std::string& own) { return own.starts_with(blob); }) ||
            is_in_history(repository, path, blob));
  };
  return known;
}

}  // namespace git_session
