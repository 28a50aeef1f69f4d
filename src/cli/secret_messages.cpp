#include "cli/secret_messages.h"

#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t most_lines = 6;

std::string line_for(const FoundSecret& secret) {
  if (secret.is_redacted) return describe(secret) + " was redacted";
  if (!secret.allowed_by.empty())
    return describe(secret) + " is allowed by " + escape_line(secret.allowed_by);
  return describe(secret);
}

}  // namespace

std::string describe(const FoundSecret& secret) {
  return escape_line(secret.path) + ":" + std::to_string(secret.line) + ":" +
         std::to_string(secret.column) + ": " + secret.rule + ": " + escape_line(secret.excerpt);
}

void tell_secrets(Console& console, const SecretReport& report) {
  size_t warned = 0;
  size_t noted = 0;
  for (const FoundSecret& secret : report.found) {
    // A pattern may have been made for anything: what it lets pass is said to those who want quiet.
    const bool is_allowed = !secret.allowed_by.empty() && !secret.is_allowed_by_pattern;
    size_t& count = is_allowed ? noted : warned;
    if (++count > most_lines) continue;
    if (is_allowed) {
      console.note(line_for(secret));
    } else {
      console.warn(line_for(secret));
    }
  }
  if (warned > most_lines)
    console.warn(std::to_string(warned - most_lines) +
                 " more places that look like secrets; git session check-secrets lists them");
  if (noted > most_lines) console.note(std::to_string(noted - most_lines) + " more are allowed");
  for (const std::string& warning : report.warnings) console.warn(warning);
}

void list_secrets(Console& console, const SecretReport& report) {
  // The error names the first of them: alone it needs no list.
  if (report.found.size() > 1)
    for (const FoundSecret& secret : report.found) console.warn(describe(secret));
  for (const std::string& warning : report.warnings) console.warn(warning);
}

}  // namespace git_session
