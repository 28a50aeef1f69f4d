#include "operations/adding.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/file_copy.h"
#include "base/text.h"
#include "core/output_name.h"
#include "operations/noted_files.h"
#include "operations/output_entries.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

constexpr uint64_t no_limit = UINT64_MAX;

/// As it was typed: a link's name says more than that of what it points to.
std::string name_of_source(const OutputSource& source) {
  return source.path.empty() ? "" : source.typed.substr(source.typed.rfind('/') + 1);
}

}  // namespace

Error too_large(const std::string& what, uint64_t limit) {
  return Error(ErrorKind::refused,
               what + " more than session.maxOutputSize (" + format_bytes(limit) + ")",
               "git session add --large takes it all the same, --link URL NAME records where it is "
               "kept instead")
      .with_reason("output-too-large");
}

void Adding::check(const OutputSource& source) const {
  const uint64_t limit = workspace_.settings().max_output_size();
  if (!request_.large && source.bytes > limit) {
    throw too_large("'" + escape_line(source.typed) + "' has " + format_bytes(source.bytes) + ",",
                    limit);
  }
  if (!source.inside.empty() || source.path.empty()) return;
  if (request_.description.topic.empty() && !is_valid_utf8(name_of_source(source))) {
    throw name_not_utf8(source.path);
  }
  if (request_.move && source.is_link) {
    throw Error(ErrorKind::usage, "'" + escape_line(source.typed) + "' is a link",
                "name the file it points to, or leave out --move");
  }
}

/// As the allow-list and people know it.
std::string Adding::path_of(const OutputSource& source) const {
  if (!source.inside.empty()) return locked_.location().path + "/" + source.inside;
  if (source.path.empty()) return "standard input";
  return workspace_.relative_to_top_level(source.path).value_or(source.typed);
}

void Adding::take(const OutputSource& source) {
  if (source.inside.empty()) return take_copy(source);
  if (auto redacted = gate_.clean(path_of(source), source.file, secrets_))
    redact_output(workspace_, locked_, source.inside, *redacted);
  register_file(source.inside, {source.inside, AddResult::added, "", {}});
}

OutputNaming Adding::naming_for(const OutputSource& source) const {
  const OutputDescription& description = request_.description;
  OutputName name = parse_output_name(name_of_source(source), workspace_.settings().agents());
  OutputNaming naming{to_local(workspace_.now()), description.topic, description.agent,
                      description.extension};
  if (name_part(naming.topic).empty()) naming.topic = name.topic;
  if (name_part(naming.topic).empty()) naming.topic = "output";
  if (naming.agent.empty()) naming.agent = name.agent;
  if (!naming.extension.empty()) return naming;
  naming.extension = source.path.empty() ? "md" : name.extension;
  if (!is_output_extension(naming.extension)) naming.extension.clear();
  return naming;
}

void Adding::take_copy(const OutputSource& source) {
  const uint64_t limit = request_.large ? no_limit : workspace_.settings().max_output_size();
  auto redacted = gate_.clean(path_of(source), source.file, secrets_);
  if (!redacted) return take_content(source, source.file, limit);
  const FileDescriptor content = make_nameless_file();
  write_all(content, *redacted, "a temporary file");
  rewind_file(content);
  take_content(source, content, limit);
  wanted_.back().is_redacted = true;
}

void Adding::take_content(const OutputSource& source, const FileDescriptor& content,
                          uint64_t limit) {
  IncomingOutput incoming(locked_.folder(), content, limit, source.typed);
  AddedOutput report{"", AddResult::added, source.typed, {}};
  if (const Output* equal = incoming.find_equal(known_)) {
    const std::string file = equal->file;
    if (equal->listed) {
      report = {file, AddResult::existing, source.typed, {}};
      want_again(file, {}, std::move(report));
    } else {
      register_file(file, std::move(report));
    }
  } else {
    require_room(locked_, new_entries_ + 1);
    OutputNaming naming = naming_for(source);
    report.file = incoming.place(known_, naming);
    // What is moved here from outside of the work tree has no other place to be in after an undo.
    const bool is_only_copy =
        request_.move && !source.path.empty() && !workspace_.relative_to_top_level(source.path);
    if (!is_only_copy) note_new_file(workspace_, locked_, report.file);
    Output output;
    output.file = report.file;
    output.agent = naming.agent;
    output.created_at = workspace_.now();
    output.listed = false;
    output.exists = true;
    output.bytes = incoming.bytes();
    known_.outputs.push_back(output);
    register_file(output.file, std::move(report));
  }
  if (request_.move && !source.path.empty()) wanted_.back().moved = &source;
}

