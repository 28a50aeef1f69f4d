#include "cli/prompt.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr int attempts = 3;

[[noreturn]] void fail_unanswered(const Question& question) {
  throw Error(ErrorKind::usage, "no " + to_lower_ascii(question.text) + " given",
              "give " + question.option);
}

Styled line_for(const Question& question) {
  Styled line(question.text, Style::bold);
  if (!question.choices.empty()) line.add(" (" + join(question.choices, ", ") + ")", Style::dim);
  if (!question.fallback.empty()) line.add(" [" + question.fallback + "]");
  return line.add(": ");
}

bool is_acceptable(const Question& question, const std::string& answer) {
  if (answer.empty()) return false;
  return question.choices.empty() ||
         std::ranges::find(question.choices, answer) != question.choices.end();
}

}  // namespace

std::string ask(Console& console, const Question& question) {
  if (!console.can_prompt()) fail_unanswered(question);
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const std::optional<std::string> line = console.ask_line(line_for(question));
    if (!line) break;
    std::string answer(trim(*line));
    if (answer.empty()) answer = question.fallback;
    if (is_acceptable(question, answer)) return answer;
    if (!answer.empty()) console.warn("'" + answer + "' is none of the choices");
  }
  fail_unanswered(question);
}

std::string ask_or_skip(Console& console, const Question& question) {
  if (!console.can_prompt()) return {};
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const std::optional<std::string> line = console.ask_line(line_for(question));
    std::string answer(trim(line.value_or("")));
    if (answer.empty() || is_acceptable(question, answer)) return answer;
    console.warn("'" + answer + "' is none of the choices");
  }
  return {};
}

bool confirm(Console& console, const std::string& question) {
  if (!console.can_prompt()) return false;
  const std::optional<std::string> line =
      console.ask_line(Styled(question, Style::bold).add(" [y/N]: "));
  if (!line) return false;
  const std::string answer = to_lower_ascii(trim(*line));
  return answer == "y" || answer == "yes";
}

bool is_agreed(Invocation& invocation, const std::string& question, const std::string& way_out) {
  if (invocation.arguments.has("yes")) return true;
  if (invocation.wants_json() || !invocation.console.can_prompt())
    throw Error(ErrorKind::usage, "nobody is there to be asked", way_out);
  if (confirm(invocation.console, question)) return true;
  invocation.console.note("Nothing was changed");
  return false;
}

}  // namespace git_session
