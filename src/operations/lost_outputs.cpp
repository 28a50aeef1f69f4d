#include "operations/lost_outputs.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "git/git_program.h"
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

bool is_plain_file(const std::string& mode) { return mode.empty() || mode.starts_with("100"); }

/// The metadata's word is not git's: it may be any text.
bool is_blob_id(const std::string& text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

LostFiles parse_lost_files(std::string_view log) {
  LostFiles lost;
  const std::vector<std::string> fields = split_at_nul(log);
  // ":100644 000000 <id> <id> D", path; or "… R100", from, to. The newest comes first.
  for (size_t i = 0; i + 1 < fields.size(); ++i) {
    const std::vector<std::string> words = split(trim(fields[i]), ' ');
    if (words.size() != 5 || !words[0].starts_with(':')) continue;
    const std::string& path = fields[++i];
    const bool is_new = lost.last.emplace(path, StoredFile{words[2], words[0].substr(1)}).second;
    if (!words[4].starts_with('R') || i + 1 == fields.size()) continue;
    const std::string& target = fields[++i];
    if (is_new) lost.renames.emplace(path, target);
  }
  return lost;
}

std::optional<std::string> LostOutputs::name_with_blob(const Session& session,
                                                       const std::string& blob,
                                                       const Names& taken) const {
  std::vector<std::string> files;
  for (const Output& output : session.outputs)
    if (!output.listed && output.exists && !taken.contains(output.file))
      files.push_back(output.file);
  if (files.empty()) return std::nullopt;
  auto location = workspace_.store().layout().parse(session.path);
  if (!location) return std::nullopt;
  const std::vector<std::string> blobs = blobs_of(workspace_, *location, files);
  for (size_t i = 0; i < files.size(); ++i)
    if (blobs[i] == blob) return files[i];
  return std::nullopt;
}

void LostOutputs::read_git() {
  if (has_asked_git_) return;
  has_asked_git_ = true;
  const std::string& root = workspace_.store().layout().root();
  for (const IndexEntry& entry : workspace_.repository().index_entries(root))
    if (!entry.is_unmerged) tracked_.emplace(entry.path, StoredFile{entry.blob, entry.mode});
  const ProcessResult head =
      workspace_.repository().try_run({"ls-tree", "-r", "-z", "HEAD", "--", root});
  if (!head.ok()) return;  // nothing is committed yet
  for (const std::string& record : split_at_nul(head.output)) {
    // "100644 blob <id><TAB>path"
    const size_t tab = std::min(record.find('\t'), record.size() - 1);
    const std::vector<std::string> words = split(std::string_view(record).substr(0, tab), ' ');
    if (words.size() == 3) tracked_.emplace(record.substr(tab + 1), StoredFile{words[2], words[0]});
  }
  const ProcessResult log =
      workspace_.repository().try_run({"log", "-m", "-z", "--format=", "--raw", "--no-abbrev", "-M",
                                       "--diff-filter=DR", "HEAD", "--", root});
  if (log.ok()) lost_ = parse_lost_files(log.output);
}

/// As the index has it; else as HEAD does, or the last commit that did.
std::optional<StoredFile> LostOutputs::stored_file(const std::string& path) const {
  if (auto tracked = tracked_.find(path); tracked != tracked_.end()) return tracked->second;
  auto last = lost_.last.find(path);
  return last == lost_.last.end() ? std::nullopt : std::optional(last->second);
}

/// As a checkout would write it: line endings, and files that a filter keeps elsewhere.
void LostOutputs::read_content(const std::string& path, FoundOutput& found) const {
  const Repository& repository = workspace_.repository();
  const std::string& blob = found.stored.blob;
  const ProcessResult size = repository.try_run({"cat-file", "-s", blob});
  if (!size.ok()) return;  // the metadata names what git does not have
  const auto bytes = parse_integer(trim(size.output));
  if (!bytes || static_cast<uint64_t>(*bytes) > workspace_.settings().max_output_size()) {
    found.reason = "git has it, larger than session.maxOutputSize: git checkout -- FILE";
    return;
  }
  ProcessResult content = repository.try_run({"cat-file", "--filters", "--path=" + path, blob});
  if (content.ok()) {
    found.content = std::move(content.output);
  } else {
    found.reason = "git cannot write " + blob + ": " + words_of_git(content, "cat-file");
  }
}

FoundOutput LostOutputs::find(const Session& session, const Output& output, const Names& taken) {
  FoundOutput found;
  read_git();
  const std::string listed_path = session.path + "/" + output.file;
  auto stored = stored_file(listed_path);
  const bool has_named_blob = is_blob_id(output.blob);
  if (stored) found.name = name_with_blob(session, stored->blob, taken);
  if (!found.name && has_named_blob) found.name = name_with_blob(session, output.blob, taken);
  if (found.name) return found;
  std::string path = listed_path;
  std::set<std::string> seen;
  while (lost_.renames.contains(path) && seen.insert(path).second) path = lost_.renames[path];
  auto name = name_in(session, path);
  if (name && is_unlisted(session, *name) && !taken.contains(*name)) {
    found.name = std::move(name);
    return found;
  }
  if (!seen.empty() && workspace_.store().top_level().status(path)) {
    found.elsewhere = path;
    return found;
  }
  if (!stored && has_named_blob) stored = StoredFile{output.blob, {}};
  if (!stored || !is_plain_file(stored->mode)) return found;
  found.stored = std::move(*stored);
  read_content(listed_path, found);
  return found;
}

}  // namespace git_session
