#include "operations/commit_plan.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "store/output_files.h"
#include "store/promotion_ledger.h"
#include "store/session_files.h"

namespace git_session {
namespace {

/// The same session on the other side of an archive or restore.
SessionLocation counterpart(const SessionLayout& layout, const SessionLocation& location) {
  return location.in_archive ? layout.session(location.user, location.id)
                             : layout.archived(location.user, location.id);
}

/// Judges what git reports in one session folder, by names relative to it.
class Sorting {
 public:
  Sorting(const Workspace& workspace, const SessionLocation& location, const Session& session)
      : limit_(workspace.settings().max_output_size()),
        session_(session),
        folder_(workspace.store().open_folder(location)),
        found_(find_session_files(folder_, false)) {
    for (const FoundFile& file : found_.files) outputs_.insert(file.name);
  }

  /// nullopt: it is to be committed.
  std::optional<LeftOut> judge(const std::string& name, const std::string& letters) const;

 private:
  bool is_link(const std::string& name) const {
    auto status = folder_.status(name);
    return status && status->type == FileType::symbolic_link;
  }
  LeftOut judge_untracked(const std::string& name) const;
  bool is_too_large(const std::string& name) const;

  const uint64_t limit_;
  const Session& session_;
  Directory folder_;
  SessionFiles found_;
  std::set<std::string_view> outputs_;
};

std::optional<LeftOut> Sorting::judge(const std::string& name, const std::string& letters) const {
  bool is_metadata = name == metadata_file_name && !is_link(name);
  if (letters == "??" && !is_metadata && !outputs_.contains(name)) return judge_untracked(name);
  // What we would not read we do not hand on.
  bool changed_type = letters.find('T') != letters.npos;
  if (changed_type && is_link(name)) return LeftOut{name, LeftOutReason::link};
  if (is_too_large(name)) return LeftOut{name, LeftOutReason::too_large};
  return std::nullopt;
}

LeftOut Sorting::judge_untracked(const std::string& name) const {
  if (name.ends_with('/')) return {name, LeftOutReason::repository};
  for (const std::string& repository : found_.repositories) {
    if (name.starts_with(repository)) return {repository, LeftOutReason::repository};
  }
  if (is_draft_name(name)) {
    return {std::string(drafts_folder_name) + "/", LeftOutReason::draft};
  }
  if (is_link(name)) return {name, LeftOutReason::link};
  if (is_hidden_name(name)) return {name, LeftOutReason::hidden};
  return {name, LeftOutReason::not_looked_at};
}

bool Sorting::is_too_large(const std::string& name) const {
  if (!outputs_.contains(name)) return false;
  // Whoever listed it has been told, or said --large.
  const Output* entry = find_entry(session_, name);
  if (entry && entry->listed) return false;
  auto status = folder_.status(name);
  return status && status->size > limit_;
}

/// The files that say, and are, what was shared of this session.
std::set<std::string> promoted_files(const Workspace& workspace, const std::string& id) {
  const SessionStore& store = workspace.store();
  std::set<std::string> files;
  try {
    std::vector<Problem> problems;  // doctor tells them
    for (const Promotion& promotion :
         PromotionLedger(store.top_level(), store.layout()).read_all(problems)) {
      if (promotion.session_id != id) continue;
      files.insert(promotion.path + "/" + std::string(ledger_file_name));
      files.insert(promotion.path + "/" + promotion.file);
    }
  } catch (const Error&) {
    // Something else lies in the place of the folder: doctor tells that too.
  }
  return files;
}

void add_promotions(const Workspace& workspace, const std::string& id, CommitPlan& plan) {
  const std::set<std::string> files = promoted_files(workspace, id);
  if (files.empty()) return;
  const Directory& top = workspace.store().top_level();
  for (auto& [path, letters] :
       workspace.repository().changed_files(workspace.store().layout().promoted())) {
    if (!files.contains(path)) continue;
    auto status = top.status(path);
    if (status && status->type != FileType::regular) continue;
    plan.changes.emplace(path, letters);
    plan.pages.insert(path.substr(0, path.rfind('/')));
  }
}

}  // namespace

const char* name_of(LeftOutReason reason) {
  switch (reason) {
    case LeftOutReason::link:
      return "link";
    case LeftOutReason::repository:
      return "repository";
    case LeftOutReason::hidden:
      return "hidden";
    case LeftOutReason::draft:
      return "draft";
    case LeftOutReason::not_looked_at:
      return "not-looked-at";
    case LeftOutReason::too_large:
      break;
  }
  return "too-large";
}

const char* describe(LeftOutReason reason) {
  switch (reason) {
    case LeftOutReason::link:
      return "a link";
    case LeftOutReason::repository:
      return "a git repository";
    case LeftOutReason::hidden:
      return "a hidden name";
    case LeftOutReason::draft:
      return "not meant to last";
    case LeftOutReason::not_looked_at:
      return "beyond the files and levels that are looked at";
    case LeftOutReason::too_large:
      break;
  }
  return "over session.maxOutputSize";
}

CommitPlan plan_commit(const Workspace& workspace, const SessionLocation& location,
                       const Session& session) {
  CommitPlan plan;
  const Repository& repository = workspace.repository();
  const std::string prefix = location.path + "/";
  std::optional<Sorting> sorting;
  if (workspace.store().exists(location)) sorting.emplace(workspace, location, session);
  std::map<std::string, LeftOutReason> left_out;
  for (auto& [path, letters] : repository.changed_files(location.path)) {
    std::optional<LeftOut> judged;
    if (sorting && path.starts_with(prefix)) {
      judged = sorting->judge(path.substr(prefix.size()), letters);
    }
    if (judged) {
      left_out.emplace(std::move(judged->file), judged->reason);
    } else {
      plan.changes.emplace(path, letters);
    }
  }
  for (auto& [file, reason] : left_out) plan.left_out.push_back({file, reason});
  add_promotions(workspace, location.id, plan);
  SessionLocation other = counterpart(workspace.store().layout(), location);
  if (workspace.store().exists(other)) return plan;
  for (auto& [path, letters] : repository.changed_files(other.path)) {
    if (letters != "??") plan.changes.emplace(path, letters);
  }
  return plan;
}

}  // namespace git_session
