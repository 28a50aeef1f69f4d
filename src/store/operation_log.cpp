#include "store/operation_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "base/content_id.h"
#include "base/error.h"
#include "base/file_copy.h"

namespace git_session {
namespace {

const std::string log_folder = "operations";
const std::string entry_file = "operation";
constexpr uint64_t most_entry_bytes = uint64_t{64} * 1024 * 1024;
constexpr uint64_t no_limit = UINT64_MAX;
/// An everyday command clears away no more than this, so that none of them takes long.
constexpr size_t most_removed = 20;
constexpr int64_t seconds_of_day = 86400;

std::optional<int> number_from(const std::string& name) {
  int number = 0;
  auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  bool is_number = error == std::errc() && end == name.data() + name.size() && number > 0;
  return is_number ? std::optional(number) : std::nullopt;
}

void append_to(const Directory& entry, const std::string& text, bool is_durable) {
  const std::string path = entry.path_of(entry_file);
  FileDescriptor file(
      openat(entry.descriptor(), entry_file.c_str(), O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC));
  if (!file) throw system_error("cannot write", path, errno);
  write_all(file, text, path);
  if (is_durable) sync_file(file, path);
}

void sync_contents(const Directory& entry) {
  for (const DirectoryEntry& each : entry.entries()) {
    auto file = entry.open_file(each.name);
    if (file) sync_file(*file, entry.path_of(each.name));
  }
}

void remove_entry(const Directory& log, const std::string& name) {
  auto entry = log.open_directory(name);
  if (!entry) return;
  // The entry's own file last: what is half removed is an entry with contents missing, not litter.
  for (const DirectoryEntry& file : entry->entries())
    if (file.name != entry_file) entry->remove_file(file.name);
  entry->remove_file(entry_file);
  log.remove_directory(name);
}

}  // namespace

OperationLog::OperationLog(std::string state_directory) : directory_(std::move(state_directory)) {}

std::string OperationLog::path_of(int number) const {
  return directory_ + "/" + log_folder + "/" + std::to_string(number) + "/" + entry_file;
}

std::vector<int> OperationLog::numbers() const {
  std::vector<int> found;
  auto log = Directory::open(directory_ + "/" + log_folder);
  if (!log) return found;
  for (const DirectoryEntry& entry : log->entries())
    if (auto number = number_from(entry.name)) found.push_back(*number);
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<Directory> OperationLog::open_entry(int number) const {
  return Directory::open(directory_ + "/" + log_folder + "/" + std::to_string(number));
}

Directory OperationLog::entry_for_writing(int number) const {
  auto entry = open_entry(number);
  if (!entry) {
    throw Error(ErrorKind::not_found, "operation " + std::to_string(number) + " is gone",
                "git session undo --list");
  }
  return std::move(*entry);
}

std::optional<Operation> OperationLog::find(int number) const {
  auto entry = open_entry(number);
  auto text = entry ? entry->read_file(entry_file, most_entry_bytes) : std::nullopt;
  return text ? parse_operation(number, *text) : std::nullopt;
}

std::vector<Operation> OperationLog::operations() const {
  std::vector<Operation> found;
  std::vector<int> all = numbers();
  for (auto number = all.rbegin(); number != all.rend(); ++number)
    if (auto operation = find(*number)) found.push_back(std::move(*operation));
  return found;
}

int OperationLog::reserve(Instant now) const {
  const size_t slash = directory_.rfind('/');
  auto parent = Directory::open(directory_.substr(0, slash));
  if (!parent) throw system_error("cannot open", directory_.substr(0, slash), ENOENT);
  Directory log = parent->make_directories(directory_.substr(slash + 1) + "/" + log_folder);
  std::vector<int> taken = numbers();
  remove_old(log, taken, now);
  int number = taken.empty() ? 1 : taken.back() + 1;
  while (!log.make_directory(std::to_string(number))) ++number;
  return number;
}

void OperationLog::begin(const Operation& operation) const {
  Directory entry = entry_for_writing(operation.number);
  if (operation.planned) sync_contents(entry);
  auto file = entry.create_file(entry_file, 0600);
  if (!file) throw system_error("cannot make", entry.path_of(entry_file), EEXIST);
  std::string text = operation_head(operation);
  for (const FileStep& step : operation.steps) text += operation_line(step);
  // The word that makes it a plan stands last: half a plan is none.
  if (operation.planned) text += planned_line();
  write_all(*file, text, entry.path_of(entry_file));
  if (!operation.planned) return;
  sync_file(*file, entry.path_of(entry_file));
  entry.sync();
  if (auto log = Directory::open(directory_ + "/" + log_folder)) log->sync();
}

void OperationLog::remove_old(const Directory& log, const std::vector<int>& numbers,
                              Instant now) const {
  const Instant oldest = now - std::chrono::seconds(kept_days * seconds_of_day);
  size_t removed = 0;
  for (int number : numbers) {
    if (removed == most_removed) return;
    const std::string name = std::to_string(number);
    auto operation = find(number);
    auto status = log.status(name);
    if (!status) continue;
    Instant then = operation ? operation->time : Instant(std::chrono::seconds(status->modified));
    if (then >= oldest) return;
    if (operation && operation->is_unfinished()) continue;
    remove_entry(log, name);
    ++removed;
  }
}

void OperationLog::append(int number, const FileStep& step) const {
  append_to(entry_for_writing(number), operation_line(step), false);
}

void OperationLog::finish(int number) const {
  append_to(entry_for_writing(number), operation_end(), true);
}

void OperationLog::keep(int number, const std::string& id, std::string_view bytes) const {
  Directory entry = entry_for_writing(number);
  auto file = entry.create_file(id, 0600);
  if (!file) return;
  write_all(*file, bytes, entry.path_of(id));
}

void OperationLog::keep(int number, const std::string& id, const FileDescriptor& source) const {
  Directory entry = entry_for_writing(number);
  auto file = entry.create_file(id, 0600);
  if (!file) return;
  copy_rest(source, *file, no_limit, "the content " + id, entry.path_of(id));
}

std::optional<FileDescriptor> OperationLog::open_content(int number, const std::string& id) const {
  auto entry = open_entry(number);
  return entry ? entry->open_file(id) : std::nullopt;
}

void ChangeRecorder::begin(const std::string& verb, Instant now) {
  std::lock_guard guard(mutex_);
  operation_.emplace();
  operation_->verb = verb;
  operation_->time = now;
}

void ChangeRecorder::pause() {
  std::lock_guard guard(mutex_);
  operation_.reset();
}

void ChangeRecorder::add(const FileStep& step, const std::optional<std::string>& kept) {
  std::lock_guard guard(mutex_);
  if (!operation_ || is_broken_) return;
  try {
    if (operation_->number == 0) {
      operation_->number = log_.reserve(operation_->time);
      log_.begin(*operation_);
    }
    if (kept) log_.keep(operation_->number, step.before, *kept);
    log_.append(operation_->number, step);
  } catch (const Error&) {
    is_broken_ = true;
  }
}

void ChangeRecorder::will_write(const std::string& path, const std::optional<std::string>& before,
                                const std::string& after) {
  add({FileStep::Kind::write, path, {}, before ? content_id(*before) : "", content_id(after)},
      before);
}

void ChangeRecorder::will_remove(const std::string& path, const std::string& before) {
  add({FileStep::Kind::remove, path, {}, content_id(before), {}}, before);
}

void ChangeRecorder::note(const FileStep& step) { add(step, std::nullopt); }

void ChangeRecorder::will_move_folder(const std::string& source, const std::string& path) {
  add({FileStep::Kind::move_folder, path, source, {}, {}}, std::nullopt);
}

}  // namespace git_session
