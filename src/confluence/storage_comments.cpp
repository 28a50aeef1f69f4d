#include "confluence/storage_comments.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "confluence/comment_search.h"
#include "confluence/storage_document.h"
#include "confluence/storage_runs.h"

namespace git_session::confluence {
namespace {

// Searching for more would take long, and people mark a few words.
constexpr size_t longest_text = 2000;
constexpr size_t most_markers = 1000;

void collect_markers(const StorageNodes& nodes, std::vector<CommentMarker>& markers,
                     std::map<std::string, size_t>& index_of) {
  for (const StorageNode& node : nodes) {
    const std::string* ref = node.name == marker_name ? node.attribute("ac:ref") : nullptr;
    if (ref != nullptr) {
      const auto [place, is_new] = index_of.emplace(*ref, markers.size());
      if (is_new) markers.push_back({*ref, {}});
      markers[place->second].text += text_in(node.children);
    }
    collect_markers(node.children, markers, index_of);
  }
}

std::vector<CommentMarker> markers_in(const StorageNodes& nodes) {
  std::vector<CommentMarker> markers;
  std::map<std::string, size_t> index_of;
  collect_markers(nodes, markers, index_of);
  return markers;
}

/// Of a run: the bytes of its text that each comment is about. What is marked here and there is
/// left with nothing.
std::map<std::string, MarkedPiece> whole_pieces(const StorageNodes& run) {
  std::map<std::string, MarkedPiece> whole;
  for (const MarkedPiece& piece : marked_pieces(run)) {
    const auto [found, is_new] = whole.emplace(piece.ref, piece);
    if (is_new) continue;
    MarkedPiece& first = found->second;
    first.end = first.end == piece.begin ? piece.end : first.begin;
  }
  return whole;
}

std::optional<Wanted> wanted_of(const PlainText& run, const MarkedPiece& piece) {
  size_t begin = run.index_of(piece.begin);
  size_t end = run.index_of(piece.end);
  while (begin < end && run.text[begin] == ' ') ++begin;
  while (begin < end && run.text[end - 1] == ' ') --end;
  Wanted wanted{run.text.substr(begin, end - begin), run.text.substr(0, begin),
                run.text.substr(end)};
  const bool is_text = std::any_of(wanted.text.begin(), wanted.text.end(),
                                   [](char c) { return c != ' ' && c != '\x01'; });
  if (!is_text || wanted.text.size() > longest_text) return std::nullopt;
  return wanted;
}

/// By ref; nothing for a comment whose text is in several places, or is no text.
std::map<std::string, std::optional<Wanted>> wanted_on(StorageNodes& page) {
  std::map<std::string, std::optional<Wanted>> all;
  for_each_run(page, [&all](StorageNodes& run) {
    const auto pieces = whole_pieces(run);
    if (pieces.empty()) return;
    const PlainText plain = plain_text(run_text(run));
    for (const auto& [ref, piece] : pieces) {
      const auto [found, is_new] = all.emplace(ref, wanted_of(plain, piece));
      if (!is_new) found->second.reset();
    }
  });
  return all;
}

/// The comments of an old page on their way to a new one.
class CommentKeeper {
 public:
  CommentKeeper(StorageNodes page, std::vector<CommentMarker> comments)
      : page_(std::move(page)), comments_(std::move(comments)), is_kept_(comments_.size()) {}

  void find_places(StorageNodes& old_page) {
    const auto wanted = wanted_on(old_page);
    const CommentSearch search(page_);
    for (size_t i = 0; i < std::min(comments_.size(), most_markers); ++i) {
      const auto found = wanted.find(comments_[i].ref);
      if (found == wanted.end() || !found->second) continue;
      if (const auto place = search.find(*found->second))
        places_[place->run].push_back({i, *place});
    }
  }

  void set_markers() {
    size_t index = 0;
    for_each_run(page_, [this, &index](StorageNodes& run) {
      const auto found = places_.find(index++);
      if (found == places_.end()) return;
      // The longer one of two goes around the shorter.
      std::stable_sort(found->second.begin(), found->second.end(), [](auto& left, auto& right) {
        return left.place.end - left.place.begin > right.place.end - right.place.begin;
      });
      for (const auto& [comment, place] : found->second) {
        StorageNode marker{.name = std::string(marker_name)};
        marker.attributes.push_back({"ac:ref", comments_[comment].ref});
        is_kept_[comment] = set_marker(run, std::move(marker), place.begin, place.end);
      }
    });
  }

  KeptComments finish(const std::string& storage) {
    const bool is_changed = std::find(is_kept_.begin(), is_kept_.end(), true) != is_kept_.end();
    KeptComments kept{is_changed ? write_storage(page_) : storage, {}};
    for (size_t i = 0; i < comments_.size(); ++i) {
      if (!is_kept_[i]) kept.lost.push_back(std::move(comments_[i]));
    }
    return kept;
  }

 private:
  struct Setting {
    size_t comment = 0;  ///< its index
    Place place;
  };

  StorageNodes page_;
  std::vector<CommentMarker> comments_;
  std::vector<bool> is_kept_;
  std::map<size_t, std::vector<Setting>> places_;  ///< by run
};

}  // namespace

std::vector<CommentMarker> comment_markers(std::string_view storage) {
  return markers_in(parse_storage(storage));
}

KeptComments keep_comments(const std::string& remote_storage, const std::string& new_storage,
                           const std::set<std::string>* open_refs) {
  StorageNodes remote = parse_storage(remote_storage);
  std::vector<CommentMarker> comments = markers_in(remote);
  std::erase_if(comments, [open_refs](const CommentMarker& each) {
    return open_refs != nullptr && !open_refs->contains(each.ref);
  });
  CommentKeeper keeper(parse_storage(new_storage), std::move(comments));
  keeper.find_places(remote);
  keeper.set_markers();
  return keeper.finish(new_storage);
}

}  // namespace git_session::confluence
