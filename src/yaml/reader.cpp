#include "yaml/reader.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "yaml/events.h"
#include "yaml/guard.h"

namespace git_session::yaml {
namespace {

Style style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return Style::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return Style::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return Style::literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return Style::folded;
    default:
      return Style::plain;
  }
}

std::string shown(std::string_view text) {
  return truncate_to_width(escape_line(text.substr(0, 200)), 60);
}

std::string shown(const unsigned char* text) {
  return shown(std::string_view(reinterpret_cast<const char*>(text)));
}

}  // namespace

class Reader::Builder {
 public:
  Builder(std::string text, DuplicateKeys duplicates) : duplicates_(duplicates) {
    document_.source_ = std::move(text);
    const Preflight preflight = check_before_reading(document_.source_);
    document_.nodes_.reserve(document_.source_.size() / 16 + 4);
    events_.emplace(document_.source_, preflight.content_begin, preflight.is_ascii);
  }

  Document build() {
    while (take(events_->next())) {
    }
    if (document_.nodes_.empty()) add(Kind::scalar, Style::plain, document_.source_.size(), 0);
    return std::move(document_);
  }

 private:
  using Node = Document::Node;

  /// False after the last event.
  bool take(const yaml_event_t& event) {
    line_ = event.start_mark.line;
    if (++document_.event_count_ > max_events) {
      refuse("more than " + std::to_string(max_events) + " YAML events", "too-large");
    }
    switch (event.type) {
      case YAML_STREAM_END_EVENT:
        return false;
      case YAML_DOCUMENT_START_EVENT:
        if (!document_.nodes_.empty()) refuse("a second document");
        break;
      case YAML_ALIAS_EVENT:
        refuse("an alias, '*" + shown(event.data.alias.anchor) + "'");
      case YAML_SCALAR_EVENT:
        refuse_properties(event.data.scalar.anchor, event.data.scalar.tag);
        take_scalar(event);
        break;
      case YAML_SEQUENCE_START_EVENT:
        refuse_properties(event.data.sequence_start.anchor, event.data.sequence_start.tag);
        open(Kind::sequence, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE, event);
        break;
      case YAML_MAPPING_START_EVENT:
        refuse_properties(event.data.mapping_start.anchor, event.data.mapping_start.tag);
        open(Kind::mapping, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE, event);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        close(event);
        break;
      default:
        break;
    }
    return true;
  }

  [[noreturn]] void refuse(const std::string& message, const std::string& reason = {}) const {
    throw Error(ErrorKind::invalid_data, message)
        .with_reason(reason)
        .at_line(static_cast<int>(line_) + 1);
  }

  void refuse_properties(const unsigned char* anchor, const unsigned char* tag) const {
    if (anchor != nullptr) refuse("an anchor, '&" + shown(anchor) + "'");
    if (tag != nullptr) refuse("a tag, '" + shown(tag) + "'");
  }

  /// `size` of a collection counts its children until it is closed.
  Node& add(Kind kind, Style style, size_t begin, size_t end) {
    if (!open_.empty()) ++document_.nodes_[open_.back()].size;
    Node node;
    node.begin = static_cast<uint32_t>(begin);
    node.end = static_cast<uint32_t>(std::max(begin, end));
    node.line = static_cast<uint32_t>(line_);
    node.next = static_cast<uint32_t>(document_.nodes_.size() + 1);
    node.kind = kind;
    node.style = style;
    document_.nodes_.push_back(node);
    return document_.nodes_.back();
  }

