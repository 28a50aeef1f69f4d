#include "agents/own_text.h"

#include "base/text.h"

namespace git_session::agents {
namespace {

std::string digest_line(std::string_view text) {
  return "<!-- git-session setup " + short_digest(text) + " -->\n";
}

}  // namespace

std::string with_digest(std::string_view text) { return std::string(text) + digest_line(text); }

bool has_own_digest(const std::string& text) {
  const std::string plain = without_carriage_returns(text);
  const size_t size = digest_line("").size();
  if (plain.size() < size) return false;
  const size_t last = plain.size() - size;
  return plain.substr(last) == digest_line(std::string_view(plain).substr(0, last));
}

std::string without_carriage_returns(const std::string& text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') plain += text[i];
  return plain;
}

}  // namespace git_session::agents
