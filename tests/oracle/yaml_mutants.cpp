// Edits mutants of the sample files and prints what came out, one JSON object a line, for
// check_yaml_edits.py to judge: yaml_mutants COUNT SEED

#include <cstdio>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/error.h"
#include "support/yaml_mutation.h"
#include "support/yaml_samples.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace {

using git_session::Error;
using git_session::Value;
using git_session::test::Choices;
using nlohmann::json;
namespace yaml = git_session::yaml;

json to_json(const Value& value) {
  if (const auto* boolean = value.boolean()) return *boolean;
  if (const auto* integer = value.integer()) return *integer;
  if (const auto* real = value.real()) return *real;
  if (const auto* text = value.text()) return *text;
  if (const auto* sequence = value.sequence()) {
    json items = json::array();
    for (const Value& item : *sequence) items.push_back(to_json(item));
    return {{"items", items}};
  }
  if (const auto* mapping = value.mapping()) {
    json pairs = json::array();
    for (const auto& [key, member] : *mapping) pairs.push_back({key, to_json(member)});
    return {{"pairs", pairs}};
  }
  return nullptr;
}

json to_json(const yaml::Path& path) {
  json parts = json::array();
  for (const yaml::PathPart& part : path) {
    std::visit([&](const auto& key) { parts.push_back(key); }, part);
  }
  return parts;
}

json to_json(const yaml::Edit& edit) {
  if (const auto* set = std::get_if<yaml::Set>(&edit)) {
    return {{"do", "set"},
            {"path", to_json(set->path)},
            {"value", to_json(set->value)},
            {"after", set->after}};
  }
  if (const auto* remove = std::get_if<yaml::Remove>(&edit)) {
    return {{"do", "remove"}, {"path", to_json(remove->path)}};
  }
  const auto& append = std::get<yaml::Append>(edit);
  return {{"do", "append"}, {"path", to_json(append.path)}, {"value", to_json(append.item)}};
}

std::optional<yaml::Document> read(const std::string& text) {
  try {
    return yaml::Document::parse(text);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// What became of one mutant, in a word.
std::string try_one(Choices& choices) {
  std::string before = choices.of(git_session::test::yaml_samples());
  const size_t mutations = choices.below(3);
  for (size_t i = 0; i < mutations; ++i) before = mutate(before, choices);
  const auto document = read(before);
  if (!document) return "unreadable";
  std::vector<yaml::Edit> edits;
  const size_t count = choices.one_in(3) ? 2 + choices.below(2) : 1;
  for (size_t i = 0; i < count; ++i) edits.push_back(random_edit(*document, choices));
  json record = {{"before", before}, {"edits", json::array()}};
  for (const yaml::Edit& edit : edits) record["edits"].push_back(to_json(edit));
  std::string outcome = "accepted";
  try {
    record["after"] = yaml::apply(before, edits);
  } catch (const Error& error) {
    outcome = error.reason();
    record["refused"] = error.what();
  }
  std::puts(record.dump().c_str());
  return outcome;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 3) return 2;
  const long count = std::atol(arguments[1]);
  Choices choices(static_cast<uint64_t>(std::atoll(arguments[2])));
  std::map<std::string, long> outcomes;
  for (long i = 0; i < count; ++i) ++outcomes[try_one(choices)];
  for (const auto& [outcome, number] : outcomes)
    std::fprintf(stderr, "%s %ld\n", outcome.c_str(), number);
  return 0;
}
