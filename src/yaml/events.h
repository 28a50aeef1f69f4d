#pragma once

#include <yaml.h>

#include <cstddef>
#include <string_view>

namespace git_session::yaml {

/// libyaml's events of one text, one at a time. Positions are bytes of that text.
class EventSource {
 public:
  /// `text` must be valid UTF-8 and outlive this; reading starts at byte `content_begin`.
  EventSource(std::string_view text, size_t content_begin, bool is_ascii);
  EventSource(const EventSource&) = delete;
  EventSource& operator=(const EventSource&) = delete;
  ~EventSource();

  /// The next event, valid until the next call. Throws Error(invalid_data) with the line.
  const yaml_event_t& next();
  size_t byte_of(const yaml_mark_t& mark);

 private:
  [[noreturn]] void throw_problem() const;

  yaml_parser_t parser_;
  yaml_event_t event_;
  std::string_view text_;
  bool is_ascii_;
  size_t content_begin_;
  size_t last_mark_ = 0;  ///< a position in code points, and the byte it lies at
  size_t last_byte_;
};

}  // namespace git_session::yaml
