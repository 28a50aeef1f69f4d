#include "operations/gc_survey.h"

#include <algorithm>
#include <future>
#include <iterator>

#include "base/error.h"
#include "base/text.h"
#include "git/file_history.h"
#include "operations/archive_note.h"
#include "operations/gc_folder.h"
#include "operations/gc_risks.h"
#include "store/session_files.h"
#include "yaml/document.h"

namespace git_session {
namespace {

constexpr int64_t newest_schema = 1;
constexpr int64_t seconds_of_day = 86400;

/// What one session leaves behind; the threads of visit() fill one each.
struct Slot {
  std::optional<GcSession> session;
  std::vector<GcReason> obstacles;  ///< those that its folder tells, without git
  std::optional<GcDrafts> drafts;
  std::vector<Problem> unreadable;
  bool is_undated = false;
};

GcFacts facts_of(const Session& session) {
  GcFacts facts;
  facts.in_archive = session.in_archive;
  facts.policy = session.retention.policy;
  facts.expires_at = session.retention.expires_at;
  if (session.status.archived_at) facts.archived_on = to_local(*session.status.archived_at).date;
  return facts;
}

void add_once(std::vector<GcReason>& reasons, GcReason reason) {
  if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
}

bool is_held(const Session& session) { return session.retention.policy == "hold"; }

/// A survey in the making.
class Survey {
 public:
  Survey(const Workspace& workspace, const GcRequest& request)
      : workspace_(workspace),
        request_(request),
        rules_{workspace.today(), request.within, workspace.settings().purge_after()},
        oldest_draft_(workspace.now().time_since_epoch().count() -
                      GcSurvey::draft_days * seconds_of_day) {}

  GcSurvey make();

 private:
  Slot look_at(const SessionLocation& location, Session&& session) const;
  void look_for_drafts(const SessionLocation& location, Slot& slot) const;
  void examine(Slot& slot) const;
  void judge(Slot& slot, const GcGitFacts& git) const;
  std::vector<GcReason> obstacles_to_archiving(GcSession& found) const;
  void read_archived_metadata(GcSession& found, std::vector<GcReason>& obstacles) const;
  void find_ignored_places(std::vector<GcSession>& sessions) const;
  void drop_tracked_drafts(std::vector<GcDrafts>& drafts, const GcGitFacts& git) const;