void Adding::register_file(const std::string& file, AddedOutput report) {
  report.file = file;
  const Output* entry = find_entry(known_, file);
  if (entry && entry->listed) {
    std::vector<std::string_view> keys = given_keys(request_.description);
    keys.push_back("blob");
    report.result = AddResult::existing;
    return want_again(entry->file, std::move(keys), std::move(report));
  }
  require_room(locked_, new_entries_ + 1);
  Output output = entry ? *entry : Output();
  output.file = file;
  if (!output.created_at) output.created_at = workspace_.now();
  output.chat = current_chat(workspace_);
  describe(output, request_.description);
  output.listed = true;
  output.exists = true;
  if (entry) {
    known_.outputs[static_cast<size_t>(entry - known_.outputs.data())] = output;
  } else {
    known_.outputs.push_back(output);
  }
  ++new_entries_;
  wanted_.push_back({std::move(output), given_keys(request_.description), std::move(report)});
}

void Adding::want_again(const std::string& file, std::vector<std::string_view> keys,
                        AddedOutput report) {
  // The same file twice on one command line is added once, and keeps what the first made of it.
  if (is_wanted(file)) {
    report.result = AddResult::existing;
    keys.clear();
  }
  Output output = *find_entry(known_, file);
  describe(output, request_.description);
  wanted_.push_back({std::move(output), std::move(keys), std::move(report)});
}

bool Adding::is_wanted(const std::string& file) const {
  return std::any_of(wanted_.begin(), wanted_.end(),
                     [&](const Wanted& wanted) { return wanted.output.file == file; });
}

AddReport Adding::finish() {
  std::vector<std::string> files;
  for (const Wanted& wanted : wanted_) files.push_back(wanted.output.file);
  std::vector<std::string> blobs = blobs_of(workspace_, locked_.location(), files);
  AddReport report;
  report.secrets = std::move(secrets_);
  auto change = [&](const Session& session, MetadataEditor& editor) {
    for (size_t i = 0; i < wanted_.size(); ++i) {
      Wanted& wanted = wanted_[i];
      wanted.output.blob = blobs[i];
      bool is_again = wanted.keys.empty() && wanted.report.result == AddResult::existing;
      if (is_again) continue;
      // What git could not tell is no news.
      if (blobs[i].empty()) std::erase(wanted.keys, "blob");
      wanted.report.keys = put_output(editor, session, wanted.output, wanted.keys);
      if (!wanted.report.keys.empty()) wanted.report.result = AddResult::changed;
    }
  };
  report.session = workspace_.store().edit(locked_, change);
  for (Wanted& wanted : wanted_) {
    auto reason = remove_source(wanted);
    wanted.report.source_removed = wanted.moved != nullptr && !reason;
    if (reason) report.not_removed.push_back(std::move(*reason));
    report.outputs.push_back(std::move(wanted.report));
  }
  return report;
}

/// Why the source of a move is still there; nullopt when it is not, or was not to be moved.
std::optional<std::string> Adding::remove_source(const Wanted& wanted) const {
  if (!wanted.moved) return std::nullopt;
  const OutputSource& source = *wanted.moved;
  const std::string still_there = "'" + escape_line(source.typed) + "' was added, not removed: ";
  if (wanted.is_redacted) return still_there + "the secrets in it are not in the copy";
  auto copy = locked_.folder().open_file(wanted.output.file);
  if (!copy || !have_equal_contents(*copy, source.file)) {
    return still_there + "it was changed meanwhile";
  }
  // An equal output that was there before may never have been made durable.
  sync_file(*copy, wanted.output.file);
  locked_.folder().sync();
  struct stat named;
  FileStatus opened = status_of(source.file);
  if (lstat(source.path.c_str(), &named) != 0) {
    if (errno == ENOENT) return std::nullopt;  // named twice
    return still_there + std::strerror(errno);
  }
  if (named.st_ino != opened.inode || named.st_dev != opened.device) {
    return still_there + "it was replaced meanwhile";
  }
  FileStatus taken = status_of(*copy);
  if (taken.inode == opened.inode && taken.device == opened.device) {
    return still_there + "it is the output itself, by another name";
  }
  note_moved_away(workspace_, locked_, wanted.output.file, source.path);
  if (unlink(source.path.c_str()) != 0) return still_there + std::strerror(errno);
  return std::nullopt;
}

}  // namespace git_session
