#include "base/spawn.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "base/error.h"

extern char** environ;

namespace git_session {
namespace {

// A descriptor below 3 (ours was closed) would be overwritten while the child's are put in place.
FileDescriptor keep_above_standard(int descriptor) {
  FileDescriptor original(descriptor);
  if (descriptor > STDERR_FILENO) return original;
  int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (moved < 0) throw system_error("cannot make a", "pipe", errno);
  return FileDescriptor(moved);
}

bool is_replaced(std::string_view variable, const ProcessOptions& options) {
  std::string_view name = variable.substr(0, variable.find('='));
  for (const auto& [other, value] : options.environment)
    if (name == other) return true;
  const auto& removed = options.removed_environment;
  return std::find(removed.begin(), removed.end(), name) != removed.end();
}

// The strings and the null-terminated array that exec wants of them.
class CStringArray {
 public:
  explicit CStringArray(std::vector<std::string> strings) : strings_(std::move(strings)) {
    for (auto& text : strings_) pointers_.push_back(text.data());
    pointers_.push_back(nullptr);
  }
  char* const* data() const { return pointers_.data(); }

 private:
  std::vector<std::string> strings_;
  std::vector<char*> pointers_;
};

CStringArray child_environment(const ProcessOptions& options) {
  std::vector<std::string> variables;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable)
    if (!is_replaced(*variable, options)) variables.emplace_back(*variable);
  for (const auto& [name, value] : options.environment) variables.push_back(name + "=" + value);
  return CStringArray(std::move(variables));
}

void check_for_nul(const std::vector<std::string>& arguments) {
  for (const auto& argument : arguments)
    if (argument.find('\0') != std::string::npos)
      throw Error(ErrorKind::usage, "an argument for '" + arguments[0] + "' holds a NUL byte");
}

[[noreturn]] void throw_not_started(const std::string& program, const std::string& directory,
                                    int error_number) {
  struct stat status {};
  bool directory_is_bad = !directory.empty() && (stat(directory.c_str(), &status) != 0 ||
                                                 access(directory.c_str(), X_OK) != 0);
  if (directory_is_bad) throw system_error("cannot work in", directory, errno);
  throw system_error("cannot start", program, error_number);
}

#ifdef GIT_SESSION_PORTABLE

[[noreturn]] void become_program(char* const* arguments, char* const* environment,
                                 const char* directory, StandardDescriptors standard, int report) {
  signal(SIGPIPE, SIG_DFL);
  signal(SIGXFSZ, SIG_DFL);
  if (standard.null_input) standard.input = open("/dev/null", O_RDONLY);
  bool ready = (*directory == '\0' || chdir(directory) == 0) &&
               (standard.input < 0 || dup2(standard.input, STDIN_FILENO) >= 0) &&
               (standard.output < 0 || dup2(standard.output, STDOUT_FILENO) >= 0) &&
               (standard.error < 0 || dup2(standard.error, STDERR_FILENO) >= 0);
  if (ready) execve(arguments[0], arguments, environment);
  int error_number = errno;
  ssize_t ignored = write(report, &error_number, sizeof error_number);
  _exit(ignored > 0 ? 127 : 126);
}

pid_t spawn(const CStringArray& arguments, const CStringArray& environment,
            const std::string& directory, const StandardDescriptors& standard) {
  Pipe report = make_pipe();
  pid_t pid = fork();
  if (pid < 0) throw system_error("cannot start", arguments.data()[0], errno);
  if (pid == 0)
    become_program(arguments.data(), environment.data(), directory.c_str(), standard,
                   report.write_end.get());
  report.write_end.reset();
  int error_number = 0;
  ssize_t size = 0;
  do {
    size = read(report.read_end.get(), &error_number, sizeof error_number);
  } while (size < 0 && errno == EINTR);
  if (size <= 0) return pid;
  while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  throw_not_started(arguments.data()[0], directory, error_number);
}

#else

class SpawnSettings {
 public:
  SpawnSettings(const std::string& directory, const StandardDescriptors& standard) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    if (!directory.empty()) posix_spawn_file_actions_addchdir_np(&actions_, directory.c_str());
    if (standard.null_input)
      posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    place(standard.input, STDIN_FILENO);
    place(standard.output, STDOUT_FILENO);
    place(standard.error, STDERR_FILENO);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    sigaddset(&defaults, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes_, &defaults);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  void place(int descriptor, int standard) {
    if (descriptor >= 0) posix_spawn_file_actions_adddup2(&actions_, descriptor, standard);
  }
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

pid_t spawn(const CStringArray& arguments, const CStringArray& environment,
            const std::string& directory, const StandardDescriptors& standard) {
  SpawnSettings settings(directory, standard);
  pid_t pid = -1;
  int result = posix_spawn(&pid, arguments.data()[0], settings.actions(), settings.attributes(),
                           arguments.data(), environment.data());
  if (result != 0) throw_not_started(arguments.data()[0], directory, result);
  return pid;
}

#endif

}  // namespace

Pipe make_pipe() {
  std::array<int, 2> ends{};
#ifdef GIT_SESSION_PORTABLE
  if (pipe(ends.data()) != 0) throw system_error("cannot make a", "pipe", errno);
  for (int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
#else
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw system_error("cannot make a", "pipe", errno);
#endif
  FileDescriptor write_end(ends[1]);
  FileDescriptor read_end = keep_above_standard(ends[0]);
  return {std::move(read_end), keep_above_standard(write_end.release())};
}

pid_t spawn_program(const std::vector<std::string>& arguments, const ProcessOptions& options,
                    const StandardDescriptors& standard) {
  check_for_nul(arguments);
  return spawn(CStringArray(arguments), child_environment(options), options.working_directory,
               standard);
}

int exit_code_of(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int wait_for_child(pid_t child) {
  int status = 0;
  pid_t waited = -1;
  do {
    waited = waitpid(child, &status, 0);
  } while (waited < 0 && errno == EINTR);
  return waited == child ? exit_code_of(status) : 127;
}

bool read_some(const FileDescriptor& pipe, std::string& text) {
  std::array<char, 65536> buffer;
  ssize_t size = read(pipe.get(), buffer.data(), buffer.size());
  if (size > 0) text.append(buffer.data(), static_cast<size_t>(size));
  return size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN));
}

}  // namespace git_session