  const Workspace& workspace_;
  const GcRequest& request_;
  const GcRules rules_;
  const int64_t oldest_draft_;
};

Slot Survey::look_at(const SessionLocation& location, Session&& session) const {
  Slot slot;
  if (!session.is_readable()) {
    slot.unreadable = std::move(session.problems);
    return slot;
  }
  if (!matches(session, request_.query, rules_.today)) return slot;
  const bool is_permanent = session.retention.policy == "permanent" || is_held(session);
  slot.is_undated = !session.in_archive && session.shape != Shape::none && !is_permanent &&
                    !session.retention.expires_at;
  if (!session.sparse && !is_held(session)) look_for_drafts(location, slot);
  auto decision = decide_gc(facts_of(session), rules_);
  if (!decision) return slot;
  slot.session = GcSession{location, std::move(session), *std::move(decision), std::nullopt};
  if (slot.session->session.sparse) return slot;
  try {
    examine(slot);
  } catch (const Error& error) {
    // Closed to us in part, or a link: nobody can say what goes with it.
    if (error.kind() == ErrorKind::not_found) throw;
    slot.session->detail = error.what();
    slot.obstacles.push_back(GcReason::foreign_content);
  }
  return slot;
}

/// What costs most, done on every core: how big it is, and whether it can be archived.
void Survey::examine(Slot& slot) const {
  GcSession& found = *slot.session;
  const Directory folder = workspace_.store().open_folder(found.location);
  if (found.session.in_archive) {
    FolderContent content = read_folder(folder);
    found.files = std::move(content.files);
    found.bytes = content.bytes;
    if (content.is_foreign) slot.obstacles.push_back(GcReason::foreign_content);
    // What a newer program keeps in it we cannot know.
    if (found.session.metadata_schema > newest_schema)
      slot.obstacles.push_back(GcReason::newer_schema);
    return;
  }
  for (const Output& output : found.session.outputs) {
    const auto status =
        output.exists && !output.outside ? folder.status(output.file) : std::nullopt;
    if (status) found.bytes += status->size;
  }
  if (found.decision.verdict == GcVerdict::archive) slot.obstacles = obstacles_to_archiving(found);
}

void Survey::look_for_drafts(const SessionLocation& location, Slot& slot) const {
  try {
    const Directory folder = workspace_.store().open_folder(location);
    FolderContent old = read_old_drafts(folder, oldest_draft_);
    if (!old.files.empty()) slot.drafts = GcDrafts{location, std::move(old.files), old.bytes};
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::not_found) return;  // gone meanwhile
    const std::string path = location.path + "/" + std::string(drafts_folder_name);
    slot.unreadable.push_back(unreadable_folder(path, error));
  }
}

void Survey::read_archived_metadata(GcSession& found, std::vector<GcReason>& obstacles) const {
  const std::string path = found.location.path + "/" + std::string(metadata_file_name);
  try {
    auto text = workspace_.store().top_level().read_file(path, yaml::max_bytes);
    if (!text) return;
    found.archived_metadata = with_archived_noted(*text, found.session, workspace_.now());
    found.metadata = *std::move(text);
  } catch (const Error& error) {
    found.detail = error.what();
    obstacles.push_back(GcReason::cannot_edit);
  }
}

std::vector<GcReason> Survey::obstacles_to_archiving(GcSession& found) const {
  if (found.session.metadata_schema > newest_schema) return {GcReason::newer_schema};
  std::vector<GcReason> obstacles;
  const SessionLocation target = archive_place(workspace_, found.location);
  if (workspace_.store().top_level().status(target.path)) {
    obstacles.push_back(GcReason::target_exists);
    found.detail = target.path;
  }
  read_archived_metadata(found, obstacles);
  return obstacles;
}

void Survey::judge(Slot& slot, const GcGitFacts& git) const {
  GcSession& found = *slot.session;
  GcFacts facts = facts_of(found.session);
  facts.is_forced = std::find(request_.forced.begin(), request_.forced.end(), found.location) !=
                    request_.forced.end();
  name_risks(found, slot.drafts ? &*slot.drafts : nullptr, git);
  facts.obstacles = std::move(slot.obstacles);
  const bool lacks_file = facts.in_archive && git.lacks_file_of(found.location.path, found.files);
  if (git.has_submodule_in(found.location.path))
    add_once(facts.obstacles, GcReason::foreign_content);
  if (lacks_file) add_once(facts.obstacles, GcReason::sparse_checkout);
  if (found.session.sparse) facts.obstacles = {GcReason::sparse_checkout};
  if (facts.in_archive) {
    const std::vector<GcReason> work = risks_of_purging(found);
    facts.obstacles.insert(facts.obstacles.begin(), work.begin(), work.end());
  }
  found.decision = *decide_gc(facts, rules_);
  if (found.decision.verdict == GcVerdict::archive && rules_.purge_after) {
    found.purge_on = add_length(rules_.today, *rules_.purge_after);
  }
}

/// One question to git for all of them.
void Survey::find_ignored_places(std::vector<GcSession>& sessions) const {
  auto file_in_archive = [&](const GcSession& found) {
    return archive_place(workspace_, found.location).path + "/" + std::string(metadata_file_name);
  };
  std::vector<std::string> paths;
  for (const GcSession& found : sessions) {
    if (found.decision.verdict == GcVerdict::archive) paths.push_back(file_in_archive(found));
  }
  const auto rules = ignore_rules(workspace_.repository(), paths);
  if (rules.empty()) return;
  for (GcSession& found : sessions) {
    if (found.decision.verdict != GcVerdict::archive) continue;
    const auto rule = rules.find(file_in_archive(found));
    if (rule == rules.end()) continue;
    found.detail = rule->second;
    found.decision.verdict = GcVerdict::stays;
    found.decision.reasons = {GcReason::target_ignored};
  }
}

/// What somebody gave to git is not ours to remove.
void Survey::drop_tracked_drafts(std::vector<GcDrafts>& drafts, const GcGitFacts& git) const {
  for (GcDrafts& found : drafts) {
    std::erase_if(found.files, [&](const std::string& file) {
      return git.tracked.contains(found.location.path + "/" + file);
    });
  }
  std::erase_if(drafts, [](const GcDrafts& found) { return found.files.empty(); });
}

GcSurvey Survey::make() {
  // git runs beside our own reading.
  std::future<GcGitFacts> asked =
      std::async(std::launch::async, [&] { return read_git_facts(workspace_); });
  PassedOver passed_over;
  const auto locations = workspace_.locations(Scope::everything, &passed_over);
  std::vector<Slot> slots(locations.size());
  LoadDetail detail;
  detail.unknown_keys = !request_.query.where.empty();
  workspace_.visit(locations, detail, [&](size_t index, Session&& session) {
    slots[index] = look_at(locations[index], std::move(session));
  });
  const GcGitFacts git = asked.get();
  GcSurvey survey;
  survey.has_remote = git.has_remote;
  survey.purge_after = rules_.purge_after;
  survey.links = std::move(passed_over.links);
  survey.unreadable = std::move(passed_over.unreadable);
  for (Slot& slot : slots) {
    survey.undated += slot.is_undated ? 1 : 0;
    std::move(slot.unreadable.begin(), slot.unreadable.end(),
              std::back_inserter(survey.unreadable));
    if (slot.session) {
      judge(slot, git);
      survey.sessions.push_back(*std::move(slot.session));
    }
    if (slot.drafts) survey.drafts.push_back(*std::move(slot.drafts));
  }
  find_ignored_places(survey.sessions);
  drop_tracked_drafts(survey.drafts, git);
  std::stable_sort(survey.sessions.begin(), survey.sessions.end(),
                   [](const GcSession& left, const GcSession& right) {
                     const auto& date = left.decision.date;
                     const auto& other = right.decision.date;
                     return date && (!other || *date < *other);
                   });
  return survey;
}

}  // namespace

GcSurvey survey_sessions(const Workspace& workspace, const GcRequest& request) {
  return Survey(workspace, request).make();
}

SessionLocation archive_place(const Workspace& workspace, const SessionLocation& location) {
  return workspace.store().layout().archived(location.user, location.id);
}

}  // namespace git_session
