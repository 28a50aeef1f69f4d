#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "cli/suggestion.h"

namespace git_session {
namespace {

// CLI11 takes the next word when the value after `=` is empty, and gives a bare flag the value
// "true". Neither can hold a NUL byte when it comes from a command line, so this marks both.
const std::string_view nothing("\0", 1);

bool has_empty_value(std::string_view word) {
  return word.starts_with("--") && word.size() > 3 && word.find('=') == word.size() - 1;
}

std::string mark_empty_value(std::string word) {
  if (has_empty_value(word)) word += nothing;
  return word;
}

std::string unmark(std::string word) {
  if (word.ends_with(nothing)) word.pop_back();
  return word;
}

/// CLI11 with what it could not place still in the order it was typed.
class Parser : public CLI::App {
 public:
  const CLI::App::missing_t& unplaced() const { return missing_; }
};

bool is_flag(const Option& option) { return option.value.empty() || option.value_optional; }

std::string names_for_cli11(const Option& option) {
  const std::string mark = is_flag(option) ? "{" + std::string(nothing) + "}" : std::string();
  std::string names = "--" + option.name + mark;
  if (option.letter != '\0') names += ",-" + std::string(1, option.letter) + mark;
  return names;
}

}  // namespace

class ArgumentParser {
 public:
  ArgumentParser(const Command& command, std::string_view program)
      : command_(command), options_(all_options(command)), program_(program) {}

  Arguments parse(const std::vector<std::string>& words) {
    declare();
    run(words);
    std::vector<std::string> operands = take_operands();
    check_options();
    if (arguments_.has("help")) return std::move(arguments_);
    check_required();
    assign_operands(std::move(operands));
    check_operands();
    return std::move(arguments_);
  }

 private:
  std::string help_hint() const {
    return "see " + std::string(program_) + " " + command_.name + " -h";
  }

  [[noreturn]] void fail(const std::string& message, const std::string& hint = {}) const {
    throw Error(ErrorKind::usage, message, hint.empty() ? help_hint() : hint);
  }

  void declare() {
    parser_.set_help_flag();
    parser_.allow_extras();
    parser_.prefix_command(!command_.trailing_operand.empty());
    for (const Operand& operand : command_.operands) arguments_.operands_[operand.name];
    for (const Option& option : options_) {
      std::vector<std::string>* values = &arguments_.options_[option.name];
      const auto collect = [values](const std::string& value) { values->push_back(unmark(value)); };
      const std::string names = names_for_cli11(option);
      CLI::Option* declared =
          is_flag(option) ? parser_.add_flag(names) : parser_.add_option(names)->expected(1);
      declared->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->each(collect);
    }
  }

  void run(const std::vector<std::string>& words) {
    std::vector<std::string> reversed;
    std::transform(words.rbegin(), words.rend(), std::back_inserter(reversed), mark_empty_value);
    try {
      parser_.parse(std::move(reversed));
    } catch (const CLI::ArgumentMismatch&) {
      // Only the last word can lack its value: an earlier one would have taken the word after it.
      fail("option '" + words.back() + "' needs a value");
    } catch (const CLI::Error& error) {
      fail(std::string("the command line cannot be understood: ") + error.what());
    }
  }

  std::vector<std::string> take_operands() const {
    std::vector<std::string> operands;
    bool options_ended = false;
    for (const auto& [kind, marked] : parser_.unplaced()) {
      const std::string word = unmark(marked);
      if (kind == CLI::detail::Classifier::POSITIONAL_MARK) {
        options_ended = true;
        continue;
      }
      if (!options_ended && word.size() > 1 && word.starts_with('-')) fail_unknown(word);
      operands.push_back(word);
      // CLI11 has stopped here; what follows belongs to the operand, whatever it looks like.
      if (!command_.trailing_operand.empty()) options_ended = true;
    }
    return operands;
  }

  [[noreturn]] void fail_unknown(const std::string& word) const {
    const std::string typed = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const Option& option : options_) {
      if (!option.hidden) known.push_back("--" + option.name);
    }
    const std::optional<std::string> meant = nearest_word(typed, known);
    fail("unknown option '" + typed + "' for " + command_.name,
         meant ? "did you mean " + *meant + "? " + help_hint() : std::string());
  }

  void check_options() const {
    for (const Option& option : options_) {
      for (const std::string& value : arguments_.values(option.name)) check_value(option, value);
    }
  }

  void check_value(const Option& option, const std::string& value) const {
    if (option.value.empty() && !value.empty())
      fail("option '--" + option.name + "' takes no value");
    if (option.choices.empty() || is_flag(option)) return;
    if (std::ranges::find(option.choices, value) != option.choices.end()) return;
    const std::optional<std::string> meant = nearest_word(value, option.choices);
    fail("'" + value + "' is no value for --" + option.name,
         (meant ? "did you mean " + *meant + "? " : std::string()) + "--" + option.name +
             " takes one of: " + join(option.choices, ", "));
  }

  void check_required() const {
    for (const Option& option : options_) {
      if (option.required && !arguments_.has(option.name)) {
        fail(command_.name + " needs --" + option.name + " " + option.value);
      }
    }
  }

  /// Each operand gets its minimum; what is left goes to the first that has room.
  void assign_operands(std::vector<std::string> words) {
    size_t still_needed = 0;
    for (const Operand& operand : command_.operands) still_needed += operand.minimum;
    auto word = words.begin();
    for (const Operand& operand : command_.operands) {
      const size_t left = static_cast<size_t>(words.end() - word);
      if (left < operand.minimum) fail(command_.name + " needs " + operand.name);
      still_needed -= operand.minimum;
      const size_t available = left > still_needed ? left - still_needed : 0;
      const size_t count = std::min(operand.maximum, std::max(operand.minimum, available));
      std::vector<std::string>& values = arguments_.operands_[operand.name];
      values.insert(values.end(), std::make_move_iterator(word),
                    std::make_move_iterator(word + static_cast<std::ptrdiff_t>(count)));
      word += static_cast<std::ptrdiff_t>(count);
    }
    if (word != words.end()) fail("unexpected word '" + *word + "' for " + command_.name);
  }

  void check_operands() const {
    for (const Operand& operand : command_.operands) {
      if (operand.choices.empty()) continue;
      for (const std::string& word : arguments_.operands(operand.name)) {
        if (std::ranges::find(operand.choices, word) != operand.choices.end()) continue;
        const std::optional<std::string> meant = nearest_word(word, operand.choices);
        fail("'" + word + "' is no " + operand.name,
             (meant ? "did you mean " + *meant + "? " : std::string()) +
                 "it is one of: " + join(operand.choices, ", "));
      }
    }
  }

  const Command& command_;
  std::vector<Option> options_;
  std::string_view program_;
  Parser parser_;
  Arguments arguments_;
};

Arguments parse_arguments(const Command& command, const std::vector<std::string>& words,
                          std::string_view program) {
  return ArgumentParser(command, program).parse(words);
}

}  // namespace git_session
