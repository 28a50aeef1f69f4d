#include "mail/smtp_request.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

using Result = MailOutcome::Result;
constexpr std::array<std::pair<Result, std::string_view>, 3> result_names = {
    {{Result::sent, "sent"}, {Result::login_refused, "login-refused"}, {Result::failed, "failed"}}};

std::string line_of(const std::string& key, const std::string& value) {
  if (value.find_first_of(std::string_view("\r\n\0", 3)) != value.npos)
    throw Error(ErrorKind::invalid_data, "the " + key + " of the mail server holds a line break");
  return value.empty() ? std::string() : key + "=" + value + "\n";
}

std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; }, ' ');
  return text;
}

/// Takes the first line of `text` away; false when there is none that ends.
bool take_line(std::string_view& text, std::string_view& key, std::string_view& value) {
  const size_t end = text.find('\n');
  if (end == text.npos) return false;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  key = line.substr(0, line.find('='));
  value = line.substr(std::min(line.size(), key.size() + 1));
  return true;
}

bool set_value(SmtpRequest& request, std::string_view key, std::string_view value) {
  if (key == "to") {
    request.to.emplace_back(value);
    return true;
  }
  if (key == "tls") {
    request.requires_tls = value != "none";
    return value == "none" || value == "required";
  }
  for (auto [name, place] : {std::pair{"server", &request.url},
                             {"ca-file", &request.ca_file},
                             {"user", &request.user},
                             {"password", &request.password},
                             {"from", &request.from}}) {
    if (key != name) continue;
    *place = value;
    return true;
  }
  return false;
}

}  // namespace

std::string write_smtp_request(const SmtpRequest& request) {
  std::string text = line_of("server", request.url) +
                     line_of("tls", request.requires_tls ? "required" : "none") +
                     line_of("ca-file", request.ca_file) + line_of("user", request.user) +
                     line_of("password", request.password) + line_of("from", request.from);
  for (const std::string& address : request.to) text += line_of("to", address);
  return text + "\n" + request.message;
}

std::optional<SmtpRequest> read_smtp_request(std::string_view text) {
  SmtpRequest request;
  std::string_view key;
  std::string_view value;
  while (take_line(text, key, value)) {
    if (key.empty() && value.empty()) {
      request.message = text;
      if (request.url.empty() || request.to.empty()) return std::nullopt;
      return request;
    }
    if (!set_value(request, key, value)) return std::nullopt;
  }
  return std::nullopt;
}

std::string write_mail_outcome(const MailOutcome& outcome) {
  std::string text;
  for (const RefusedRecipient& refused : outcome.refused)
    text += "refused=" + on_one_line(refused.address) + " " + on_one_line(refused.words) + "\n";
  if (!outcome.words.empty()) text += "words=" + on_one_line(outcome.words) + "\n";
  for (const auto& [result, name] : result_names)
    if (result == outcome.result) text += "result=" + std::string(name) + "\n";
  return text;
}

std::optional<MailOutcome> read_mail_outcome(std::string_view text) {
  MailOutcome outcome;
  std::string_view key;
  std::string_view value;
  while (take_line(text, key, value)) {
    if (key == "words") outcome.words = value;
    if (key == "refused") {
      const std::string_view address = value.substr(0, value.find(' '));
      const size_t words = std::min(value.size(), address.size() + 1);
      outcome.refused.push_back({std::string(address), std::string(value.substr(words))});
    }
    for (const auto& [result, name] : result_names) {
      if (key != "result" || value != name) continue;
      outcome.result = result;
      return outcome;
    }
  }
  return std::nullopt;
}

}  // namespace git_session
