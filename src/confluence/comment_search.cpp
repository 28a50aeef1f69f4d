#include "confluence/comment_search.h"

#include <algorithm>
#include <iterator>

#include "confluence/storage_runs.h"

namespace git_session::confluence {
namespace {

constexpr std::string_view blanks = " \t\r\n";
// Beyond it a search would take long.
constexpr size_t most_places = 1000;
// No text on a page has these: the ends of a run.
constexpr char run_start = '\x02';
constexpr char run_end = '\x03';

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The end of the run counts when there are fewer words before it.
std::string_view last_words(std::string_view text, size_t count) {
  size_t at = text.size();
  for (; count > 0; --count) {
    while (text[at - 1] == ' ') --at;
    if (text[at - 1] == run_start) return text;
    while (text[at - 1] != ' ' && text[at - 1] != run_start) --at;
  }
  return text.substr(at);
}

std::string_view first_words(std::string_view text, size_t count) {
  size_t at = 0;
  for (; count > 0; --count) {
    while (text[at] == ' ') ++at;
    if (text[at] == run_end) return text;
    while (text[at] != ' ' && text[at] != run_end) ++at;
  }
  return text.substr(0, at);
}

/// Whole words are not found within longer ones.
bool is_same_cut(const std::string& text, size_t at, const Wanted& wanted) {
  const size_t end = at + wanted.text.size();
  const bool cuts_start = is_letter(text[at - 1]) && is_letter(text[at]);
  const bool cuts_end = is_letter(text[end - 1]) && is_letter(text[end]);
  return (!cuts_start || is_letter(wanted.before.back())) &&
         (!cuts_end || is_letter(wanted.after.front()));
}

}  // namespace

size_t PlainText::index_of(size_t offset) const {
  const auto found = std::lower_bound(offsets.begin() + 1, offsets.end(), offset);
  return static_cast<size_t>(found - offsets.begin());
}

PlainText plain_text(std::string_view text) {
  PlainText plain{.text = {run_start}, .offsets = {0}};
  for (size_t at = 0; at < text.size(); ++at) {
    const bool is_blank = blanks.find(text[at]) != blanks.npos;
    if (is_blank && plain.text.ends_with(' ')) continue;
    plain.text += is_blank ? ' ' : text[at];
    plain.offsets.push_back(static_cast<uint32_t>(at));
  }
  plain.text += run_end;
  plain.offsets.push_back(static_cast<uint32_t>(text.size()));
  return plain;
}

CommentSearch::CommentSearch(StorageNodes& page) {
  for_each_run(page, [this](StorageNodes& run) { runs_.push_back(plain_text(run_text(run))); });
}

std::optional<Place> CommentSearch::find(const Wanted& wanted) const {
  std::vector<Hit> hits = hits_of(wanted);
  if (hits.size() > most_places) return std::nullopt;
  for (const size_t words : {size_t{4}, size_t{1}}) {
    if (hits.size() < 2) break;
    std::vector<Hit> fitting;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(fitting),
                 [&](const Hit& hit) { return has_around(hit, wanted, words); });
    if (!fitting.empty()) hits = std::move(fitting);
  }
  if (hits.size() != 1) return std::nullopt;
  const Hit& hit = hits.front();
  const std::vector<uint32_t>& offsets = runs_[hit.run].offsets;
  return Place{hit.run, offsets[hit.index], offsets[hit.index + wanted.text.size() - 1] + 1};
}

std::vector<CommentSearch::Hit> CommentSearch::hits_of(const Wanted& wanted) const {
  std::vector<Hit> hits;
  for (size_t run = 0; run < runs_.size(); ++run) {
    const std::string& text = runs_[run].text;
    for (size_t at = text.find(wanted.text); at != text.npos; at = text.find(wanted.text, at + 1)) {
      if (is_same_cut(text, at, wanted)) hits.push_back({run, at});
      if (hits.size() > most_places) return hits;
    }
  }
  return hits;
}

bool CommentSearch::has_around(const Hit& hit, const Wanted& wanted, size_t words) const {
  const std::string_view text = runs_[hit.run].text;
  std::string_view before = text.substr(0, hit.index);
  std::string_view after = text.substr(hit.index + wanted.text.size());
  const std::string_view words_before = last_words(wanted.before, words);
  const std::string_view words_after = first_words(wanted.after, words);
  if (!before.ends_with(words_before) || !after.starts_with(words_after)) return false;
  before.remove_suffix(words_before.size());
  after.remove_prefix(words_after.size());
  return (before.empty() || !is_letter(before.back())) &&
         (after.empty() || !is_letter(after.front()));
}

}  // namespace git_session::confluence
