#include "operations/check_secrets.h"

#include <climits>
#include <cstdlib>
#include <set>

#include "base/file_copy.h"
#include "base/text.h"
#include "operations/output_source.h"
#include "store/promotion_ledger.h"
#include "store/session_files.h"

namespace git_session {
namespace {

class Check {
 public:
  explicit Check(const Workspace& workspace)
      : workspace_(workspace), gate_(workspace, SecretPolicy::warn) {
    check_.report.warnings = gate_.faults_of_allow_list();
  }

  void add_typed(const std::string& typed) {
    if (typed == "-") {
      const OutputSource input = read_standard_input(SecretGate::most_bytes);
      return add("standard input", input.file);
    }
    char resolved[PATH_MAX];
    auto file =
        realpath(typed.c_str(), resolved) != nullptr ? open_named_file(resolved) : std::nullopt;
    if (!file) throw Error(ErrorKind::not_found, "there is no file '" + escape_line(typed) + "'");
    if (is_made_up(*file))
      throw Error(ErrorKind::refused, "'" + escape_line(typed) + "' is not a regular file")
          .with_reason("not-a-regular-file");
    add(workspace_.relative_to_top_level(resolved).value_or(typed), *file);
  }

  void add_session(const SessionLocation& location) {
    try {
      const Directory folder = workspace_.store().open_folder(location);
      const SessionFiles found = find_session_files(folder, false);
      add_file(location.path + "/" + std::string(metadata_file_name));
      for (const FoundFile& file : found.files) add_file(location.path + "/" + file.name);
      if (found.left_out)
        check_.report.warnings.push_back("'" + escape_line(location.path) +
                                         "' has more files or levels than are looked at");
    } catch (const Error& error) {
      pass_over(location.path, error);
    }
  }

  void add_promoted() {
    std::vector<Problem> problems;
    std::set<std::string> paths;
    for (const Promotion& promotion :
         PromotionLedger(workspace_.store().top_level(), workspace_.store().layout())
             .read_all(problems)) {
      paths.insert(promotion.path + "/" + std::string(ledger_file_name));
      if (stays_inside(promotion.file)) paths.insert(promotion.path + "/" + promotion.file);
    }
    for (const std::string& path : paths) add_file(path);
    for (const Problem& problem : problems)
      check_.report.warnings.push_back(escape_line(problem.path) + ": " + problem.message);
  }

  SecretsCheck take() { return std::move(check_); }

 private:
  void add(const std::string& path, const FileDescriptor& file) {
    gate_.clean(path, file, check_.report);
    ++check_.files;
  }

  void add_file(const std::string& path) {
    try {
      check_.files += gate_.look_at_file(path, check_.report);
    } catch (const Error& error) {
      pass_over(path, error);
    }
  }

  void pass_over(const std::string& path, const Error& error) {
    check_.report.warnings.push_back("'" + escape_line(path) +
                                     "' was not looked at: " + error.what());
  }

  const Workspace& workspace_;
  SecretGate gate_;
  SecretsCheck check_;
};

}  // namespace

SecretsCheck check_files(const Workspace& workspace, const std::vector<std::string>& typed) {
  Check check(workspace);
  for (const std::string& name : typed) check.add_typed(name);
  return check.take();
}

SecretsCheck check_sessions_for_secrets(const Workspace& workspace,
                                        const std::vector<SessionLocation>& locations) {
  Check check(workspace);
  for (const SessionLocation& location : locations) check.add_session(location);
  return check.take();
}

SecretsCheck check_everything(const Workspace& workspace) {
  Check check(workspace);
  for (const SessionLocation& location : workspace.locations(Scope::everything))
    check.add_session(location);
  check.add_promoted();
  return check.take();
}

SecretReport look_for_secrets(const Workspace& workspace, const MigrationPlan& plan) {
  const SecretGate gate(workspace);
  SecretReport report;
  for (const PlannedSession& session : plan.sessions)
    for (const MigratedFile& one : session.files) gate.look_at_file(one.file.path, report);
  return report;
}

SecretReport look_for_secrets(const Workspace& workspace, const AdoptionPlan& plan) {
  const SecretGate gate(workspace);
  SecretReport report;
  for (const AdoptedSession& session : plan.sessions)
    for (const MigratedFile& one : session.files) gate.look_at_file(one.file.path, report);
  return report;
}

}  // namespace git_session
