#include "store/conflict_text.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "yaml/lines.h"

namespace git_session {
namespace {

constexpr size_t least_marker_size = 7;

std::string_view without_ending(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Marker {
  char kind;
  size_t size;
  std::string_view label;
};

std::optional<Marker> marker_in(std::string_view line) {
  line = without_ending(line);
  if (line.empty() || std::string_view("<|=>").find(line[0]) == std::string_view::npos) {
    return std::nullopt;
  }
  const size_t size = std::min(line.find_first_not_of(line[0]), line.size());
  if (size < least_marker_size || (size < line.size() && line[size] != ' ')) return std::nullopt;
  return Marker{line[0], size, size < line.size() ? line.substr(size + 1) : std::string_view()};
}

class Splitter {
 public:
  std::optional<ConflictSides> split(std::string_view text) {
    sides_.base.emplace();
    int number = 1;
    for (size_t begin = 0; begin < text.size(); ++number) {
      const size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
      take(text.substr(begin, end - begin), number);
      begin = end;
    }
    if (part_ != Part::common) {
      throw Error(ErrorKind::invalid_data, "a conflict marker without the one that ends it",
                  "resolve the conflict in an editor")
          .at_line(begin_line_);
    }
    if (!found_) return std::nullopt;
    if (!all_have_base_) sides_.base.reset();
    return std::move(sides_);
  }

 private:
  enum class Part { common, ours, base, theirs };

  void take(std::string_view line, int number) {
    const auto marker = marker_in(line);
    if (marker && take_marker(*marker, number)) return;
    if (part_ == Part::common || part_ == Part::ours) sides_.ours += line;
    if (part_ == Part::common || part_ == Part::theirs) sides_.theirs += line;
    if (part_ == Part::common || part_ == Part::base) *sides_.base += line;
  }

  /// False for a line that only looks like one here.
  bool take_marker(const Marker& marker, int number) {
    if (part_ == Part::common) return marker.kind == '<' && begin(marker, number);
    if (marker.size != size_) return false;
    if (marker.kind == '|' && part_ == Part::ours) {
      part_ = Part::base;
      has_base_ = true;
    } else if (marker.kind == '=' && part_ != Part::theirs) {
      part_ = Part::theirs;
    } else if (marker.kind == '>' && part_ == Part::theirs) {
      part_ = Part::common;
      all_have_base_ = all_have_base_ && has_base_;
      if (sides_.their_label.empty()) sides_.their_label = marker.label;
    } else {
      return false;
    }
    return true;
  }

  bool begin(const Marker& marker, int number) {
    if (!found_) {
      sides_.our_label = marker.label;
      sides_.marker_size = marker.size;
    }
    found_ = true;
    has_base_ = false;
    part_ = Part::ours;
    size_ = marker.size;
    begin_line_ = number;
    return true;
  }

  ConflictSides sides_;
  Part part_ = Part::common;
  size_t size_ = 0;
  int begin_line_ = 0;
  bool found_ = false;
  bool has_base_ = false;
  bool all_have_base_ = true;
};

std::string marker_line(char kind, const MarkerStyle& style, const std::string& label,
                        std::string_view ending) {
  std::string line(style.size, kind);
  if (!label.empty()) line += ' ' + escape_line(label);
  return line + std::string(ending);
}

/// Lines for between markers: the last one has its line ending there.
std::string ended(std::string lines, std::string_view ending) {
  if (!lines.empty() && !lines.ends_with('\n')) lines += ending;
  return lines;
}

}  // namespace

std::optional<ConflictSides> split_conflicts(std::string_view text) {
  return Splitter().split(text);
}

LineRange differing_lines(std::string_view text, std::string_view other) {
  const size_t shorter = std::min(text.size(), other.size());
  size_t begin = static_cast<size_t>(
      std::mismatch(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(shorter),
                    other.begin())
          .first -
      text.begin());
  const size_t line_before = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
  begin = line_before == std::string_view::npos ? 0 : line_before + 1;
  size_t common = 0;
  while (common < shorter - begin &&
         text[text.size() - common - 1] == other[other.size() - common - 1]) {
    ++common;
  }
  // Only whole lines are common.
  const size_t tail = text.size() - common;
  const bool is_at_line =
      (tail == begin || text[tail - 1] == '\n') &&
      (other.size() - common == begin || other[other.size() - common - 1] == '\n');
  if (!is_at_line) {
    const size_t next = text.find('\n', tail);
    common = next == std::string_view::npos ? 0 : text.size() - next - 1;
  }
  return {begin, text.size() - common,
          std::string(other.substr(begin, other.size() - common - begin))};
}

ConflictText write_conflicts(const std::string& ours, const std::vector<Disagreement>& others,
                             const MarkerStyle& style) {
  struct Hunk {
    LineRange range;
    const Disagreement* about;
  };
  std::vector<Hunk> hunks;
  for (const Disagreement& other : others) {
    hunks.push_back({differing_lines(ours, other.theirs), &other});
  }
  std::stable_sort(hunks.begin(), hunks.end(), [](const Hunk& left, const Hunk& right) {
    return left.range.begin < right.range.begin;
  });
  const std::string_view ending = yaml::first_line_ending(ours);
  ConflictText result;
  size_t position = 0;
  for (const auto& [range, about] : hunks) {
    result.text += ended(ours.substr(position, range.begin - position), ending);
    result.lines.push_back(
        1 + static_cast<int>(std::count(result.text.begin(), result.text.end(), '\n')));
    result.text += marker_line('<', style, style.our_label + ' ' + about->fields, ending);
    result.text += ended(ours.substr(range.begin, range.end - range.begin), ending);
    result.text += marker_line('=', style, "", ending);
    result.text += ended(range.other, ending);
    result.text += marker_line('>', style, style.their_label + ' ' + about->fields, ending);
    position = range.end;
  }
  result.text += ours.substr(position);
  return result;
}

}  // namespace git_session
