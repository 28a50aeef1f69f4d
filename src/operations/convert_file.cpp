#include "operations/convert_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = 64U * 1024U * 1024U;

FileDescriptor open_input(const std::string& file) {
  if (file == "-") {
    FileDescriptor input(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    if (!input) throw system_error("cannot read", "standard input", errno);
    return input;
  }
  FileDescriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!input && errno == ENOENT) {
    throw Error(ErrorKind::not_found, "no file '" + escape_line(file) + "'",
                "git session convert FILE");
  }
  if (!input) throw system_error("cannot read", file, errno);
  struct stat status {};
  if (fstat(input.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
    throw Error(ErrorKind::usage, "'" + escape_line(file) + "' is a folder",
                "git session convert FILE");
  }
  return input;
}

}  // namespace

confluence::Conversion convert_file(const std::string& file,
                                    const confluence::ConversionOptions& options) {
  const std::string name = file == "-" ? "standard input" : file;
  return confluence::convert_markdown(read_all(open_input(file), most_bytes, name), options);
}

}  // namespace git_session
