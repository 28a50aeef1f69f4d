#include "store/operation_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <set>

#include "base/content_id.h"
#include "base/error.h"
#include "base/file_copy.h"

namespace git_session {
namespace {

const std::string log_folder = "operations";
const std::string entry_file = "operation";
const std::string unfinished_entry_file = "operation.new";
constexpr uint64_t most_entry_bytes = uint64_t{1024} * 1024 * 1024;
constexpr size_t head_bytes = 256;
constexpr size_t tail_bytes = 16;
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

/// Its beginning and its end say how old an entry is, and whether it is to go: everyday commands
/// ask, and some entries are long.
struct Age {
  std::optional<Instant> time;
  std::optional<int> undoes;
  bool is_unfinished = false;
};

Age age_of(const Directory& log, const std::string& name) {
  auto entry = log.open_directory(name);
  auto file = entry ? entry->open_file(entry_file) : std::nullopt;
  if (!file) return {};
  auto head = parse_operation(1, read_up_to(*file, head_bytes, name));
  std::array<char, tail_bytes> tail{};
  const auto size = static_cast<off_t>(status_of(*file).size);
  const off_t start = std::max<off_t>(size - static_cast<off_t>(tail.size()), 0);
  const ssize_t count = pread(file->get(), tail.data(), tail.size(), start);
  const std::string_view text(tail.data(), static_cast<size_t>(std::max<ssize_t>(count, 0)));
  return {head ? std::optional(head->time) : std::nullopt, head ? head->undoes : std::nullopt,
          text.ends_with(planned_line())};
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
  if (!text) return std::nullopt;
  auto operation = parse_operation(number, *text);
  if (operation) return operation;
  throw Error(ErrorKind::invalid_data,
              "'" + path_of(number) + "' is damaged, or was written by a newer git-session");
}

std::vector<Operation> OperationLog::operations(std::vector<int>* unreadable) const {
  std::vector<Operation> found;
  std::vector<int> all = numbers();
  for (auto number = all.rbegin(); number != all.rend(); ++number) {
    try {
      if (auto operation = find(*number)) found.push_back(std::move(*operation));
    } catch (const Error&) {
      // The others are as good as they were.
      if (unreadable) unreadable->push_back(*number);
    }
  }
  return found;
}

Directory OperationLog::made_log() const {
  const size_t slash = directory_.rfind('/');
  auto parent = Directory::open(directory_.substr(0, slash));
  if (!parent) throw system_error("cannot open", directory_.substr(0, slash), ENOENT);
  return parent->make_directories(directory_.substr(slash + 1) + "/" + log_folder);
}

DirectoryLock OperationLog::lock() const { return DirectoryLock::acquire(made_log()); }

int OperationLog::reserve(Instant now) const {
  Directory log = made_log();
  std::vector<int> taken = numbers();
  try {
    remove_old(log, taken, now);
  } catch (const Error&) {
    // Somebody's folder in the place of an entry; what is old does no harm.
  }
  int number = taken.empty() ? 1 : taken.back() + 1;
  while (!log.make_directory(std::to_string(number))) ++number;
  return number;
}

void OperationLog::discard(int number) const {
  try {
    if (auto log = Directory::open(directory_ + "/" + log_folder))
      remove_entry(*log, std::to_string(number));
  } catch (const Error&) {
    // It is no entry, and goes when it is old.
  }
}

void OperationLog::begin(const Operation& operation) const {
  Directory entry = entry_for_writing(operation.number);
  std::string text = operation_head(operation);
  for (const FileStep& step : operation.steps) text += operation_line(step);
  if (!operation.planned) {
    auto file = entry.create_file(entry_file, 0600);
    if (!file) throw system_error("cannot make", entry.path_of(entry_file), EEXIST);
    return write_all(*file, text, entry.path_of(entry_file));
  }
  sync_contents(entry);
  // Half a plan is none: it appears at once.
  auto file = entry.create_file(unfinished_entry_file, 0600);
  if (!file) throw system_error("cannot make", entry.path_of(unfinished_entry_file), EEXIST);
  write_all(*file, text + planned_line(), entry.path_of(entry_file));
  sync_file(*file, entry.path_of(entry_file));
  entry.rename(unfinished_entry_file, entry, entry_file);
  if (auto log = Directory::open(directory_ + "/" + log_folder)) log->sync();
}

void OperationLog::remove_old(const Directory& log, const std::vector<int>& numbers,
                              Instant now) const {
  const Instant oldest = now - std::chrono::seconds(kept_days * seconds_of_day);
  size_t removed = 0;
  // One that stays would come to life again without the undo that ended it.
  std::set<int> staying;
  for (int number : numbers) {
    if (removed == most_removed) return;
    const std::string name = std::to_string(number);
    auto status = log.status(name);
    if (!status) continue;
    const Age age = age_of(log, name);
    if (age.time.value_or(Instant(std::chrono::seconds(status->modified))) >= oldest) return;
    if (age.is_unfinished || (age.undoes && staying.contains(*age.undoes))) {
      staying.insert(number);
      continue;
    }
    remove_entry(log, name);
    ++removed;
  }
}

void OperationLog::append(int number, const FileStep& step) const {
  append_to(entry_for_writing(number), operation_line(step), false);
}

void OperationLog::finish(int number) const { append_last(number, operation_end()); }

void OperationLog::abandon(int number) const { append_last(number, operation_abandoned()); }

void OperationLog::append_last(int number, const std::string& line) const {
  Directory entry = entry_for_writing(number);
  auto file = entry.open_file(entry_file);
  const uint64_t size = file ? status_of(*file).size : 0;
  char last = '\n';
  if (size > 0 && pread(file->get(), &last, 1, static_cast<off_t>(size - 1)) != 1) last = '\n';
  // A crash may have left half of the word there.
  append_to(entry, (last == '\n' ? "" : "\n") + line, true);
}

void OperationLog::keep(int number, const std::string& id, std::string_view bytes) const {
  Directory entry = entry_for_writing(number);
  auto file = entry.create_file(id, 0600);
  if (file) write_all(*file, bytes, entry.path_of(id));
}

void OperationLog::keep(int number, const std::string& id, const FileDescriptor& source) const {
  Directory entry = entry_for_writing(number);
  auto file = entry.create_file(id, 0600);
  if (file) copy_rest(source, *file, no_limit, "the content " + id, entry.path_of(id));
}

std::optional<FileDescriptor> OperationLog::open_content(int number, const std::string& id) const {
  auto entry = open_entry(number);
  auto file = entry ? entry->open_file(id) : std::nullopt;
  if (!file || content_id(*file, id) != id) return std::nullopt;
  rewind_file(*file);
  return file;
}

}  // namespace git_session
