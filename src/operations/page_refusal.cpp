#include "operations/page_refusal.h"

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t most_comments_named = 3;
constexpr size_t widest_comment = 40;

std::string name_of_page(const confluence::RemotePage& page) {
  return "page " + page.id + " '" + escape_line(page.title) + "'";
}

std::string option(const char* name, int64_t version) {
  return std::string(name) + " " + std::to_string(version);
}

const char* place_of(confluence::PageStatus status) {
  return status == confluence::PageStatus::trashed ? "the trash" : "the archive";
}

}  // namespace

Error page_not_ours(const confluence::RemotePage& page, PageStanding standing,
                    const std::optional<confluence::PageMark>& mark) {
  const std::string allow = option("--over-version", page.version);
  if (standing == PageStanding::published_elsewhere)
    return Error(ErrorKind::refused,
                 name_of_page(page) + " was published from content that is not in this repository" +
                     (mark && !mark->promoted_by.empty() ? ", by " + escape_line(mark->promoted_by)
                                                         : std::string()),
                 "git pull; or write over version " + std::to_string(page.version) + ": " + allow)
        .with_reason("page-changed");
  if (standing == PageStanding::changed)
    return Error(ErrorKind::refused,
                 name_of_page(page) +
                     " was changed on the site since it was published; it is at "
                     "version " +
                     std::to_string(page.version),
                 "bring what changed into the output; or lose it: " + allow)
        .with_reason("page-changed");
  const std::string origin = mark ? "it was made from '" + escape_line(mark->file) +
                                        "' of session " + escape_line(mark->session)
                                  : "it was never published from this output";
  return Error(ErrorKind::refused, name_of_page(page) + " is not ours to write: " + origin,
               "--space KEY makes a new page; or replace all of this one: " + allow)
      .with_reason("page-foreign");
}

Error page_put_away(const confluence::RemotePage& page) {
  const std::string message = name_of_page(page) + " was moved to " + place_of(page.status);
  if (page.status == confluence::PageStatus::trashed)
    return Error(ErrorKind::refused, message,
                 "take it out of there and write it: " + option("--over-trash", page.version))
        .with_reason("page-trashed");
  return Error(
             ErrorKind::refused, message,
             "restore it in Confluence and repeat the command; or make another page: --title TEXT")
      .with_reason("page-archived");
}

Error draft_in_the_way(const confluence::RemotePage& page, const confluence::RemotePage& draft) {
  return Error(ErrorKind::refused,
               "somebody is writing a draft of " + name_of_page(page) +
                   ", which would be lost or mixed with ours",
               "ask them to publish or discard it; or: " + option("--over-draft", draft.version))
      .with_reason("draft-newer");
}

Error comments_in_the_way(const confluence::RemotePage& page,
                          const std::vector<confluence::CommentMarker>& lost) {
  std::string texts;
  for (size_t i = 0; i < lost.size() && i < most_comments_named; ++i)
    texts +=
        (i == 0 ? "'" : ", '") + truncate_to_width(escape_line(lost[i].text), widest_comment) + "'";
  if (lost.size() > most_comments_named) texts += ", …";
  return Error(ErrorKind::refused,
               count_of(lost.size(), "open comment") + " on " + name_of_page(page) +
                   " would lose the text they are about: " + texts,
               "answer and resolve them; or: " + option("--over-comments", page.version))
      .with_reason("comments-open");
}

Error title_taken(const confluence::RemotePage& page, const PageSource& source,
                  const std::string& space_key) {
  std::string where = " in " + escape_line(space_key);
  if (page.status != confluence::PageStatus::current)
    where += std::string(", which lies in ") + place_of(page.status);
  return Error(ErrorKind::refused,
               "the title '" + escape_line(source.page.title) + "' belongs to page " + page.id +
                   where,
               "--title TEXT gives another; or write that page: --page " + page.id + " " +
                   option("--over-version", page.version))
      .with_reason("title-taken");
}

Error may_not_edit(const confluence::RemotePage& page) {
  return Error(ErrorKind::refused,
               "this login may read " + name_of_page(page) + ", and not edit it",
               "ask for the right to edit there, or: git session promote --check")
      .with_reason("site-permission");
}

}  // namespace git_session
