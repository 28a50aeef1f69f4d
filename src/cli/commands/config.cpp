#include "cli/session_command.h"
#include "cli/table.h"
#include "json/json.h"

namespace git_session {
namespace {

const std::string committed_file = ".gitsession";

Json settings_to_json(const Settings& settings) {
  Json root = json_root();
  root["settings"] = Json::array();
  for (const Setting& setting : settings.all()) {
    root["settings"].push_back(
        Json{{"name", setting.name},
             {"value", setting.value.empty() ? Json() : Json(setting.value)},
             {"source", setting.source},
             {"origin", setting.origin.empty() ? Json() : Json(setting.origin)}});
  }
  root["ignored_keys"] = settings.ignored_keys();
  root["ignored_file_reason"] =
      settings.ignored_file_reason().empty() ? Json() : Json(settings.ignored_file_reason());
  return root;
}

void print_settings(Console& console, const Settings& settings) {
  Table table({{.header = "SETTING"},
               {.header = "VALUE", .shrinkable = true},
               {.header = "SOURCE"},
               {.header = "FROM", .shrinkable = true}});
  for (const Setting& setting : settings.all()) {
    table.add_row({setting.name, setting.value, setting.source, setting.origin});
  }
  for (const std::string& key : settings.ignored_keys()) {
    table.add_row({key, "", "ignored", committed_file});
  }
  table.print(console);
}

int run_config(Invocation& invocation) {
  // Not open_workspace(): what .gitsession may not set is part of the answer.
  Workspace workspace = Workspace::open(invocation.environment);
  const Settings& settings = workspace.settings();
  if (!settings.ignored_file_reason().empty()) {
    invocation.console.warn(committed_file + " is ignored: " + settings.ignored_file_reason());
  }
  if (invocation.wants_json()) {
    invocation.console.print_json(settings_to_json(settings));
  } else {
    print_settings(invocation.console, settings);
  }
  return 0;
}

}  // namespace

Command declare_config() {
  return {
      .name = "config",
      .summary = "Show each setting and where it comes from",
      .description =
          "Lists the settings with their values. A value comes from the first of: a GIT_SESSION_* "
          "variable, git's configuration (command line, worktree, local, global, system), the "
          "file .gitsession that a team commits (in git's configuration syntax), our default. It "
          "only reads; `git config` writes.\n\n"
          "session.user: your name, for the folder of your sessions; else git's user.name.\n\n"
          "session.team, session.project: what `create` takes when it is not told.\n\n"
          "session.teams: the teams there are, parted by commas.\n\n"
          "session.agents: names of agents that do not start with cs-.\n\n"
          "session.root: where sessions lie, `output` by default.\n\n"
          "session.maxOutputSize: the size over which `add` refuses a file.\n\n"
          "A committed .gitsession may only set what is harmless; other keys in it are ignored and "
          "listed as such.",
      .examples = {{"git session config", "what holds here, and why"},
                   {"git config session.team engineering", "set one for this repository"},
                   {"git config --file .gitsession session.teams design,research",
                    "set one for everybody who clones it"}},
      .takes_session = false,
      .run = run_config};
}

}  // namespace git_session
