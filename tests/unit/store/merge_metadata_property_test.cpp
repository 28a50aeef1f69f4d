#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "core/session.h"
#include "store/merge_metadata.h"
#include "store/metadata_comments.h"
#include "store/metadata_editor.h"
#include "store/metadata_reader.h"
#include "store/resolve_metadata.h"
#include "support/yaml_mutation.h"
#include "support/yaml_samples.h"

namespace git_session {
namespace {

using test::Choices;

Session session_of(const std::string& text) {
  Session session;
  read_metadata(yaml::Document::parse(text), "metadata.yaml", true, session);
  return session;
}

/// One thing that somebody does to a session; `who` makes names differ between the sides.
void change(MetadataEditor& editor, const Session& session, const std::string& who,
            Choices& choices) {
  const std::string name = who + std::to_string(choices.below(4));
  switch (choices.below(9)) {
    case 0: {
      Output output;
      output.file = name + ".md";
      output.agent = choices.one_in(2) ? "cs-architect" : "";
      return editor.append_output(output);
    }
    case 1:
      return editor.append_tag(name);
    case 2: {
      Stakeholder person;
      person.name = name;
      person.email = choices.one_in(2) ? name + "@example.com" : "";
      return editor.append_stakeholder(person);
    }
    case 3:
      return editor.set(choices.one_in(2) ? "context.project" : "context.ticket", Value(name));
    case 4:
      editor.set("status.current", Value("closed"));
      return editor.set("status.closed_at",
                        Value("2025-11-2" + name.substr(name.size() - 1) + "T08:00:00Z"));
    case 5:
      return editor.set("notes", Value(session.notes + (choices.one_in(2) ? "\n" : "") + name));
    case 6:
      if (!session.tags.empty()) editor.remove_tag(choices.below(session.tags.size()));
      return;
    case 7:
      if (!session.outputs.empty()) {
        editor.set_output_field(choices.below(session.outputs.size()), "title", Value(name));
      }
      return;
    default:
      return editor.set_path("custom." + name, test::random_scalar(choices));
  }
}

/// `text` after some changes, each by itself; those that the editor refuses are left out.
std::string changed(std::string text, const std::string& who, Choices& choices) {
  for (size_t left = 1 + choices.below(5); left > 0; --left) {
    try {
      const auto document = yaml::Document::parse(text);
      MetadataEditor editor(document);
      change(editor, session_of(text), who, choices);
      text = yaml::apply(text, editor.edits());
    } catch (const Error&) {
      continue;
    }
    if (choices.one_in(6)) text.insert(0, "# a comment of " + who + "\n");
  }
  return text;
}

std::set<std::string> outputs_of(const Session& session) {
  std::set<std::string> names;
  for (const Output& output : session.outputs) names.insert(output.file);
  return names;
}

std::set<std::string> people_of(const Session& session) {
  std::set<std::string> names;
  for (const Stakeholder& person : session.stakeholders) {
    names.insert(person.email.empty() ? person.name : person.email);
  }
  return names;
}

std::set<std::string> tags_of(const Session& session) {
  return {session.tags.begin(), session.tags.end()};
}

/// Whatever one side added is there, and nothing that neither had.
void check_list(const std::set<std::string>& base, const std::set<std::string>& ours,
                const std::set<std::string>& theirs, const std::set<std::string>& merged) {
  for (const auto* side : {&ours, &theirs}) {
    for (const std::string& name : *side) {
      if (!base.contains(name)) RC_ASSERT(merged.contains(name));
    }
  }
  for (const std::string& name : merged) RC_ASSERT(ours.contains(name) || theirs.contains(name));
}

void check_lists(const std::string& base, const std::string& ours, const std::string& theirs,
                 const std::string& merged) {
  const Session sessions[] = {session_of(base), session_of(ours), session_of(theirs),
                              session_of(merged)};
  for (auto* names_of : {outputs_of, people_of, tags_of}) {
    check_list(names_of(sessions[0]), names_of(sessions[1]), names_of(sessions[2]),
               names_of(sessions[3]));
  }
}

void check_one_merge(uint64_t seed) {
  Choices choices(seed);
  const std::string base = choices.of(test::yaml_samples());
  std::string ours;
  std::string theirs;
  try {
    session_of(base);
    ours = changed(base, "ada", choices);
    theirs = changed(base, "bob", choices);
  } catch (const Error&) {
    return;  // This sample is no metadata.
  }
  MetadataMerge merged;
  try {
    merged = merge_metadata(base, ours, theirs);
  } catch (const Error& error) {
    // The editor may refuse: then git merges by line.
    RC_ASSERT(error.kind() == ErrorKind::refused);
    return;
  }
  const auto sides = split_conflicts(merged.text);
  RC_ASSERT(sides.has_value() == !merged.conflicts.empty());
  const std::string text = sides ? sides->ours : merged.text;
  // Lists that hold what no list of ours holds are merged as a whole: both are shown.
  const bool is_odd_list = std::any_of(
      merged.conflicts.begin(), merged.conflicts.end(), [](const FieldConflict& conflict) {
        return conflict.field == "tags" || conflict.field == "outputs" ||
               conflict.field == "stakeholders";
      });
  if (is_odd_list) return;
  check_lists(base, ours, theirs, text);
  if (sides) check_lists(base, ours, theirs, sides->theirs);
  const std::string of_ours = "# a comment of ada";
  const auto count = [&](const std::string& whole) {
    const auto all = comments_of(yaml::Document::parse(whole));
    return std::count_if(all.begin(), all.end(),
                         [&](const auto& comment) { return comment.text == of_ours; });
  };
  RC_ASSERT(count(text) >= count(ours));
}

/// Five pairs of edits for each of the hundred runs of a property.
RC_GTEST_PROP(MergeMetadataProperty, LosesNothingThatWasAdded, (uint64_t seed)) {
  for (uint64_t i = 0; i < 5; ++i) check_one_merge(seed + i);
}

RC_GTEST_PROP(MergeMetadataProperty, IsTheOtherSideWhereOneChangedNothing, (uint64_t seed)) {
  Choices choices(seed);
  const std::string base = choices.of(test::yaml_samples());
  std::string side;
  try {
    session_of(base);
    side = changed(base, "ada", choices);
    RC_ASSERT(merge_metadata(base, side, base).text == side);
    RC_ASSERT(merge_metadata(base, base, side).text == side);
    RC_ASSERT(merge_metadata(base, side, side).text == side);
  } catch (const Error&) {
    RC_DISCARD("no metadata");
  }
}

/// Three texts by strangers: merged or refused, and what is merged can be read.
RC_GTEST_PROP(MergeMetadataProperty, SurvivesWhateverItIsGiven, (uint64_t seed)) {
  Choices choices(seed);
  const std::string base = choices.of(test::yaml_samples());
  const std::string ours = test::mutate(base, choices);
  const std::string theirs = test::mutate(base, choices);
  try {
    const MetadataMerge merged = merge_metadata(base, ours, theirs);
    if (merged.conflicts.empty()) yaml::Document::parse(merged.text);
  } catch (const Error&) {
  }
  try {
    const auto resolution =
        resolve_metadata("<<<<<<< a\n" + ours + "\n=======\n" + theirs + "\n>>>>>>> b\n");
    if (resolution && resolution->is_complete()) yaml::Document::parse(resolution->text);
  } catch (const Error&) {
  }
}

}  // namespace
}  // namespace git_session
