#include "operations/secret_words.h"

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t most_places = 3;

/// "a.md:3 (github-token), b.md:7 (password) and 2 more"
std::string places_of(const std::vector<const FoundSecret*>& secrets) {
  std::vector<std::string> places;
  for (const FoundSecret* secret : secrets) {
    if (places.size() == most_places) break;
    places.push_back(escape_line(secret->path) + ":" + std::to_string(secret->line) + " (" +
                     secret->rule + ")");
  }
  const size_t more = secrets.size() - places.size();
  return join(places, ", ") + (more == 0 ? "" : " and " + std::to_string(more) + " more");
}

}  // namespace

std::string words_about_secrets(const SecretReport& report) {
  std::vector<const FoundSecret*> open;
  std::vector<const FoundSecret*> redacted;
  for (const FoundSecret& secret : report.found) {
    if (secret.is_redacted) redacted.push_back(&secret);
    if (secret.is_open()) open.push_back(&secret);
  }
  std::vector<std::string> parts;
  if (!open.empty())
    parts.push_back("what looks like a secret stands in " + places_of(open) +
                    "; take it out before it is committed");
  if (!redacted.empty())
    parts.push_back("what looked like a secret was redacted in " + places_of(redacted) +
                    "; read the file again before it is edited");
  return join(parts, "; ");
}

}  // namespace git_session
