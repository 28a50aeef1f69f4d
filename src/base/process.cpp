#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "base/error.h"

extern char** environ;

namespace git_session {
namespace {

constexpr int exit_check_milliseconds = 100;

struct Pipe {
  FileDescriptor read_end;
  FileDescriptor write_end;
};

// A descriptor below 3 (ours was closed) would be overwritten while the child's are put in place.
FileDescriptor keep_above_standard(int descriptor) {
  FileDescriptor original(descriptor);
  if (descriptor > STDERR_FILENO) return original;
  int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (moved < 0) throw system_error("cannot make a", "pipe", errno);
  return FileDescriptor(moved);
}

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

// What becomes of descriptors 0, 1 and 2 in the child; -1 leaves the parent's.
struct StandardDescriptors {
  int input = -1;
  int output = -1;
  int error = -1;
  bool null_input = false;
};

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

// False at the end of the stream.
bool read_some(const FileDescriptor& pipe, std::string& text) {
  std::array<char, 65536> buffer;
  ssize_t size = read(pipe.get(), buffer.data(), buffer.size());
  if (size > 0) text.append(buffer.data(), static_cast<size_t>(size));
  return size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN));
}

int exit_code_of(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

bool is_program(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         access(path.c_str(), X_OK) == 0;
}

std::optional<std::string> find_program(std::string_view name) {
  if (name.empty()) return std::nullopt;
  if (name.find('/') != std::string_view::npos) return std::string(name);
  const char* path_variable = getenv("PATH");
  std::string_view rest = path_variable != nullptr ? path_variable : "/usr/local/bin:/usr/bin:/bin";
  while (!rest.empty()) {
    std::string_view entry = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    if (!entry.starts_with('/')) continue;
    std::string candidate = std::string(entry) + "/" + std::string(name);
    if (is_program(candidate)) return candidate;
  }
  return std::nullopt;
}

std::optional<std::string> find_companion(const std::string& name) {
  std::array<char, 4096> link{};
  const ssize_t size = readlink("/proc/self/exe", link.data(), link.size());
  std::optional<std::string> self = std::string(link.data(), size > 0 ? size : 0);
  if (self->empty() || *self->begin() != '/') self = find_program("git-session");
  if (!self) return std::nullopt;
  const std::string folder = self->substr(0, self->rfind('/'));
  for (const char* place : {"/", "/../libexec/git-session/"})
    if (std::string candidate = folder + place + name; is_program(candidate)) return candidate;
  return std::nullopt;
}

ChildProcess ChildProcess::start(const std::vector<std::string>& arguments,
                                 ProcessOptions options) {
  check_for_nul(arguments);
  Pipe input;
  Pipe output;
  Pipe error;
  StandardDescriptors standard;
  standard.null_input = options.input.empty() && !options.inherit_input;
  if (!options.input.empty()) input = make_pipe();
  if (!options.inherit_output && options.output_descriptor < 0) output = make_pipe();
  if (!options.inherit_error) error = make_pipe();
  standard.input = input.read_end.get();
  standard.output =
      options.output_descriptor >= 0 ? options.output_descriptor : output.write_end.get();
  standard.error = error.write_end.get();

  ChildProcess child;
  child.pid_ = spawn(CStringArray(arguments), child_environment(options), options.working_directory,
                     standard);
  child.input_ = std::move(options.input);
  child.input_pipe_ = std::move(input.write_end);
  child.output_pipe_ = std::move(output.read_end);
  child.error_pipe_ = std::move(error.read_end);
  child.on_error_output_ = std::move(options.on_error_output);
  if (options.time_limit.count() > 0)
    child.end_ = std::chrono::steady_clock::now() + options.time_limit;
  if (child.input_pipe_) fcntl(child.input_pipe_.get(), F_SETFL, O_NONBLOCK);
  return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      exit_code_(other.exit_code_),
      input_(std::move(other.input_)),
      input_sent_(other.input_sent_),
      input_pipe_(std::move(other.input_pipe_)),
      output_pipe_(std::move(other.output_pipe_)),
      error_pipe_(std::move(other.error_pipe_)),
      on_error_output_(std::move(other.on_error_output_)),
      end_(other.end_) {}

ChildProcess::~ChildProcess() {
  input_pipe_.reset();
  output_pipe_.reset();
  error_pipe_.reset();
  if (pid_ > 0) wait_for_exit();
}

bool ChildProcess::has_exited() {
  if (exit_code_) return true;
  int status = 0;
  if (waitpid(pid_, &status, WNOHANG) == pid_) exit_code_ = exit_code_of(status);
  return exit_code_.has_value();
}

int ChildProcess::wait_for_exit() {
  int status = 0;
  while (!exit_code_) {
    pid_t waited = waitpid(pid_, &status, 0);
    if (waited == pid_) exit_code_ = exit_code_of(status);
    if (waited < 0 && errno != EINTR) exit_code_ = 127;
  }
  pid_ = -1;
  return *exit_code_;
}

bool ChildProcess::is_late() const { return end_ && std::chrono::steady_clock::now() >= *end_; }

void ChildProcess::wait_within_limit(ProcessResult& result) {
  while (end_ && !has_exited()) {
    if (is_late()) {
      result.timed_out = true;
      kill(pid_, SIGKILL);
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(exit_check_milliseconds / 10));
  }
  result.exit_code = wait_for_exit();
}

void ChildProcess::feed_input() {
  ssize_t size = write(input_pipe_.get(), input_.data() + input_sent_, input_.size() - input_sent_);
  if (size > 0) input_sent_ += static_cast<size_t>(size);
  bool is_lost = size < 0 && errno != EINTR && errno != EAGAIN;
  if (is_lost || input_sent_ == input_.size()) input_pipe_.reset();
}

ProcessResult ChildProcess::finish() {
  ProcessResult result;
  while (input_pipe_ || output_pipe_ || error_pipe_) {
    // poll() passes over the -1 of a closed one.
    std::array<pollfd, 3> watched{{{input_pipe_.get(), POLLOUT, 0},
                                   {output_pipe_.get(), POLLIN, 0},
                                   {error_pipe_.get(), POLLIN, 0}}};
    int ready = poll(watched.data(), watched.size(), exit_check_milliseconds);
    if (ready < 0 && errno != EINTR)
      throw system_error("cannot wait for a", "child process", errno);
    // A hook's background process may hold our pipes open for hours after the child is gone.
    if (ready == 0 && has_exited()) break;
    if (is_late()) break;
    if (ready <= 0) continue;
    if (watched[0].revents != 0) feed_input();
    if (watched[1].revents != 0 && !read_some(output_pipe_, result.output)) output_pipe_.reset();
    if (watched[2].revents == 0) continue;
    size_t before = result.error_output.size();
    if (!read_some(error_pipe_, result.error_output)) error_pipe_.reset();
    if (on_error_output_ && result.error_output.size() > before)
      on_error_output_(std::string_view(result.error_output).substr(before));
  }
  wait_within_limit(result);
  return result;
}

ProcessResult run_process(const std::vector<std::string>& arguments, ProcessOptions options) {
  return ChildProcess::start(arguments, std::move(options)).finish();
}

}  // namespace git_session
