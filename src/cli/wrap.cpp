#include "cli/wrap.h"

#include "base/text.h"

namespace git_session {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  size_t position = 0;
  while (position < text.size()) {
    const size_t start = text.find_first_not_of(" \n\t", position);
    if (start == std::string_view::npos) break;
    const size_t end = std::min(text.find_first_of(" \n\t", start), text.size());
    words.emplace_back(text.substr(start, end - start));
    position = end;
  }
  return words;
}

}  // namespace

std::vector<std::string> wrap_paragraph(std::string_view text, size_t width) {
  std::vector<std::string> lines(1);
  size_t used = 0;
  for (const std::string& word : words_of(text)) {
    const size_t needed = display_width(word);
    if (used > 0 && used + 1 + needed > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += needed;
  }
  return lines;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  size_t position = 0;
  while (position < text.size()) {
    const size_t end = std::min(text.find("\n\n", position), text.size());
    const std::string_view paragraph = trim(text.substr(position, end - position));
    if (!paragraph.empty()) paragraphs.emplace_back(paragraph);
    position = end + 2;
  }
  return paragraphs;
}

}  // namespace git_session
