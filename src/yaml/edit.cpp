#include "yaml/edit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/text.h"
#include "yaml/planner.h"
#include "yaml/refusal.h"
#include "yaml/splice.h"

namespace git_session::yaml {
namespace {

/// One edit, or several Appends to one list, which are cheapest and look best when made together.
struct Step {
  const Edit* edit;
  std::vector<Value> more_items;
};

std::vector<Step> steps_of(const std::vector<Edit>& edits) {
  std::vector<Step> steps;
  for (const Edit& edit : edits) {
    const auto* append = std::get_if<Append>(&edit);
    const auto* previous = steps.empty() ? nullptr : std::get_if<Append>(steps.back().edit);
    if (append != nullptr && previous != nullptr && append->path == previous->path) {
      steps.back().more_items.push_back(append->item);
    } else {
      steps.push_back({&edit, {}});
    }
  }
  return steps;
}

std::vector<Splice> plan_unnamed(const Planner& planner, const Step& step) {
  if (const auto* set = std::get_if<Set>(step.edit)) return planner.set(*set);
  if (const auto* remove = std::get_if<Remove>(step.edit)) return planner.remove(*remove);
  const auto& append = std::get<Append>(*step.edit);
  std::vector<Value> items = {append.item};
  items.insert(items.end(), step.more_items.begin(), step.more_items.end());
  return planner.append(append.path, items);
}

std::vector<Splice> plan(const Planner& planner, const Step& step) {
  try {
    return plan_unnamed(planner, step);
  } catch (const Error& error) {
    const Path& path =
        std::visit([](const auto& edit) -> const Path& { return edit.path; }, *step.edit);
    throw Error(error.kind(), '\'' + describe(path) + "' " + error.what(), error.hint())
        .with_reason(error.reason())
        .at_line(error.line());
  }
}

/// Reads what edits have made of a text; `refused` when it cannot be read.
Document read_result(std::string text) {
  try {
    return Document::parse(std::move(text));
  } catch (const Error& error) {
    if (error.reason() == "too-large") {
      throw Error(ErrorKind::refused, std::string("would be too large: ") + error.what())
          .with_reason("too-large");
    }
    throw cannot_edit(std::string("the result would not be readable: ") + error.what(),
                      error.line());
  }
}

/// How a text is edited: what is quick and pretty first, what always works last.
struct Manner {
  bool is_batched;
  bool may_use_literals;
};
constexpr std::array<Manner, 3> manners = {{{true, true}, {false, true}, {false, false}}};

/// Makes the steps on ever newer documents. Batched, steps whose splices lie apart are planned on
/// one document; whether they were independent in meaning as well is for the final comparison.
std::string make_edits(const Document& original, const std::vector<Step>& steps, Manner manner) {
  std::optional<Document> newer;
  const Document* current = &original;
  for (size_t next = 0; next < steps.size();) {
    const Planner planner(*current, manner.may_use_literals);
    std::vector<Splice> splices;
    for (const size_t first = next; next < steps.size(); ++next) {
      std::vector<Splice> added = plan(planner, steps[next]);
      if (next > first && !are_apart(splices, added)) break;
      splices.insert(splices.end(), std::make_move_iterator(added.begin()),
                     std::make_move_iterator(added.end()));
      // Later paths may count items behind one that is taken away.
      if (!manner.is_batched || std::holds_alternative<Remove>(*steps[next].edit)) {
        ++next;
        break;
      }
    }
    std::string text = apply_splices(current->source(), std::move(splices));
    if (next == steps.size()) return text;
    newer.emplace(read_result(std::move(text)));
    current = &*newer;
  }
  return current->source();
}

bool is_writable_text(const std::string& text) {
  return text.find('\0') == std::string::npos && is_valid_utf8(text);
}

bool is_writable(const Value& value) {
  if (const std::string* text = value.text()) return is_writable_text(*text);
  if (const double* real = value.real()) return std::isfinite(*real);
  if (const auto* sequence = value.sequence()) {
    return std::all_of(sequence->begin(), sequence->end(), is_writable);
  }
  if (const auto* mapping = value.mapping()) {
    return std::all_of(mapping->begin(), mapping->end(), [](const auto& pair) {
      return is_writable_text(pair.first) && is_writable(pair.second);
    });
  }
  return true;
}

void check_writable(const Edit& edit) {
  const bool has_good_path = std::visit(
      [](const auto& single) {
        return std::all_of(single.path.begin(), single.path.end(), [](const PathPart& part) {
          const auto* key = std::get_if<std::string>(&part);
          return key == nullptr || is_writable_text(*key);
        });
      },
      edit);
  const auto* set = std::get_if<Set>(&edit);
  const auto* append = std::get_if<Append>(&edit);
  const bool has_good_value = (set == nullptr || is_writable(set->value)) &&
                              (append == nullptr || is_writable(append->item));
  if (!has_good_path || !has_good_value) {
    throw cannot_edit("a text that is not UTF-8, has a NUL, or a number that is not finite", 0);
  }
}

}  // namespace

std::string apply(const std::string& text, const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) check_writable(edit);
  const Document original = Document::parse(text);
  const std::vector<Step> steps = steps_of(edits);
  std::optional<Value> expected;
  std::optional<Error> refusal;
  for (const Manner manner : manners) {
    try {
      std::string result = make_edits(original, steps, manner);
      if (!expected) expected = apply_to_value(original.root().value(), edits);
      if (read_result(result).root().value() == *expected) return result;
      throw cannot_edit("the result would say something else as well", 0);
    } catch (const Error& error) {
      if (error.reason() == "too-large") throw;
      if (!refusal) refusal = error;
    }
  }
  throw Error(*refusal);
}

}  // namespace git_session::yaml
