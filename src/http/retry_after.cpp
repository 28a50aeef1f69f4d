#include "http/retry_after.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/time.h"

namespace git_session {
namespace {

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string two_digits(size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers write today.
std::optional<Instant> parse_http_date(std::string_view text) {
  const std::vector<std::string> parts = split(text, ' ');
  if (parts.size() != 6 || parts[0].size() != 4 || parts[5] != "GMT") return std::nullopt;
  const auto month = std::find(months.begin(), months.end(), parts[2]);
  if (month == months.end()) return std::nullopt;
  const std::string number = two_digits(static_cast<size_t>(month - months.begin()) + 1);
  return parse_rfc3339(parts[3] + "-" + number + "-" + parts[1] + "T" + parts[4] + "Z");
}

}  // namespace

std::optional<std::chrono::seconds> retry_after(const HttpResponse& response) {
  const std::string text = response.header("Retry-After");
  const bool is_number = !text.empty() && std::all_of(text.begin(), text.end(),
                                                      [](char c) { return c >= '0' && c <= '9'; });
  if (is_number) {
    // A number that nothing can hold is for ever, too.
    constexpr int64_t longest = 365 * 24 * 60 * 60;
    return std::chrono::seconds(std::min(parse_integer(text).value_or(longest), longest));
  }
  const auto then = parse_http_date(text);
  const auto now = parse_http_date(response.header("Date"));
  if (!then || !now) return std::nullopt;
  return std::max(std::chrono::seconds(0), *then - *now);
}

}  // namespace git_session
