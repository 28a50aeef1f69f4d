#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <utility>
#include <vector>

#include "base/environment.h"
#include "cli/console.h"
#include "cli/run_cli.h"

namespace {

/// A file opened later must not become stdout because somebody started us with that closed. What
/// is opened here fails to be read or written, as a closed one does.
void occupy_standard_streams() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) != -1) continue;
    open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

int run(int argument_count, char** arguments) {
  using namespace git_session;
  const Environment environment = Environment::of_process();
  ConsoleSettings settings = detect_console_settings(environment);
  if (argument_count > 0) settings.program = program_name_from(arguments[0]);
  Console console = Console::of_process(std::move(settings));
  const std::vector<std::string> words(arguments + (argument_count > 0 ? 1 : 0),
                                       arguments + argument_count);
  return run_cli(words, environment, console);
}

}  // namespace

int main(int argument_count, char** arguments) {
  occupy_standard_streams();
  // A reader that closes the pipe early is found out by the write that fails.
  std::signal(SIGPIPE, SIG_IGN);
  // A file that grows past the limit likewise: an error that is told, with nothing left behind.
  std::signal(SIGXFSZ, SIG_IGN);
  return run(argument_count, arguments);
}
