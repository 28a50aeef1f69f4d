#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "git/history_log.h"
#include "operations/lost_outputs.h"
#include "operations/repair_plan.h"
#include "store/metadata_editor.h"

namespace git_session {

/// What the repairs of metadata files share: facts that git is asked for once.
class RepairFacts {
 public:
  explicit RepairFacts(const Workspace& workspace) : workspace_(workspace), lost_(workspace) {}
  const Workspace& workspace() const { return workspace_; }
  LostOutputs& lost() { return lost_; }
  /// The commit that brought this file, renames followed; nullopt when git does not know it.
  std::optional<FileOrigin> origin_of(const std::string& path);

 private:
  const Workspace& workspace_;
  LostOutputs lost_;
  std::optional<HistoryLog> history_;  ///< of everything below the root of sessions
};

/// Mends the metadata of one session as far as its findings can be mended.
class MetadataRepair {
 public:
  /// `person` is who the session's user is by .mailmap; empty for nobody else.
  MetadataRepair(RepairFacts& facts, SessionLocation location, std::string person);

  /// Adds what is to be done about `findings` to the plan.
  void plan(const std::vector<Finding>& findings, RepairPlan& plan);

 private:
  bool has(std::string_view code) const;
  /// Runs `make` on the text; what it refuses is left, with its reason, for all of `codes`.
  template <typename Make>
  void try_to(const std::vector<std::string_view>& codes, std::string& text, const Make& make);
  void leave(const Finding& finding, const std::string& reason);
  void leave_all(std::string_view code, const std::string& reason);

  std::string resolved(const std::string& text);
  std::string edited(const std::string& text);
  Session read(const std::string& text) const;
  void set_missing_fields(const yaml::Document& document, const Session& session,
                          MetadataEditor& editor);
  Value missing_value(const std::string& name, const Session& session);
  void mend_outputs(const Session& session, MetadataEditor& editor);
  void find_output(const Session& session, size_t index, MetadataEditor& editor);
  void list_output(const Output& output, MetadataEditor& editor);

  RepairFacts& facts_;
  SessionLocation location_;
  std::string person_;
  std::vector<Finding> findings_;
  std::vector<Unrepaired> left_;
  std::string partly_;  ///< what became of a conflict of which a part is left
  std::map<std::string, FoundOutput> brought_back_;  ///< by their paths
  std::set<std::string> taken_names_;                ///< that entries were found under
};

}  // namespace git_session
