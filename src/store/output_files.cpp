#include "store/output_files.h"

#include "base/error.h"
#include "base/file_copy.h"
#include "core/output_name.h"
#include "store/session_layout.h"

namespace git_session {
namespace {

const std::string unfinished_name = ".incoming-output";
constexpr int most_attempts = 10000;

std::string_view plain_name(std::string_view file) {
  while (file.starts_with("./")) file.remove_prefix(2);
  return file;
}

std::string nth_name(const OutputNaming& naming, int number) {
  return make_output_name(naming.time, numbered_topic(naming.topic, number), naming.agent,
                          naming.extension);
}

/// Calls `take` with one name after the other until it says yes. A listed output that is gone keeps
/// its name.
template <typename Take>
std::string take_first_free_name(const Session& session, const OutputNaming& naming, Take take) {
  for (int number = 1; number <= most_attempts; ++number) {
    std::string name = nth_name(naming, number);
    if (!find_entry(session, name) && take(name)) return name;
  }
  throw Error(ErrorKind::conflict, "'" + nth_name(naming, 1) + "' and thousands like it exist",
              "give another --topic");
}

}  // namespace

NewOutput create_output(const Directory& folder, const Session& session,
                        const OutputNaming& naming) {
  NewOutput output;
  output.name = take_first_free_name(session, naming, [&](const std::string& name) {
    auto file = folder.create_file(name);
    if (file) output.file = std::move(*file);
    return file.has_value();
  });
  folder.sync();
  return output;
}

IncomingOutput::IncomingOutput(const Directory& folder, const FileDescriptor& source,
                               uint64_t limit, const std::string& source_name)
    : folder_(folder) {
  remove_unfinished_output(folder);
  auto made = folder.create_file(unfinished_name);
  if (!made) {
    throw Error(ErrorKind::conflict,
                "another program is writing '" + folder.path_of(unfinished_name) + "'",
                "repeat the command");
  }
  try {
    bytes_ = copy_rest(source, *made, limit, source_name, folder.path_of(unfinished_name));
    sync_file(*made, folder.path_of(unfinished_name));
    auto opened = folder.open_file(unfinished_name);
    if (!opened) throw Error(ErrorKind::conflict, "the copy was taken away meanwhile");
    file_ = std::move(*opened);
  } catch (...) {
    remove_quietly();
    throw;
  }
}

IncomingOutput::~IncomingOutput() {
  if (!is_in_place_) remove_quietly();
}

void IncomingOutput::remove_quietly() {
  try {
    folder_.remove_file(unfinished_name);
  } catch (const Error&) {
    // The next one removes it.
  }
}

const Output* IncomingOutput::find_equal(const Session& session) const {
  for (const Output& output : session.outputs) {
    if (!output.exists || output.outside || output.bytes != bytes_) continue;
    auto file = folder_.open_file(plain_name(output.file));
    if (file && have_equal_contents(*file, file_)) return &output;
  }
  return nullptr;
}

std::string IncomingOutput::place(const Session& session, const OutputNaming& naming) {
  return take_first_free_name(session, naming, [&](const std::string& name) {
    if (folder_.status(name)) return false;
    // From here on it must not be removed, even when the folder cannot be made durable.
    is_in_place_ = true;
    try {
      folder_.rename(unfinished_name, folder_, name);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::conflict) return false;
      throw;
    }
    return true;
  });
}

void remove_unfinished_output(const Directory& folder) { folder.remove_file(unfinished_name); }

bool is_hidden_name(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != name.npos;
}

bool is_draft_name(std::string_view name) {
  return name.starts_with(std::string(drafts_folder_name) + "/");
}

const Output* find_entry(const Session& session, std::string_view file) {
  for (const Output& output : session.outputs) {
    if (plain_name(output.file) == file) return &output;
  }
  return nullptr;
}

}  // namespace git_session
