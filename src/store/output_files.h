#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/time.h"
#include "core/session.h"

namespace git_session {

/// What a new output is to be called after.
struct OutputNaming {
  LocalTime time;
  std::string topic;
  std::string agent;
  std::string extension;
};

/// A new, empty output under the first name that is free, open for writing: `{stamp}_{topic}_…`,
/// then with `-2`, `-3` behind the topic. Needs no lock.
struct NewOutput {
  std::string name;
  FileDescriptor file;
};
NewOutput create_output(const Directory& folder, const Session& session,
                        const OutputNaming& naming);

/// Content on its way into a session folder, under a hidden name until it is whole and durable.
/// Whatever happens, no output's name ever stands for half a file. Needs the session's lock; what a
/// killed one left behind goes when the next begins.
class IncomingOutput {
 public:
  /// Copies `source` from where it stands to its end; throws as copy_rest() does.
  IncomingOutput(const Directory& folder, const FileDescriptor& source, uint64_t limit,
                 const std::string& source_name);
  IncomingOutput(const IncomingOutput&) = delete;
  IncomingOutput& operator=(const IncomingOutput&) = delete;
  ~IncomingOutput();

  uint64_t bytes() const { return bytes_; }
  /// The output of the session that holds the same bytes; nullptr when none does.
  const Output* find_equal(const Session& session) const;
  /// Gives the content its name, the first that is free; returns it. Call once.
  std::string place(const Session& session, const OutputNaming& naming);

 private:
  void remove_quietly();
  const Directory& folder_;
  FileDescriptor file_;
  uint64_t bytes_ = 0;
  bool is_in_place_ = false;
};

/// Removes what a killed IncomingOutput left. Needs the session's lock.
void remove_unfinished_output(const Directory& folder);

/// Whether `name` lies where the session keeps what is its own: hidden names, drafts.
bool is_hidden_name(std::string_view name);
bool is_draft_name(std::string_view name);

/// The entry of `session` for this file, listed or not; nullptr when there is none. A `./` in front
/// does not count.
const Output* find_entry(const Session& session, std::string_view file);

}  // namespace git_session
