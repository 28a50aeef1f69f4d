#include "yaml/events.h"

#include <algorithm>
#include <new>
#include <string>

#include "base/error.h"

namespace git_session::yaml {
namespace {

bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

EventSource::EventSource(std::string_view text, size_t content_begin, bool is_ascii)
    : event_{},
      text_(text),
      is_ascii_(is_ascii),
      content_begin_(content_begin),
      last_byte_(content_begin) {
  if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
  // Else a byte-order mark of UTF-16 would be believed.
  yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  const std::string_view content = text.substr(content_begin);
  yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(content.data()),
                               content.size());
}

EventSource::~EventSource() {
  yaml_event_delete(&event_);
  yaml_parser_delete(&parser_);
}

const yaml_event_t& EventSource::next() {
  yaml_event_delete(&event_);
  if (yaml_parser_parse(&parser_, &event_) == 0) throw_problem();
  return event_;
}

size_t EventSource::byte_of(const yaml_mark_t& mark) {
  if (is_ascii_) return std::min(content_begin_ + mark.index, text_.size());
  // Marks hardly ever go back, and never far.
  while (last_mark_ < mark.index && last_byte_ < text_.size()) {
    do {
      ++last_byte_;
    } while (last_byte_ < text_.size() && continues_code_point(text_[last_byte_]));
    ++last_mark_;
  }
  while (last_mark_ > mark.index) {
    do {
      --last_byte_;
    } while (continues_code_point(text_[last_byte_]));
    --last_mark_;
  }
  return last_byte_;
}

void EventSource::throw_problem() const {
  if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  const std::string problem = parser_.problem == nullptr ? "unknown problem" : parser_.problem;
  int line = static_cast<int>(parser_.problem_mark.line) + 1;
  if (parser_.error == YAML_READER_ERROR) {
    const std::string_view before = text_.substr(0, content_begin_ + parser_.problem_offset);
    line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  }
  throw Error(ErrorKind::invalid_data, "not valid YAML: " + problem).at_line(line);
}

}  // namespace git_session::yaml
