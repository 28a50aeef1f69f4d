#include "git/history_log.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace git_session {
namespace {

// No status starts with it, and whatever else does (names, paths) stands in a place of its own.
constexpr char header_mark = '\x01';
constexpr char list_separator = '\x02';
// History can be made so that renames go in circles.
constexpr int most_renames = 1000;

std::vector<std::string> without_empty(std::vector<std::string> parts) {
  std::erase_if(parts, [](const std::string& part) { return trim(part).empty(); });
  return parts;
}

}  // namespace

std::vector<std::string> HistoryLog::arguments() {
  return {"-c",
          "log.showRoot=true",
          "log",
          "--topo-order",
          "--full-diff",  // else a rename from elsewhere would look like an addition
          "-c",           // what a merge itself added
          "--name-status",
          "-M",
          "--diff-filter=AR",
          "-z",
          "--no-color",
          "--no-show-signature",
          "--encoding=UTF-8",
          "--format=%x01%H%x00%aN%x00%aE%x00%at%x00%(trailers:key=Co-Authored-By,valueonly,"
          "separator=%x02)%x00",
          "--stdin"};
}

void HistoryLog::take(std::string_view bytes) {
  waiting_ += bytes;
  std::string_view rest = waiting_;
  for (size_t end = rest.find('\0'); end != rest.npos; end = rest.find('\0')) {
    take_field(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  waiting_.erase(0, waiting_.size() - rest.size());
}

void HistoryLog::take_field(std::string_view field) {
  switch (expected_) {
    case Expected::header:
    case Expected::status:
      return take_status(field);
    case Expected::name:
      commits_.back().author_name = field;
      expected_ = Expected::email;
      return;
    case Expected::email:
      commits_.back().author_email = field;
      expected_ = Expected::time;
      return;
    case Expected::time:
      commits_.back().author_time = Instant(std::chrono::seconds(parse_integer(field).value_or(0)));
      expected_ = Expected::co_authors;
      return;
    case Expected::co_authors:
      commits_.back().co_authors = without_empty(split(field, list_separator));
      expected_ = Expected::status;
      return;
    case Expected::source:
      source_ = field;
      expected_ = Expected::path;
      return;
    case Expected::path:
      events_[std::string(field)].push_back({commits_.size() - 1, std::exchange(source_, {})});
      expected_ = Expected::status;
      return;
  }
}

void HistoryLog::take_status(std::string_view status) {
  // The first of a commit stands on a line of its own.
  if (status.starts_with('\n')) status.remove_prefix(1);
  if (status.empty()) return;
  if (status.front() == header_mark) {
    commits_.push_back({.commit = std::string(status.substr(1)),
                        .author_name = {},
                        .author_email = {},
                        .author_time = {},
                        .co_authors = {}});
    expected_ = Expected::name;
    return;
  }
  // "R100"; a merge has a letter for each parent, and no source.
  const bool has_source =
      status.front() == 'R' && status.find_first_of("0123456789") != status.npos;
  expected_ = has_source && !commits_.empty() ? Expected::source : Expected::path;
}

const HistoryLog::Event* HistoryLog::last_event(const std::string& path,
                                                size_t first_commit) const {
  auto found = events_.find(path);
  if (found == events_.end()) return nullptr;
  auto event = std::find_if(found->second.begin(), found->second.end(),
                            [&](const Event& one) { return one.commit >= first_commit; });
  return event == found->second.end() ? nullptr : &*event;
}

std::optional<FileOrigin> HistoryLog::origin_of(const std::string& path) const {
  const Event* event = last_event(path, 0);
  if (event == nullptr) return std::nullopt;
  for (int renames = 0; !event->source.empty() && renames < most_renames; ++renames) {
    const Event* earlier = last_event(event->source, event->commit + 1);
    if (earlier == nullptr) break;
    event = earlier;
  }
  return commits_[event->commit];
}

std::set<std::string> HistoryLog::unexplained_sources() const {
  std::set<std::string> sources;
  for (const auto& [path, events] : events_) {
    for (const Event& event : events) {
      if (!event.source.empty() && last_event(event.source, event.commit + 1) == nullptr)
        sources.insert(event.source);
    }
  }
  return sources;
}

}  // namespace git_session
