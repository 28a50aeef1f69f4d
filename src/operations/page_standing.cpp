#include "operations/page_standing.h"

namespace git_session {
namespace {

bool is_of(const confluence::PageMark& mark, const KnownPage& known) {
  return mark.page == known.page_id && mark.session == known.session_id && mark.file == known.file;
}

/// The property speaks of the text that is there now. The version's number does not tell: numbers
/// move when an old version is deleted or a space is imported.
bool describes(const confluence::PageMark& mark, const PageFacts& page) {
  return !mark.hash.empty() && mark.hash == page.hash;
}

std::optional<confluence::VersionNote> note_of(const PageFacts& page, const KnownPage& known) {
  return confluence::read_version_message(page.version_message, known.session_id, known.file);
}

}  // namespace

PageStanding standing_of(const PageFacts& page, const KnownPage& known) {
  // As it was published here; or published, and stopped before this was noted here; or published
  // from another clone.
  if (page.mark && is_of(*page.mark, known) && describes(*page.mark, page))
    return known.has_blob(page.mark->blob) ? PageStanding::ours : PageStanding::published_elsewhere;
  // The text is somebody else's by their own word.
  if (page.mark && !is_of(*page.mark, known) && describes(*page.mark, page))
    return PageStanding::foreign;
  if (auto note = note_of(page, known))
    return known.has_blob(note->blob) ? PageStanding::ours : PageStanding::published_elsewhere;
  // Made, and stopped before anything else. A copy of our page has our footer too: its text tells.
  if (!page.mark && page.version == 1 && page.has_footer && page.hash == known.hash)
    return PageStanding::ours;
  const bool was_ours = known.was_published || (page.mark && is_of(*page.mark, known));
  return was_ours ? PageStanding::changed : PageStanding::foreign;
}

std::string sent_for(const PageFacts& page, const KnownPage& known) {
  if (auto note = note_of(page, known)) return note->sent;
  if (page.mark && is_of(*page.mark, known) && describes(*page.mark, page)) return page.mark->sent;
  return {};
}

}  // namespace git_session
