#include "operations/lost_outputs.h"

#include <set>

#include "base/text.h"
#include "operations/writable_session.h"

namespace git_session {
namespace {

/// The name below the session's folder; nullopt for another place.
std::optional<std::string> name_in(const Session& session, const std::string& path) {
  if (!path.starts_with(session.path + "/")) return std::nullopt;
  return path.substr(session.path.size() + 1);
}

bool is_unlisted(const Session& session, const std::string& name) {
  const Output* output = session.find_output(name);
  return output && !output->listed && output->exists;
}

}  // namespace

std::optional<std::string> LostOutputs::name_with_blob(const Session& session,
                                                       const std::string& blob) const {
  std::vector<std::string> files;
  for (const Output& output : session.outputs)
    if (!output.listed && output.exists) files.push_back(output.file);
  if (files.empty()) return std::nullopt;
  auto location = workspace_.store().layout().parse(session.path);
  if (!location) return std::nullopt;
  const std::vector<std::string> blobs = blobs_of(workspace_, *location, files);
  for (size_t i = 0; i < files.size(); ++i)
    if (blobs[i] == blob) return files[i];
  return std::nullopt;
}

void LostOutputs::read_renames() {
  if (has_read_renames_) return;
  has_read_renames_ = true;
  const ProcessResult log =
      workspace_.repository().try_run({"log", "-z", "--format=", "--name-status", "--diff-filter=R",
                                       "-M", "HEAD", "--", workspace_.store().layout().root()});
  if (!log.ok()) return;  // nothing is committed yet
  std::vector<std::string> fields;
  for (std::string& field : split(log.output, '\0'))
    if (!trim(field).empty()) fields.push_back(std::string(trim(field)));
  // "R100", from, to; newest first.
  for (size_t i = 0; i + 2 < fields.size(); i += 3) renames_.emplace(fields[i + 1], fields[i + 2]);
}

FoundOutput LostOutputs::find(const Session& session, const Output& output) {
  FoundOutput found;
  if (!output.blob.empty()) found.name = name_with_blob(session, output.blob);
  if (found.name) return found;
  read_renames();
  std::string path = session.path + "/" + output.file;
  std::set<std::string> seen;
  while (renames_.contains(path) && seen.insert(path).second) path = renames_[path];
  auto name = name_in(session, path);
  if (name && is_unlisted(session, *name)) {
    found.name = std::move(name);
    return found;
  }
  const bool is_elsewhere = seen.size() > 0 && workspace_.store().top_level().status(path);
  if (is_elsewhere) found.elsewhere = path;
  if (output.blob.empty()) return found;
  found.content = workspace_.repository()
                      .read_blobs({output.blob}, workspace_.settings().max_output_size())
                      .front();
  return found;
}

}  // namespace git_session
