#include "operations/run_command.h"

#include <csignal>
#include <future>
#include <system_error>
#include <thread>

#include "base/file_copy.h"
#include "base/process.h"
#include "base/signal_watch.h"
#include "base/text.h"
#include "core/command_line.h"
#include "core/output_name.h"
#include "operations/noted_files.h"
#include "operations/output_entries.h"
#include "operations/writable_session.h"
#include "store/output_files.h"

namespace git_session {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds check_interval{200};

void check_request(const RunRequest& request) {
  check_description(request.description);
  if (name_part(request.description.agent).empty()) {
    throw Error(ErrorKind::usage, "--agent '" + request.description.agent + "' is no name",
                "--agent cs-architect");
  }
  if (name_part(request.description.topic).empty()) {
    throw Error(ErrorKind::usage, "--topic '" + request.description.topic + "' is no name",
                "--topic architecture-review");
  }
}

/// A new output, once it is clear that the session takes it.
NewOutput make_output(const Workspace& workspace, const SessionLocation& location,
                      const OutputDescription& description) {
  LockedSession locked = lock_for_writing(workspace, location);
  require_open(locked.session());
  require_room(locked, 1);
  std::string extension = description.extension.empty() ? "md" : description.extension;
  OutputNaming naming{to_local(workspace.now()), description.topic, description.agent, extension};
  return create_output(locked.folder(), locked.session(), naming);
}

ChildProcess start(const Workspace& workspace, const SessionLocation& location,
                   const std::vector<std::string>& command, int output) {
  auto program = find_program(command.at(0));
  if (!program) {
    throw Error(ErrorKind::unavailable, "there is no program '" + escape_line(command[0]) + "'",
                "for what only a shell knows: -- sh -c 'COMMAND'");
  }
  std::vector<std::string> arguments = command;
  arguments[0] = *program;
  ProcessOptions options;
  options.environment = {{"GIT_SESSION", location.id},
                         {"CLAUDE_SESSION_DIR", workspace.absolute_path(location)}};
  options.inherit_input = true;
  options.inherit_error = true;
  options.output_descriptor = output;
  try {
    return ChildProcess::start(arguments, std::move(options));
  } catch (const Error& error) {
    throw Error(error.kind(), error.what(),
                "chmod +x makes a script a program; sh FILE, python3 FILE run it without");
  }
}

int wait_for(ChildProcess& child, const FileDescriptor& output, SignalWatch& signals,
             const RunRequest& request, steady_clock::time_point begin) {
  const pid_t id = child.id();
  std::future<int> result;
  try {
    result = std::async(std::launch::async, [&child] { return child.finish().exit_code; });
  } catch (const std::system_error&) {
    // No thread to be had: look now and then.
  }
  auto is_over = [&] {
    if (result.valid()) return result.wait_for(check_interval) == std::future_status::ready;
    if (child.has_exited()) return true;
    std::this_thread::sleep_for(check_interval);
    return false;
  };
  while (!is_over()) {
    if (auto signal_number = signals.take_signal()) kill(id, *signal_number);
    if (!request.on_progress) continue;
    auto elapsed = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
    request.on_progress(elapsed, status_of(output).size);
  }
  return result.valid() ? result.get() : child.finish().exit_code;
}

/// The session may have been archived or renamed while the command ran.
SessionLocation find_again(const Workspace& workspace, const SessionLocation& location) {
  if (workspace.store().exists(location)) return location;
  return workspace.resolve(location.id);
}

Output describe_output(const Workspace& workspace, const RunRequest& request,
                       const RunReport& report) {
  Output output;
  output.file = report.file;
  output.agent = request.description.agent;
  output.type = request.description.type;
  output.title = request.description.title;
  output.model = request.description.model;
  output.created_at = workspace.now();
  output.chat = current_chat(workspace);
  output.command = describe_command(request.command);
  output.duration_ms = report.duration.count();
  output.exit_code = report.exit_code;
  return output;
}

/// What the command printed is our own file: there is nothing to bring back by undo.
void clean_output(const SecretGate& gate, const LockedSession& locked, RunReport& report) {
  auto file = locked.folder().open_file(report.file);
  if (!file) return;
  auto redacted = gate.clean(locked.location().path + "/" + report.file, *file, report.secrets);
  if (!redacted) return;
  replace_output(locked.folder(), report.file, *redacted);
  report.bytes = redacted->size();
}

void record(const Workspace& workspace, const SessionLocation& location, const RunRequest& request,
            const SecretGate& gate, const FileDescriptor& file, RunReport& report) {
  SessionLocation place = find_again(workspace, location);
  sync_file(file, place.path + "/" + report.file);
  LockedSession locked = lock_for_writing(workspace, place);
  clean_output(gate, locked, report);
  note_new_file(workspace, locked, report.file);
  Output output = describe_output(workspace, request, report);
  output.blob = blobs_of(workspace, place, {report.file}).front();
  // close may have listed it meanwhile, unfinished as it was.
  std::vector<std::string_view> keys = {"agent", "command", "duration_ms", "exit_code"};
  for (std::string_view key : {"type", "title", "model", "chat", "blob"}) {
    for (const OutputField& field : output_fields()) {
      if (field.key == key && !field.get(output).is_null()) keys.push_back(key);
    }
  }
  report.session =
      workspace.store().edit(locked, [&](const Session& session, MetadataEditor& editor) {
        put_output(editor, session, output, keys);
      });
}

/// Nothing came and nothing was meant to stay: the name is given back.
void remove_empty(const Workspace& workspace, const SessionLocation& location, RunReport& report) {
  try {
    Directory folder = workspace.store().open_folder(find_again(workspace, location));
    auto status = folder.status(report.file);
    if (!status || status->size > 0) return;
    folder.remove_file(report.file);
    report.file.clear();
  } catch (const Error&) {
    // An empty file more is no loss.
  }
}

}  // namespace

RunReport run_command(const Workspace& workspace, const SessionLocation& location,
                      const RunRequest& request) {
  check_request(request);
  const SecretGate gate(workspace);
  NewOutput output = make_output(workspace, location, request.description);
  RunReport report;
  report.file = output.name;
  const auto begin = steady_clock::now();
  SignalWatch signals;
  try {
    ChildProcess child = start(workspace, location, request.command, output.file.get());
    report.exit_code = wait_for(child, output.file, signals, request, begin);
  } catch (const Error& error) {
    report.not_started = error;
    remove_empty(workspace, location, report);
    return report;
  }
  report.duration = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
  report.bytes = status_of(output.file).size;
  report.is_large = report.bytes > workspace.settings().max_output_size();
  if (report.exit_code != 0 && report.bytes == 0) {
    remove_empty(workspace, location, report);
    return report;
  }
  try {
    record(workspace, location, request, gate, output.file, report);
  } catch (const Error& error) {
    report.not_recorded = error;
  }
  return report;
}

}  // namespace git_session
