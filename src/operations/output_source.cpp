#include "operations/output_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>

#include "base/error.h"
#include "base/file_copy.h"
#include "base/text.h"
#include "store/output_files.h"

namespace git_session {
namespace {

std::optional<std::string> resolved(const std::string& path) {
  char buffer[PATH_MAX];
  if (realpath(path.c_str(), buffer) != nullptr) return std::string(buffer);
  if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
  throw system_error("cannot look at", path, errno);
}

std::string absolute(const std::string& typed) {
  if (typed.starts_with('/')) return typed;
  auto here = resolved(".");
  return here.value_or("") + "/" + typed;
}

/// `path` relative to `folder`; nullopt when it does not lie in it. Both without links.
std::optional<std::string> relative_to(const std::string& folder, const std::string& path) {
  if (!path.starts_with(folder + "/")) return std::nullopt;
  return path.substr(folder.size() + 1);
}

bool is_in(const std::string& folder, const std::string& path) {
  return path == folder || relative_to(folder, path);
}

/// Whether the way to `path` enters `folder` and leaves it by a link.
bool leaves_by_link(const std::string& folder, const std::string& path) {
  bool was_in = false;
  for (size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
    std::string prefix = path.substr(0, slash);
    auto place = resolved(prefix);
    if (!place) return false;
    bool goes_up = prefix.ends_with("/..");
    if (was_in && !is_in(folder, *place) && !goes_up) return true;
    was_in = is_in(folder, *place);
    if (slash == path.npos) return false;
  }
}

[[noreturn]] void throw_not_found(const LockedSession& locked, const std::string& typed) {
  throw Error(ErrorKind::not_found, "there is no file '" + escape_line(typed) + "'",
              "git session report " + quote_for_shell(locked.session().id) + " lists the outputs");
}

/// The absolute path that `typed` means: a bare name may also be that of an output.
std::string place_of_typed(const Workspace& workspace, const LockedSession& locked,
                           const std::string& typed) {
  struct stat status;
  std::string path = absolute(typed);
  if (lstat(path.c_str(), &status) == 0) return path;
  std::string in_session = workspace.absolute_path(locked.location()) + "/" + typed;
  if (!typed.empty() && stays_inside(typed) && lstat(in_session.c_str(), &status) == 0) {
    return in_session;
  }
  throw_not_found(locked, typed);
}

/// A shell word that shows every byte.
std::string visible_word(const std::string& text) {
  if (escape_line(text) == text) return quote_for_shell(text);
  std::string inner;
  for (const char character : text) {
    if (character == '\'' || character == '\\') inner += '\\';
    inner += character;
  }
  return "$'" + escape_line(inner) + "'";
}

void check_inside(const LockedSession& locked, const OutputSource& source) {
  if (is_hidden_name(source.inside)) {
    throw Error(ErrorKind::refused,
                "'" + escape_line(source.inside) + "' is hidden, so it is no output",
                "give it a name without a dot in front")
        .with_reason("hidden-name");
  }
  if (!is_valid_utf8(source.inside)) {
    throw name_not_utf8(locked.location().path + "/" + source.inside);
  }
}

void check_kind(const std::string& path, const std::string& typed) {
  struct stat status;
  if (stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode)) return;
  if (S_ISDIR(status.st_mode)) {
    throw Error(ErrorKind::usage, "'" + escape_line(typed) + "' is a folder: add its files",
                "git session add " + visible_word(typed) + (typed.ends_with('/') ? "*" : "/*"));
  }
  throw not_a_regular_file(typed);
}

/// The settings there may hold passwords, and an output is committed and shared.
void check_not_private(const Workspace& workspace, const OutputSource& source) {
  if (!is_in_git_directory(workspace, source.path)) return;
  throw Error(
      ErrorKind::refused,
      "'" + escape_line(source.typed) + "' lies in a git directory, which may hold secrets",
      "git session add - --topic TOPIC <" + visible_word(source.typed) + " takes it all the same")
      .with_reason("git-directory");
}

bool is_link(const std::string& path) {
  struct stat status;
  return lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

}  // namespace

bool is_in_git_directory(const Workspace& workspace, const std::string& path) {
  const std::string folded = to_lower_ascii(path) + "/";
  if (folded.find("/.git/") != folded.npos) return true;
  const Repository& repository = workspace.repository();
  for (const std::string& named : {repository.git_directory(), repository.common_directory()}) {
    auto place = resolved(named);
    if (place && is_in(*place, path)) return true;
  }
  return false;
}

Error not_a_regular_file(const std::string& typed) {
  return Error(ErrorKind::refused, "'" + escape_line(typed) + "' is not a regular file",
               "COMMAND | git session add - --topic TOPIC takes what a program prints")
      .with_reason("not-a-regular-file");
}

Error name_not_utf8(const std::string& path) {
  std::string renamed = replace_invalid_utf8(path);
  const std::string replacement = "\uFFFD";
  for (size_t at; (at = renamed.find(replacement)) != renamed.npos;) {
    renamed.replace(at, replacement.size(), "_");
  }
  return Error(ErrorKind::refused, "the name '" + escape_line(path) + "' is not UTF-8",
               "mv " + visible_word(path) + " " + visible_word(renamed))
      .with_reason("name-not-utf8");
}

OutputSource find_output_source(const Workspace& workspace, const LockedSession& locked,
                                const std::string& typed) {
  const std::string path = place_of_typed(workspace, locked, typed);
  check_kind(path, typed);
  auto folder = resolved(workspace.absolute_path(locked.location()));
  auto target = resolved(path);
  if (!folder || !target) throw_not_found(locked, typed);
  auto relative = relative_to(*folder, *target);
  if (!relative && leaves_by_link(*folder, path)) {
    throw Error(ErrorKind::refused,
                "'" + escape_line(typed) + "' is a link that leads out of the session",
                "add the file it points to: git session add " + visible_word(*target))
        .with_reason("symbolic-link");
  }
  OutputSource source;
  source.typed = typed;
  source.path = *target;
  source.is_link = is_link(path);
  check_not_private(workspace, source);
  std::optional<FileDescriptor> file;
  if (relative && !is_draft_name(*relative)) {
    source.inside = *relative;
    check_inside(locked, source);
    file = locked.folder().open_file(source.inside);
  } else {
    file = open_named_file(source.path);
  }
  if (!file) throw_not_found(locked, typed);
  if (is_made_up(*file)) throw not_a_regular_file(typed);
  source.file = std::move(*file);
  source.bytes = status_of(source.file).size;
  return source;
}

OutputSource read_standard_input(uint64_t limit) {
  OutputSource source;
  source.typed = "-";
  source.file = make_nameless_file();
  FileDescriptor input(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  if (!input) throw system_error("cannot read", "standard input", errno);
  source.bytes = copy_rest(input, source.file, limit, "standard input", "a temporary file");
  if (source.bytes == 0) {
    throw Error(ErrorKind::usage, "there is nothing on standard input",
                "COMMAND | git session add - --topic TOPIC");
  }
  rewind_file(source.file);
  return source;
}

OutputSource keep_content(const std::string& content) {
  if (content.empty()) throw Error(ErrorKind::usage, "the content is empty");
  OutputSource source;
  source.typed = "content";
  source.file = make_nameless_file();
  source.bytes = content.size();
  write_all(source.file, content, "a temporary file");
  rewind_file(source.file);
  return source;
}

}  // namespace git_session
