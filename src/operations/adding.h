#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "operations/add_output.h"
#include "operations/output_source.h"
#include "store/output_files.h"

namespace git_session {

/// Takes sources into a locked session, one after the other, and lists them all in one edit.
class Adding {
 public:
  Adding(const Workspace& workspace, LockedSession& locked, const AddRequest& request)
      : workspace_(workspace),
        locked_(locked),
        request_(request),
        gate_(workspace),
        known_(locked.session()) {}

  void check(const OutputSource& source) const;
  void take(const OutputSource& source);
  AddReport finish();
  size_t count() const { return wanted_.size(); }

 private:
  /// One output that the metadata shall list, and how it came to be.
  struct Wanted {
    Output output;
    std::vector<std::string_view> keys;  ///< to be set where it is listed already
    AddedOutput report;
    const OutputSource* moved = nullptr;  ///< to be removed at the end
    bool is_redacted = false;             ///< it holds less than what it came from
  };

  OutputNaming naming_for(const OutputSource& source) const;
  std::string path_of(const OutputSource& source) const;
  void take_copy(const OutputSource& source);
  void take_content(const OutputSource& source, const FileDescriptor& content, uint64_t limit);
  void register_file(const std::string& file, AddedOutput report);
  void want_again(const std::string& file, std::vector<std::string_view> keys, AddedOutput report);
  bool is_wanted(const std::string& file) const;
  std::optional<std::string> remove_source(const Wanted& wanted) const;

  const Workspace& workspace_;
  LockedSession& locked_;
  const AddRequest& request_;
  SecretGate gate_;
  SecretReport secrets_;
  Session known_;  ///< with what was taken so far
  std::vector<Wanted> wanted_;
  size_t new_entries_ = 0;
};

/// `refused`: `what` is the beginning of the sentence.
Error too_large(const std::string& what, uint64_t limit);

}  // namespace git_session
