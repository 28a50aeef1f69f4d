#include "operations/add_output.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "core/output_name.h"
#include "operations/adding.h"
#include "operations/output_source.h"
#include "operations/work_tree_source.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

constexpr uint64_t no_limit = UINT64_MAX;

bool is_standard_input(const AddRequest& request, const std::string& file) {
  return request.reach == FileReach::anywhere && file == "-";
}

/// What is no file is taken before the lock is: whoever writes to standard input may be slow.
std::vector<OutputSource> read_inputs(const Workspace& workspace, const AddRequest& request) {
  std::vector<OutputSource> sources;
  const uint64_t limit = workspace.settings().max_output_size();
  for (const std::string& file : request.files) {
    if (!is_standard_input(request, file)) continue;
    try {
      sources.push_back(read_standard_input(request.large ? no_limit : limit));
    } catch (const Error& error) {
      if (error.reason() != "too-large") throw;
      throw too_large("standard input has", limit);
    }
  }
  if (request.content) sources.push_back(keep_content(*request.content));
  return sources;
}

/// The files, in their order, then the content.
std::vector<OutputSource> find_sources(const Workspace& workspace, const LockedSession& locked,
                                       const AddRequest& request,
                                       std::vector<OutputSource> inputs) {
  std::vector<OutputSource> sources;
  for (const std::string& file : request.files) {
    if (is_standard_input(request, file)) {
      sources.push_back(std::move(inputs.front()));
    } else if (request.reach == FileReach::work_tree) {
      sources.push_back(find_work_tree_source(workspace, locked, file));
    } else {
      sources.push_back(find_output_source(workspace, locked, file));
    }
  }
  if (request.content) sources.push_back(std::move(inputs.back()));
  return sources;
}

void check_topic(const AddRequest& request, const std::string& what, const std::string& hint) {
  if (!name_part(request.description.topic).empty()) return;
  throw Error(ErrorKind::usage, what + " has no name: it needs a topic", hint);
}

void check_request(const AddRequest& request) {
  check_description(request.description);
  auto inputs = std::count_if(request.files.begin(), request.files.end(),
                              [&](const auto& file) { return is_standard_input(request, file); });
  if (request.files.size() > SessionStore::max_outputs) {
    throw Error(ErrorKind::usage, "that are more files than a session can list (" +
                                      std::to_string(SessionStore::max_outputs) + ")");
  }
  if (inputs > 1) throw Error(ErrorKind::usage, "standard input can be added once only");
  if (inputs == 1) {
    check_topic(request, "standard input", "git session add - --topic TOPIC");
  }
  if (request.content) check_topic(request, "content", "give a topic, such as rollout-plan");
}

}  // namespace

AddReport add_outputs(const Workspace& workspace, const SessionLocation& location,
                      const AddRequest& request) {
  check_request(request);
  secret_policy(workspace.settings());
  // Before somebody's input is read to no avail.
  require_not_archived(location);
  std::vector<OutputSource> inputs = read_inputs(workspace, request);
  LockedSession locked = lock_for_writing(workspace, location);
  require_open(locked.session());
  const std::vector<OutputSource> sources =
      find_sources(workspace, locked, request, std::move(inputs));
  Adding adding(workspace, locked, request);
  for (const OutputSource& source : sources) adding.check(source);
  std::optional<Error> failure;
  for (const OutputSource& source : sources) {
    try {
      adding.take(source);
    } catch (const Error& error) {
      failure = error;
      break;
    }
  }
  // What came so far is listed all the same.
  if (adding.count() == 0) throw *failure;
  AddReport report = adding.finish();
  if (!failure) return report;
  throw Error(
      failure->kind(),
      std::string(failure->what()) + "; " + count_of(adding.count(), "file") + " before it came in",
      failure->hint())
      .with_reason(failure->reason());
}

}  // namespace git_session
