#include "confluence/page_mark.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "confluence/site_answer.h"

namespace git_session::confluence {
namespace {

constexpr int mark_schema = 1;
constexpr size_t digits_in_message = 12;
constexpr size_t longest_subject = 190;
constexpr std::string_view content_words = ", content ";
constexpr std::string_view page_words = ", page ";

constexpr std::pair<const char*, std::string PageMark::*> texts[] = {
    {"page", &PageMark::page},
    {"session", &PageMark::session},
    {"file", &PageMark::file},
    {"blob", &PageMark::blob},
    {"commit", &PageMark::commit},
    {"hash", &PageMark::hash},
    {"sent", &PageMark::sent},
    {"converter", &PageMark::converter},
    {"promoted_by", &PageMark::promoted_by}};

std::string subject_of(std::string_view session, std::string_view file) {
  std::string subject = "git-session: " + std::string(file) + " from " + std::string(session);
  if (subject.size() <= longest_subject) return subject;
  size_t end = longest_subject - digest_digits - 1;
  // Not in the middle of a character.
  while (end < subject.size() && end > 0 &&
         (static_cast<unsigned char>(subject[end]) & 0xC0) == 0x80)
    --end;
  // What is cut off still counts.
  return subject.substr(0, end) + " " + short_digest(subject);
}

/// Takes `digits_in_message` hexadecimal digits from the start of `text`; empty when there are not
/// so many.
std::string take_digits(std::string_view& text) {
  const std::string digits(text.substr(0, digits_in_message));
  if (digits.size() < digits_in_message ||
      digits.find_first_not_of("0123456789abcdef") != digits.npos)
    return {};
  text.remove_prefix(digits_in_message);
  return digits;
}

bool take_words(std::string_view& text, std::string_view words) {
  if (!text.starts_with(words)) return false;
  text.remove_prefix(words.size());
  return true;
}

}  // namespace

std::string write_page_mark(const PageMark& mark) {
  Json json = {{"schema", mark_schema}, {"version", mark.version}};
  for (const auto& [key, place] : texts)
    if (!(mark.*place).empty()) json[key] = mark.*place;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<PageMark> read_page_mark(std::string_view json) {
  const Json value = parse_json(json);
  if (number_of(member(value, {"schema"})) != mark_schema) return std::nullopt;
  PageMark mark;
  mark.version = number_of(member(value, {"version"}));
  for (const auto& [key, place] : texts) {
    const Json& text = member(value, {key});
    if (text.is_string()) mark.*place = text.get<std::string>();
  }
  if (mark.session.empty() || mark.file.empty()) return std::nullopt;
  return mark;
}

std::string version_message(const PageMark& mark) {
  return subject_of(mark.session, mark.file) + std::string(content_words) +
         mark.blob.substr(0, digits_in_message) + std::string(page_words) +
         mark.sent.substr(0, digits_in_message);
}

std::optional<VersionNote> read_version_message(std::string_view message, std::string_view session,
                                                std::string_view file) {
  VersionNote note;
  if (!take_words(message, subject_of(session, file)) || !take_words(message, content_words))
    return std::nullopt;
  note.blob = take_digits(message);
  if (note.blob.empty() || !take_words(message, page_words)) return std::nullopt;
  note.sent = take_digits(message);
  if (note.sent.empty() || !message.empty()) return std::nullopt;
  return note;
}

}  // namespace git_session::confluence
