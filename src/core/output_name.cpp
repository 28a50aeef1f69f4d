#include "core/output_name.h"

#include <algorithm>

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t max_part_bytes = 60;

std::optional<int> two_digits(std::string_view text, int maximum) {
  if (text.size() != 2) return std::nullopt;
  auto number = parse_integer(text);
  if (!number || text[0] < '0' || text[0] > '9' || *number > maximum) return std::nullopt;
  return static_cast<int>(*number);
}

/// `HH-MM-SS`, with the day it belongs to.
std::optional<LocalTime> parse_time(std::string_view text, Date day) {
  if (text.size() != 8 || text[2] != '-' || text[5] != '-') return std::nullopt;
  auto hour = two_digits(text.substr(0, 2), 23);
  auto minute = two_digits(text.substr(3, 2), 59);
  auto second = two_digits(text.substr(6, 2), 59);
  if (!hour || !minute || !second) return std::nullopt;
  return LocalTime{day, *hour, *minute, *second};
}

bool is_agent(std::string_view part, const std::vector<std::string>& known_agents) {
  if (part.starts_with("cs-") && part.size() > 3) return true;
  return std::find(known_agents.begin(), known_agents.end(), part) != known_agents.end();
}

}  // namespace

OutputName parse_output_name(std::string_view file, const std::vector<std::string>& known_agents) {
  OutputName name;
  std::string_view stem = file.substr(file.rfind('/') + 1);
  if (size_t dot = stem.rfind('.'); dot != stem.npos && dot > 0) {
    name.extension = stem.substr(dot + 1);
    stem = stem.substr(0, dot);
  }
  std::vector<std::string> parts = split(stem, '_');
  size_t first = 0;
  if (parts.size() > 1 && (name.day = parse_date(parts[0]))) {
    first = 1;
    if (parts.size() > 2 && (name.time = parse_time(parts[1], *name.day))) first = 2;
  }
  size_t last = parts.size();
  if (last - first > 1 && is_agent(parts[last - 1], known_agents)) name.agent = parts[--last];
  for (size_t i = first; i < last; ++i) name.topic += (i > first ? "_" : "") + parts[i];
  return name;
}

std::string name_part(std::string_view text) {
  std::string part;
  size_t position = 0;
  std::string lower = to_lower_ascii(text);
  while (position < lower.size()) {
    auto code_point = next_code_point(lower, position);
    bool keep = code_point && ((*code_point >= 'a' && *code_point <= 'z') ||
                               (*code_point >= '0' && *code_point <= '9') ||
                               (*code_point >= 0xC0 && *code_point < 0x2000) ||
                               (*code_point >= 0x2E80 && *code_point < 0xE000));
    if (keep) {
      std::string encoded;
      append_utf8(encoded, *code_point);
      if (part.size() + encoded.size() > max_part_bytes) break;
      part += encoded;
    } else if (!part.empty() && !part.ends_with('-')) {
      part += '-';
    }
  }
  while (part.ends_with('-')) part.pop_back();
  return part;
}

bool is_output_extension(std::string_view extension) {
  constexpr size_t max_bytes = 16;
  if (extension.empty() || extension.size() > max_bytes) return false;
  if (extension.starts_with('.') || extension.ends_with('.')) return false;
  if (extension.find("..") != extension.npos) return false;
  return std::all_of(extension.begin(), extension.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
  });
}

std::string numbered_topic(std::string_view topic, int number) {
  std::string part = name_part(topic);
  if (number <= 1) return part;
  std::string suffix = "-" + std::to_string(number);
  size_t most = max_part_bytes - suffix.size();
  // Whole characters only.
  auto continues_character = [&] {
    return (static_cast<unsigned char>(part[most]) & 0xC0) == 0x80;
  };
  if (part.size() > most) {
    while (continues_character()) --most;
    part.resize(most);
  }
  while (part.ends_with('-')) part.pop_back();
  return part + suffix;
}

std::string make_output_name(const LocalTime& time, std::string_view topic, std::string_view agent,
                             std::string_view extension) {
  std::string name = format_file_stamp(time);
  if (std::string part = name_part(topic); !part.empty()) name += "_" + part;
  if (std::string part = name_part(agent); !part.empty()) name += "_" + part;
  if (!extension.empty()) name += "." + std::string(extension);
  return name;
}

}  // namespace git_session
