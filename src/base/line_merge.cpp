#include "base/line_merge.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/text.h"

namespace git_session {
namespace {

using Lines = std::vector<std::string>;

/// Cells of the table that finds common lines; a few hundredths of a second.
constexpr size_t max_cells = size_t{16} * 1024 * 1024;
constexpr size_t max_compared_lines = 60000;

struct SplitText {
  Lines lines;
  bool ends_line = true;
};

SplitText split_text(std::string_view text) {
  SplitText result;
  if (text.empty()) return result;
  result.ends_line = text.ends_with('\n');
  result.lines = split(result.ends_line ? text.substr(0, text.size() - 1) : text, '\n');
  return result;
}

/// For each line of `base` the same line of `side` in a longest common sequence.
std::vector<std::optional<size_t>> matches(const Lines& base, const Lines& side) {
  std::vector<std::optional<size_t>> match(base.size());
  size_t first = 0;
  for (; first < base.size() && first < side.size() && base[first] == side[first]; ++first) {
    match[first] = first;
  }
  size_t rows = base.size() - first;
  size_t columns = side.size() - first;
  for (; rows > 0 && columns > 0 && base[first + rows - 1] == side[first + columns - 1];) {
    match[first + --rows] = first + --columns;
  }
  const bool is_comparable = rows < max_compared_lines && columns < max_compared_lines &&
                             (rows + 1) * (columns + 1) <= max_cells;
  if (rows == 0 || columns == 0 || !is_comparable) return match;
  // length[r][c]: of the longest sequence common to what follows both.
  const size_t width = columns + 1;
  std::vector<uint16_t> length((rows + 1) * width, 0);
  for (size_t r = rows; r-- > 0;) {
    for (size_t c = columns; c-- > 0;) {
      length[r * width + c] =
          base[first + r] == side[first + c]
              ? static_cast<uint16_t>(length[(r + 1) * width + c + 1] + 1)
              : std::max(length[(r + 1) * width + c], length[r * width + c + 1]);
    }
  }
  for (size_t r = 0, c = 0; r < rows && c < columns;) {
    if (base[first + r] == side[first + c]) {
      match[first + r++] = first + c++;
    } else if (length[(r + 1) * width + c] >= length[r * width + c + 1]) {
      ++r;
    } else {
      ++c;
    }
  }
  return match;
}

/// The lines of a side between two places.
Lines part(const Lines& lines, size_t begin, size_t end) {
  return {lines.begin() + static_cast<std::ptrdiff_t>(begin),
          lines.begin() + static_cast<std::ptrdiff_t>(end)};
}

void append(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

class Merger {
 public:
  explicit Merger(const LineMergeOptions& options) : options_(options) {}

  void merge(const Lines& base, const Lines& ours, const Lines& theirs) {
    const auto our_match = matches(base, ours);
    const auto their_match = matches(base, theirs);
    size_t b = 0;
    size_t o = 0;
    size_t t = 0;
    for (size_t stable = 0; stable <= base.size(); ++stable) {
      const bool is_end = stable == base.size();
      if (!is_end && (!our_match[stable] || !their_match[stable])) continue;
      const size_t our_end = is_end ? ours.size() : *our_match[stable];
      const size_t their_end = is_end ? theirs.size() : *their_match[stable];
      merge_part(part(base, b, stable), part(ours, o, our_end), part(theirs, t, their_end));
      if (is_end) break;
      result_.push_back(base[stable]);
      b = stable + 1;
      o = our_end + 1;
      t = their_end + 1;
    }
  }

  const Lines& result() const { return result_; }
  bool is_clean() const { return is_clean_; }

 private:
  void merge_part(const Lines& base, const Lines& ours, const Lines& theirs) {
    if (ours == theirs || theirs == base) return append(result_, ours);
    if (ours == base) return append(result_, theirs);
    if (!options_.share_common_lines) return decide(base, ours, theirs);
    size_t first = 0;
    while (first < std::min(ours.size(), theirs.size()) && ours[first] == theirs[first]) ++first;
    size_t last = 0;
    while (last < std::min(ours.size(), theirs.size()) - first &&
           ours[ours.size() - last - 1] == theirs[theirs.size() - last - 1]) {
      ++last;
    }
    append(result_, part(ours, 0, first));
    decide(base, part(ours, first, ours.size() - last), part(theirs, first, theirs.size() - last));
    append(result_, part(ours, ours.size() - last, ours.size()));
  }

  void decide(const Lines& base, const Lines& ours, const Lines& theirs) {
    if (base.empty() && options_.keep_both_additions) {
      append(result_, ours);
      return append(result_, theirs);
    }
    is_clean_ = false;
    append(result_, options_.prefer_theirs ? theirs : ours);
  }

  const LineMergeOptions& options_;
  Lines result_;
  bool is_clean_ = true;
};

}  // namespace

LineMerge merge_lines(std::string_view base, std::string_view ours, std::string_view theirs,
                      const LineMergeOptions& options) {
  const SplitText base_text = split_text(base);
  const SplitText our_text = split_text(ours);
  const SplitText their_text = split_text(theirs);
  Merger merger(options);
  merger.merge(base_text.lines, our_text.lines, their_text.lines);
  LineMerge merged{join(merger.result(), "\n"), merger.is_clean()};
  const bool ours_is_as_it_was = our_text.ends_line == base_text.ends_line;
  const bool ends_line = ours_is_as_it_was ? their_text.ends_line : our_text.ends_line;
  if (merger.result().empty()) return merged;
  if (ends_line) {
    merged.text += '\n';
  } else if (merged.text.ends_with('\r')) {
    merged.text.pop_back();
  }
  return merged;
}

}  // namespace git_session
