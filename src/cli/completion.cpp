#include "cli/completion.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "cli/command_table.h"
#include "cli/command_text.h"

namespace git_session {
namespace {

std::vector<Candidate> verbs() {
  std::vector<Candidate> verbs;
  for (const CommandEntry& entry : command_table()) {
    if (entry.group != Group::hidden) {
      verbs.push_back({std::string(entry.name), entry.declare().summary});
    }
  }
  return verbs;
}

void keep_prefix(std::vector<Candidate>& candidates, std::string_view prefix) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return !std::string_view(candidate.word).starts_with(prefix);
  });
}

/// The words before the cursor, read as far as completion needs it.
class Line {
 public:
  Line(const Command& command, const std::vector<std::string>& words)
      : command_(command), options_(all_options(command)) {
    for (const std::string& word : words) take(word);
  }

  const Option* awaiting_value() const { return awaiting_value_; }
  bool options_ended() const { return options_ended_; }
  size_t operand_count() const { return operand_count_; }

  const Option* find_option(std::string_view word) const {
    for (const Option& option : options_) {
      const bool is_letter = word.size() == 2 && option.letter != '\0' && word[1] == option.letter;
      if (word == "--" + option.name || (is_letter && word[0] == '-')) return &option;
    }
    return nullptr;
  }

  /// The options that may still be given.
  std::vector<Candidate> open_options() const {
    std::vector<Candidate> open;
    for (const Option& option : options_) {
      const bool used = std::ranges::find(used_, option.name) != used_.end();
      if (option.hidden || (used && !option.repeatable)) continue;
      open.push_back({"--" + option.name, option.help});
    }
    return open;
  }

 private:
  void take(const std::string& word) {
    if (awaiting_value_ != nullptr) {
      awaiting_value_ = nullptr;
    } else if (options_ended_ || word == "-" || !word.starts_with('-')) {
      ++operand_count_;
      options_ended_ = options_ended_ || !command_.trailing_operand.empty();
    } else if (word == "--") {
      options_ended_ = true;
    } else if (const Option* option = find_option(word.substr(0, word.find('=')))) {
      used_.push_back(option->name);
      const bool takes_next = !option->value.empty() && !option->value_optional;
      if (takes_next && word.find('=') == std::string::npos) awaiting_value_ = option;
    }
  }

  const Command& command_;
  std::vector<Option> options_;
  std::vector<std::string> used_;
  const Option* awaiting_value_ = nullptr;
  bool options_ended_ = false;
  size_t operand_count_ = 0;
};

const Operand* operand_at(const Command& command, size_t index) {
  for (const Operand& operand : command.operands) {
    if (index < operand.maximum) return &operand;
    index -= operand.maximum;
  }
  return nullptr;
}

CompletionAnswer answer_for(Completion kind, const Environment& environment,
                            CompletionSource source) {
  switch (kind) {
    case Completion::none:
      return {};
    case Completion::file:
      return {{}, CompletionFiles::files};
    case Completion::directory:
      return {{}, CompletionFiles::directories};
    case Completion::verb:
      return {verbs()};
    case Completion::session_id:
    case Completion::agent:
    case Completion::team:
    case Completion::user:
      break;
  }
  return {source == nullptr ? std::vector<Candidate>() : source(kind, environment)};
}

CompletionAnswer values_of(const Option& option, const Environment& environment,
                           CompletionSource source) {
  const auto& words = option.choices.empty() ? option.suggestions : option.choices;
  if (words.empty()) return answer_for(option.completion, environment, source);
  CompletionAnswer answer;
  for (const std::string& word : words) answer.candidates.push_back({word});
  return answer;
}

CompletionAnswer complete_unfiltered(const std::vector<std::string>& words,
                                     const Environment& environment, CompletionSource source) {
  if (words.size() == 1 && !words.front().starts_with('-')) return {verbs()};
  const bool verb_is_named = !words.front().starts_with('-');
  const CommandEntry* entry = find_command(verb_is_named ? words.front() : default_verb);
  if (entry == nullptr) return {};
  const Command command = entry->declare();
  const std::vector<std::string> before(words.begin() + (verb_is_named ? 1 : 0), words.end() - 1);
  CompletionAnswer answer = complete_command(command, before, words.back(), environment, source);
  if (words.size() == 1) answer.candidates.push_back({"--version", "print the version"});
  return answer;
}

}  // namespace

CompletionAnswer complete_command(const Command& command, const std::vector<std::string>& before,
                                  const std::string& current, const Environment& environment,
                                  CompletionSource source) {
  const Line line(command, before);
  if (const Option* option = line.awaiting_value()) return values_of(*option, environment, source);
  if (!line.options_ended() && current.starts_with('-')) {
    const size_t equals = current.find('=');
    if (equals == std::string::npos) return {line.open_options()};
    const Option* option = line.find_option(current.substr(0, equals));
    if (option == nullptr) return {};
    CompletionAnswer answer = values_of(*option, environment, source);
    for (Candidate& candidate : answer.candidates) {
      candidate.word.insert(0, current, 0, equals + 1);
    }
    return answer;
  }
  const Operand* operand = operand_at(command, line.operand_count());
  if (operand == nullptr) return {};
  if (operand->choices.empty()) return answer_for(operand->completion, environment, source);
  CompletionAnswer answer;
  for (const std::string& word : operand->choices) answer.candidates.push_back({word});
  return answer;
}

CompletionAnswer complete_words(const std::vector<std::string>& words,
                                const Environment& environment, CompletionSource source) {
  if (words.empty()) return {verbs()};
  CompletionAnswer answer = complete_unfiltered(words, environment, source);
  keep_prefix(answer.candidates, words.back());
  return answer;
}

std::string print_completion(const CompletionAnswer& answer) {
  std::string out;
  for (const Candidate& candidate : answer.candidates) {
    // A word that needs escapes cannot be typed as it is shown.
    if (escape_line(candidate.word) != candidate.word) continue;
    out += candidate.word + "\t" + escape_line(candidate.help) + "\n";
  }
  if (answer.files == CompletionFiles::files) out += "\tfiles\n";
  if (answer.files == CompletionFiles::directories) out += "\tdirectories\n";
  return out;
}

}  // namespace git_session
