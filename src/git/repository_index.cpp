#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "git/index_turn.h"
#include "git/repository.h"

namespace git_session {
namespace {

// Another git holds the index, or changed it or the branch while ours was at it.
bool says_try_again(std::string_view error_output) {
  bool is_locked = error_output.find("Unable to create '") != std::string_view::npos &&
                   error_output.find(".lock': File exists") != std::string_view::npos;
  return is_locked || error_output.find("cannot lock ref 'HEAD'") != std::string_view::npos ||
         error_output.find("did not match any file(s) known to git") != std::string_view::npos;
}

Error index_is_locked(const ProcessResult& result, const std::string& command) {
  return Error(ErrorKind::unavailable, "git: " + words_of_git(result, command),
               "wait for the other git to end, or remove the lock when there is none");
}

std::string literal_pathspecs(const std::vector<std::string>& paths) {
  std::string list;
  for (const auto& path : paths) list += ":(top,literal)" + path + '\0';
  return list;
}

/// A file for git to read, in the git directory, gone afterwards.
class MessageFile {
 public:
  MessageFile(const std::string& directory, const std::string& message)
      : path_(directory + "/session-message-" + std::to_string(getpid()) + "-" +
              std::to_string(std::random_device{}())) {
    FileDescriptor file(
        ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) throw system_error("cannot write", path_, errno);
    write_all(file, message, path_);
  }
  MessageFile(const MessageFile&) = delete;
  MessageFile& operator=(const MessageFile&) = delete;
  ~MessageFile() { unlink(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// In the middle of a merge git refuses a commit of some paths, and only after they were staged:
/// with their conflict markers, perhaps.
void require_no_merge(const std::string& git_directory) {
  for (const char* head : {"MERGE_HEAD", "CHERRY_PICK_HEAD"}) {
    struct stat status {};
    if (lstat((git_directory + "/" + head).c_str(), &status) != 0) continue;
    const bool is_merge = std::string_view(head) == "MERGE_HEAD";
    throw Error(ErrorKind::refused,
                std::string("a ") + (is_merge ? "merge" : "cherry-pick") +
                    " is not finished, and git commits all of it at once",
                "git commit ends it, once nothing is in conflict")
        .with_reason("merge-in-progress");
  }
}

/// Colours are kept: hooks like them. Names from the repository, which git and hooks repeat, may
/// hold anything else.
std::string safe_for_terminal(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    size_t colour = text.find("\x1b[");
    size_t end = colour == std::string_view::npos
                     ? colour
                     : text.find_first_not_of("0123456789;", colour + 2);
    bool is_colour = end != std::string_view::npos && text[end] == 'm';
    size_t plain = is_colour ? colour : std::min(end, text.size());
    safe += escape_controls(text.substr(0, plain));
    if (is_colour) safe += text.substr(colour, end + 1 - colour);
    text.remove_prefix(is_colour ? end + 1 : plain);
  }
  return safe;
}

/// Passes on what git and its hooks say while they run, but not what makes us try again.
class ErrorStream {
 public:
  ErrorStream() = default;
  ErrorStream(const ErrorStream&) = default;
  ErrorStream& operator=(const ErrorStream&) = default;
  ~ErrorStream() { show(waiting_); }

  void operator()(std::string_view piece) {
    if (is_silent_) return;
    waiting_ += piece;
    if (says_try_again(waiting_)) {
      is_silent_ = true;
      waiting_.clear();
    }
    // Whole lines, so that no sequence of bytes is judged by its half.
    size_t lines = waiting_.rfind('\n') + 1;  // npos + 1 is none
    show(std::string_view(waiting_).substr(0, lines));
    waiting_.erase(0, lines);
  }

 private:
  static void show(std::string_view text) {
    std::string safe = safe_for_terminal(text);
    for (std::string_view rest = safe; !rest.empty();) {
      ssize_t size = ::write(STDERR_FILENO, rest.data(), rest.size());
      if (size < 0 && errno != EINTR) return;
      if (size > 0) rest.remove_prefix(static_cast<size_t>(size));
    }
  }

  std::string waiting_;
  bool is_silent_ = false;
};

std::string last_line(std::string_view text) {
  std::string last;
  for (const auto& line : split(text, '\n'))
    if (!trim(line).empty()) last = trim(line);
  return last;
}

Error commit_error(const ProcessResult& result, size_t staged) {
  std::string words = last_line(result.error_output);
  if (words.empty()) words = "exit code " + std::to_string(result.exit_code);
  bool lacks_identity = result.error_output.find("Please tell me who you are") != std::string::npos;
  return Error(ErrorKind::unavailable,
               "git did not commit: " + words + "; " + count_of(staged, "file") +
                   (staged == 1 ? " is" : " are") + " staged",
               lacks_identity ? "git config --global user.name 'Your Name' && "
                                "git config --global user.email you@example.com"
                              : "");
}

}  // namespace

std::string Repository::run_writing_index(const std::vector<std::string>& arguments,
                                          const std::string& input) const {
  Patience patience;
  for (;;) {
    ProcessResult result = try_run(arguments, input);
    if (result.ok()) return std::move(result.output);
    if (!says_try_again(result.error_output)) throw git_error(result, arguments.at(0));
    if (!patience.wait()) throw index_is_locked(result, arguments.at(0));
  }
}

std::vector<std::string> Repository::staged_files(const std::vector<std::string>& paths) const {
  const std::set<std::string> wanted(paths.begin(), paths.end());
  auto is_wanted = [&](const std::string& path) {
    if (wanted.contains(path)) return true;
    for (size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1))
      if (wanted.contains(path.substr(0, slash))) return true;
    return false;
  };
  std::vector<std::string> staged =
      split_at_nul(run({"diff", "--cached", "--name-only", "-z", "--no-renames"}));
  std::erase_if(staged, [&](const std::string& path) { return !is_wanted(path); });
  return staged;
}

std::string Repository::commit_only(const std::vector<std::string>& paths,
                                    const std::string& message) const {
  require_no_merge(layout_.git_directory);
  IndexTurn turn(layout_.git_directory);
  MessageFile message_file(layout_.git_directory, message);
  Patience patience;
  for (;;) {
    std::vector<std::string> staged = stage(paths);
    ProcessResult result = run_commit(staged, message_file.path());
    if (result.ok()) return head_commit().value_or("");
    if (!says_try_again(result.error_output) || !patience.wait())
      throw commit_error(result, staged.size());
  }
}

std::vector<std::string> Repository::stage(const std::vector<std::string>& paths) const {
  std::string present;
  std::string gone;
  for (const auto& path : paths) {
    struct stat status {};
    bool is_there = lstat((layout_.top_level + "/" + path).c_str(), &status) == 0;
    (is_there ? present : gone) += path + '\0';
  }
  std::vector<std::string> add = {"add", "-A", "--pathspec-from-file=-", "--pathspec-file-nul"};
  if (has_sparse_checkout()) add.emplace_back("--sparse");  // unknown to git before 2.34
  if (!present.empty()) run_writing_index(add, present);
  // Unlike `add`, this does not mind paths that the index has forgotten already (`git mv`).
  if (!gone.empty()) run_writing_index({"update-index", "--remove", "-z", "--stdin"}, gone);
  std::vector<std::string> staged = staged_files(paths);
  if (staged.empty())
    throw Error(ErrorKind::refused, "there is nothing to commit", "git session status")
        .with_reason("nothing-to-commit");
  return staged;
}

ProcessResult Repository::run_commit(const std::vector<std::string>& paths,
                                     const std::string& message_file) const {
  ProcessOptions options;
  options.input = literal_pathspecs(paths);
  options.output_descriptor = STDERR_FILENO;
  options.on_error_output = ErrorStream();
  return git_
      .start_with_hooks(layout_.top_level,
                        {"commit", "--only", "--quiet", "-F", message_file,
                         "--pathspec-from-file=-", "--pathspec-file-nul"},
                        std::move(options))
      .finish();
}

std::string Repository::add_trailer(const std::string& message, const std::string& name,
                                    const std::string& value) const {
  std::string line = value;
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::replace(line.begin(), line.end(), '\r', ' ');
  // Without --no-divider a `---` in the message would end it, with the trailer in the middle.
  return run({"interpret-trailers", "--no-divider", "--if-exists=addIfDifferent", "--trailer",
              name + "=" + line},
             message.ends_with('\n') ? message : message + "\n");
}

}  // namespace git_session
