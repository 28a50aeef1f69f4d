#include <cstdio>
#include <exception>
#include <map>
#include <string>

#include "agents/plugin_files.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/command_table.h"
#include "cli/man_page.h"
#include "cli/markdown_page.h"

namespace git_session {
namespace {

std::map<std::string, std::string> man_pages() {
  std::map<std::string, std::string> pages{{"git-session.1", overview_man_page()}};
  for (const CommandEntry& entry : command_table()) {
    if (entry.group == Group::hidden) continue;
    const Command command = entry.declare();
    pages["git-session-" + command.name + ".1"] = command_man_page(command);
  }
  return pages;
}

void write_integrations(const Directory& root) {
  for (const auto& [path, text] : agents::plugin_files()) {
    const size_t slash = path.rfind('/');
    root.make_directories("integrations/" + path.substr(0, slash))
        .replace_file(path.substr(slash + 1), text);
  }
}

/// Writes man/*.1, docs/commands.md and integrations/ below `path`; pages of verbs that are gone
/// are removed.
void generate(const std::string& path) {
  const std::optional<Directory> root = Directory::open(path);
  if (!root) throw Error(ErrorKind::not_found, "no directory '" + path + "'");
  const Directory man = root->make_directories("man");
  const std::map<std::string, std::string> pages = man_pages();
  for (const DirectoryEntry& entry : man.entries()) {
    if (entry.name.ends_with(".1") && !pages.contains(entry.name)) man.remove_file(entry.name);
  }
  for (const auto& [name, source] : pages) man.replace_file(name, source);
  root->make_directories("docs").replace_file("commands.md", commands_page());
  write_integrations(*root);
}

}  // namespace
}  // namespace git_session

int main(int argument_count, char** arguments) {
  if (argument_count != 2) {
    std::fputs("usage: generate_docs DIRECTORY\n", stderr);
    return 2;
  }
  try {
    git_session::generate(arguments[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "generate_docs: %s\n", error.what());
    return 1;
  }
  return 0;
}
