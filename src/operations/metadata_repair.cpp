#include "operations/metadata_repair.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/retention.h"
#include "core/session_id.h"
#include "operations/checked_team.h"
#include "operations/described_folder.h"
#include "operations/merge_ancestor.h"
#include "store/metadata_conversion.h"
#include "store/metadata_reader.h"
#include "store/metadata_shape.h"
#include "store/resolve_metadata.h"
#include "store/session_files.h"

namespace git_session {
namespace {

constexpr unsigned executable_mode = 0755;

std::string metadata_path(const SessionLocation& location) {
  return location.path + "/" + std::string(metadata_file_name);
}

std::vector<std::string> codes_of(const std::vector<Finding>& findings,
                                  const std::vector<Unrepaired>& left) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings) {
    const std::string& code = finding.problem.code;
    const auto is_of_code = [&](const Finding& other) { return other.problem.code == code; };
    const auto all = std::count_if(findings.begin(), findings.end(), is_of_code);
    const auto undone = std::count_if(left.begin(), left.end(), [&](const Unrepaired& unrepaired) {
      return is_of_code(unrepaired.finding);
    });
    const bool is_known = std::find(codes.begin(), codes.end(), code) != codes.end();
    if (undone < all && !is_known) codes.push_back(code);
  }
  return codes;
}

/// Whoever committed a file need not be whose it is.
bool is_person(const FileOrigin& author, const std::string& user) {
  return user_folder(author.author_name) == user ||
         user_folder(author.author_email.substr(0, author.author_email.find('@'))) == user;
}

}  // namespace

std::optional<FileOrigin> RepairFacts::origin_of(const std::string& path) {
  if (!history_)
    history_ = workspace_.repository().history_of({workspace_.store().layout().root()});
  return history_->origin_of(path);
}

MetadataRepair::MetadataRepair(RepairFacts& facts, SessionLocation location, std::string person)
    : facts_(facts), location_(std::move(location)), person_(std::move(person)) {}

bool MetadataRepair::has(std::string_view code) const {
  return std::any_of(findings_.begin(), findings_.end(),
                     [&](const Finding& finding) { return finding.problem.code == code; });
}

void MetadataRepair::leave(const Finding& finding, const std::string& reason) {
  left_.push_back({finding, reason});
}

void MetadataRepair::leave_all(std::string_view code, const std::string& reason) {
  for (const Finding& finding : findings_)
    if (finding.problem.code == code) leave(finding, reason);
}

template <typename Make>
void MetadataRepair::try_to(const std::vector<std::string_view>& codes, std::string& text,
                            const Make& make) {
  const size_t left_before = left_.size();
  try {
    text = make(text);
  } catch (const Error& error) {
    left_.resize(left_before);
    brought_back_.clear();
    for (std::string_view code : codes) leave_all(code, error.what());
  }
}

Session MetadataRepair::read(const std::string& text) const {
  std::vector<std::string> names;
  const Directory folder = facts_.workspace().store().open_folder(location_);
  for (FoundFile& file : find_session_files(folder, false).files)
    names.push_back(std::move(file.name));
  Session session = facts_.workspace().store().load_sparse(location_, text, names);
  session.sparse = false;
  return session;
}

Value MetadataRepair::missing_value(const std::string& name, const Session& session) {
  if (name == "session_id") return Value(session.id);
  if (name == "created_by.user") return location_.user.empty() ? Value() : Value(location_.user);
  if (name == "created_by.team") return Value(unknown_team);
  if (name == "status.current") return Value(name_of(session.status.current));
  if (name == "created_by.email") {
    const auto origin = facts_.origin_of(metadata_path(location_));
    // The field has to be there; what nobody knows stays unknown.
    if (!origin || !is_person(*origin, location_.user)) return Value("");
    return Value(replace_invalid_utf8(origin->author_email));
  }
  if (name == "context.branch") return Value(branch_of_folder(session.id));
  if (name == "retention.policy") return Value("project");
  const auto created = effective_created_at(session);
  if (name == "created_at" && created) return Value(format_rfc3339(*created));
  if (name != "retention.expires_at") return {};
  const std::string policy =
      session.retention.policy.empty() ? std::string("project") : session.retention.policy;
  auto start = date_of_session_id(session.id);
  if (!start && created) start = to_local(*created).date;
  const auto& settings = facts_.workspace().settings();
  auto day = start ? expiry_date(policy, *start, settings.retention_lengths()) : std::nullopt;
  return day ? Value(format_date(*day)) : Value();
}

