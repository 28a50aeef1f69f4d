
#include <csignal>
#include <string>
#include <vector>

#include "base/environment.h"
#include "cli/console.h"
#include "cli/run_cli.h"

namespace {

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
  // A reader that closes the pipe early is found out by the write that fails.
  std::signal(SIGPIPE, SIG_IGN);
  return run(argument_count, arguments);
}