  void take_scalar(const yaml_event_t& event) {
    const size_t begin = events_->byte_of(event.start_mark);
    const size_t end = events_->byte_of(event.end_mark);
    const Style style = style_of(event.data.scalar.style);
    Node& node = add(Kind::scalar, style, begin, end);
    const auto* text = reinterpret_cast<const char*>(event.data.scalar.value);
    const size_t size = event.data.scalar.length;
    if (std::memchr(text, 0, size) != nullptr) refuse("a NUL character in a text");
    const size_t quotes = style == Style::single_quoted || style == Style::double_quoted ? 1 : 0;
    node.text_size = static_cast<uint32_t>(size);
    node.is_text_in_source =
        end - begin == size + 2 * quotes &&
        std::memcmp(document_.source_.data() + begin + quotes, text, size) == 0;
    if (node.is_text_in_source) {
      node.text_begin = static_cast<uint32_t>(begin + quotes);
    } else {
      node.text_begin = static_cast<uint32_t>(document_.unescaped_.size());
      document_.unescaped_.append(text, size);
    }
    // A value that is not there at all, as in `? key`, is marked only at the next thing.
    const bool is_absent =
        begin == end && begin > 0 && !std::strchr(":-?", document_.source_[begin - 1]);
    if (!is_absent) last_end_ = node.end;
  }

  void open(Kind kind, bool is_flow, const yaml_event_t& event) {
    if (!open_.empty()) {
      const Node& parent = document_.nodes_[open_.back()];
      if (parent.kind == Kind::mapping && parent.size % 2 == 0) refuse("a key that is no text");
    }
    if (open_.size() >= static_cast<size_t>(max_depth)) {
      refuse("nested more than " + std::to_string(max_depth) + " levels deep");
    }
    add(kind, is_flow ? Style::flow : Style::block, events_->byte_of(event.start_mark), 0);
    open_.push_back(document_.nodes_.size() - 1);
  }

  void close(const yaml_event_t& event) {
    Node& node = document_.nodes_[open_.back()];
    node.next = static_cast<uint32_t>(document_.nodes_.size());
    if (node.kind == Kind::mapping) {
      node.size /= 2;
      if (duplicates_ == DuplicateKeys::refused) refuse_duplicate_keys(open_.back());
    }
    const bool has_brackets =
        node.style == Style::flow &&
        document_.source_[node.begin] == (node.kind == Kind::mapping ? '{' : '[');
    // libyaml ends a block collection, and a pair without braces, only at the next thing.
    node.end = has_brackets ? static_cast<uint32_t>(events_->byte_of(event.end_mark))
                            : std::max(node.begin, last_end_);
    last_end_ = node.end;
    open_.pop_back();
  }

  /// Sorting a few pairs costs more than comparing all of them.
  void refuse_duplicate_keys(size_t mapping) {
    keys_.clear();
    NodeRef(document_, mapping).for_each_pair([&](NodeRef key, NodeRef) { keys_.push_back(key); });
    if (keys_.size() <= 16) {
      for (size_t i = 1; i < keys_.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
          if (keys_[i].text() == keys_[j].text()) refuse_duplicate(keys_[i]);
        }
      }
      return;
    }
    std::sort(keys_.begin(), keys_.end(), [](NodeRef left, NodeRef right) {
      const int order = left.text().compare(right.text());
      return order != 0 ? order < 0 : left.begin() < right.begin();
    });
    const auto twice =
        std::adjacent_find(keys_.begin(), keys_.end(),
                           [](NodeRef left, NodeRef right) { return left.text() == right.text(); });
    if (twice != keys_.end()) refuse_duplicate(*std::next(twice));
  }

  [[noreturn]] void refuse_duplicate(NodeRef key) {
    line_ = static_cast<size_t>(key.line()) - 1;
    refuse("duplicate key '" + shown(key.text()) + "'");
  }

  DuplicateKeys duplicates_;
  Document document_;
  std::optional<EventSource> events_;
  std::vector<size_t> open_;   ///< collections from the root down
  std::vector<NodeRef> keys_;  ///< of the mapping that is being closed
  size_t line_ = 0;
  uint32_t last_end_ = 0;
};

Document Reader::read(std::string text, DuplicateKeys duplicates) {
  return Builder(std::move(text), duplicates).build();
}

}  // namespace git_session::yaml
