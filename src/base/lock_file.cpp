#include "base/lock_file.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr uint64_t largest_lock_file = 4096;
constexpr size_t start_time_field = 22;  // of /proc/PID/stat, counted from 1; see proc(5)

/// Empty when there is no such file or it cannot be read: not every system has all of them.
std::string read_system_file(const std::string& path) {
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return {};
  try {
    return std::string(trim(read_all(file, largest_lock_file, path)));
  } catch (const Error&) {
    return {};
  }
}

std::string host_name() {
  std::string name(256, '\0');
  if (gethostname(name.data(), name.size() - 1) != 0) return {};
  return name.c_str();
}

std::string own_process_namespace() {
  std::string target(256, '\0');
  const ssize_t length = readlink("/proc/self/ns/pid", target.data(), target.size());
  return length < 0 ? std::string() : target.substr(0, static_cast<size_t>(length));
}

struct ProcessFacts {
  std::string state;
  std::string start_time;
};

/// The program's name is the second field and may hold anything, blanks and `)` as well.
ProcessFacts facts_of(const std::string& process) {
  const std::string text = read_system_file("/proc/" + process + "/stat");
  const size_t name_end = text.rfind(')');
  if (name_end == std::string::npos) return {};
  const std::vector<std::string> fields = split(trim(text.substr(name_end + 1)), ' ');
  constexpr size_t first_field = 3;
  if (fields.size() <= start_time_field - first_field) return {};
  return {fields[0], fields[start_time_field - first_field]};
}

bool is_process_gone(const LockHolder& holder) {
  if (kill(holder.process, 0) != 0 && errno == ESRCH) return true;
  const ProcessFacts facts = facts_of(std::to_string(holder.process));
  if (facts.state == "Z" || facts.state == "X") return true;  // dead, only not yet waited for
  return !facts.start_time.empty() && !holder.start_time.empty() &&
         facts.start_time != holder.start_time;
}

bool is_stale(const Directory& directory, const LockHolder& self) {
  const auto text = directory.read_file(lock_file_name, largest_lock_file);
  const auto holder = text ? LockHolder::parse(*text) : std::nullopt;
  return holder && is_gone(*holder, self);
}

bool make_file(const Directory& directory, const char* name, const LockHolder& self) {
  const auto file = directory.create_file(name, 0644);
  if (!file) return false;
  try {
    write_all(*file, self.format(), directory.path_of(name));
  } catch (const Error&) {
    directory.remove_file(name);
    throw;
  }
  return true;
}

/// Only who made the breaker file may remove a stale lock, after looking again: two that both saw
/// the lock stale would otherwise remove each other's fresh one.
void remove_if_stale(const Directory& directory, const LockHolder& self) {
  if (!is_stale(directory, self) || !make_file(directory, lock_breaker_name, self)) return;
  if (is_stale(directory, self)) directory.remove_file(lock_file_name);
  directory.remove_file(lock_breaker_name);
}

}  // namespace

LockHolder LockHolder::self() {
  LockHolder self;
  self.machine = trim(host_name() + " " + read_system_file("/etc/machine-id"));
  self.boot = read_system_file("/proc/sys/kernel/random/boot_id");
  self.process_namespace = own_process_namespace();
  self.process = getpid();
  self.start_time = facts_of("self").start_time;
  return self;
}

std::optional<LockHolder> LockHolder::parse(std::string_view text) {
  const std::vector<std::string> lines = split(text, '\n');
  if (lines.size() != 6 || !lines[5].empty()) return std::nullopt;
  const auto process = parse_integer(lines[3]);
  // kill(2) takes 0 and negative numbers for groups of processes.
  if (!process || *process <= 0 || *process > INT32_MAX) return std::nullopt;
  return LockHolder{lines[0], lines[1], lines[2], static_cast<pid_t>(*process), lines[4]};
}

std::string LockHolder::format() const {
  return join({machine, boot, process_namespace, std::to_string(process), start_time, ""}, "\n");
}

bool is_gone(const LockHolder& holder, const LockHolder& self) {
  if (holder.machine != self.machine) return false;
  if (holder.boot != self.boot) return true;
  return holder.process_namespace == self.process_namespace && is_process_gone(holder);
}

bool try_lock_file(const Directory& directory, const LockHolder& self) {
  if (make_file(directory, lock_file_name, self)) return true;
  remove_if_stale(directory, self);
  return false;
}

}  // namespace git_session