void MetadataRepair::set_missing_fields(const yaml::Document& document, const Session& session,
                                        MetadataEditor& editor) {
  for (const SessionField& field : session_fields()) {
    if (!field.required) continue;
    const std::string name = path_of(field.section, field.key);
    const FieldPlace place = place_of(document, field.section, field.key);
    const bool says_something = place.present && !field.get(session).is_null();
    if (says_something) continue;
    Value value = missing_value(name, session);
    const bool is_known = !value.is_null() && (value.text() == nullptr || !value.text()->empty());
    if (is_known || (!value.is_null() && !place.present)) {
      editor.set(field, std::move(value));
      continue;
    }
    for (const Finding& finding : findings_) {
      bool is_it = finding.problem.code == "missing-field" &&
                   finding.problem.message.starts_with("'" + name + "' ");
      if (is_it) leave(finding, "neither git nor the folder tells '" + name + "'");
    }
  }
}

std::string MetadataRepair::resolved(const std::string& text) {
  const auto resolution =
      resolve_metadata(text, merge_ancestor(facts_.workspace(), metadata_path(location_)));
  if (!resolution || resolution->is_complete()) return resolution ? resolution->text : text;
  std::vector<std::string> fields;
  for (const FieldConflict& conflict : resolution->undecided) fields.push_back(conflict.field);
  const std::string names = join(fields, ", ");
  const std::string reason = "both sides changed " + names + ": choose, in an editor";
  for (const char* code : {"conflict-markers", "duplicate-key"}) leave_all(code, reason);
  // What could be put together is: a person then sees only what is to be chosen.
  if (resolution->text != text) partly_ = "put together all but " + names;
  return resolution->text;
}

std::string MetadataRepair::edited(const std::string& text) {
  const bool is_wanted = !person_.empty() || has("id-mismatch") || has("unknown-status") ||
                         has("missing-field") || has("missing-output") || has("agent-in-name") ||
                         has("unlisted-output");
  if (!is_wanted) return text;
  const yaml::Document document = yaml::Document::parse(text);
  const Session session = read(text);
  MetadataEditor editor(document);
  if (has("id-mismatch")) editor.set("session_id", Value(session.id));
  if (has("unknown-status")) editor.set("status.current", Value(name_of(State::closed)));
  if (!person_.empty()) editor.set("created_by.user", Value(person_));
  if (has("missing-field")) set_missing_fields(document, session, editor);
  mend_outputs(session, editor);
  return yaml::apply(text, editor.edits());
}

void MetadataRepair::plan(const std::vector<Finding>& findings, RepairPlan& plan) {
  findings_ = findings;
  const Directory folder = facts_.workspace().store().open_folder(location_);
  auto before = folder.read_file(metadata_file_name, yaml::max_bytes);
  if (!before) return;
  std::string text = *before;
  if (has("conflict-markers") || has("duplicate-key")) {
    try_to({"conflict-markers", "duplicate-key"}, text,
           [&](const std::string& old) { return resolved(old); });
  }
  if (has("drifted-shape"))
    try_to({"drifted-shape"}, text, [](const std::string& old) { return to_version_1(old); });
  if (has("loose-value"))
    try_to({"loose-value"}, text, [](const std::string& old) { return with_schema_values(old); });
  try_to({"id-mismatch", "unknown-status", "missing-field", "missing-output", "agent-in-name",
          "unlisted-output"},
         text, [&](const std::string& old) { return edited(old); });
  for (const auto& [path, found] : brought_back_) {
    const bool is_executable = found.stored.mode == "100755";
    plan.files.write(path, std::nullopt, *found.content, is_executable ? executable_mode : 0);
    const std::string what = "bring back " + found.stored.blob + " from git";
    plan.repairs.push_back({path, {"missing-output"}, what, {}, {}});
  }
  plan.left.insert(plan.left.end(), left_.begin(), left_.end());
  if (text == *before) return;
  const std::string path = metadata_path(location_);
  std::vector<std::string> codes = codes_of(findings_, left_);
  std::string what = has("drifted-shape") ? "rewrite" : "change";
  if (!partly_.empty()) {
    codes.emplace_back("conflict-markers");
    what = partly_;
  }
  plan.files.write(path, before, text);
  plan.repairs.push_back({path, std::move(codes), std::move(what), before, text});
}

}  // namespace git_session
