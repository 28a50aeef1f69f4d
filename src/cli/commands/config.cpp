#include "cli/session_command.h"
#include "cli/table.h"
#include "json/json.h"

namespace git_session {
namespace {

const std::string committed_file = ".gitsession";

/// What holds: the user's name is found elsewhere when no setting says it.
std::vector<Setting> effective_settings(const Workspace& workspace) {
  std::vector<Setting> settings = workspace.settings().all();
  for (Setting& setting : settings) {
    if (setting.name != "session.user" || !setting.value.empty()) continue;
    UserName user = workspace.user_name();
    setting.value = std::move(user.text);
    setting.origin = std::move(user.origin);
  }
  return settings;
}

Json settings_to_json(const Workspace& workspace) {
  Json root = json_root();
  root["settings"] = Json::array();
  for (const Setting& setting : effective_settings(workspace)) {
    root["settings"].push_back(Json{{"name", setting.name},
                                    {"value", text_or_null(setting.value)},
                                    {"source", setting.source},
                                    {"origin", text_or_null(setting.origin)}});
  }
  root["ignored_keys"] = Json::array();
  for (const std::string& key : workspace.settings().ignored_keys()) {
    root["ignored_keys"].push_back({{"name", key}});
  }
  root["ignored_file_reason"] = text_or_null(workspace.settings().ignored_file_reason());
  return root;
}

void print_settings(Console& console, const Workspace& workspace) {
  Table table({{.header = "SETTING"},
               {.header = "VALUE", .shrinkable = true},
               {.header = "SOURCE"},
               {.header = "FROM", .shrinkable = true}});
  for (const Setting& setting : effective_settings(workspace)) {
    table.add_row({setting.name, setting.value, setting.source, setting.origin});
  }
  for (const std::string& key : workspace.settings().ignored_keys()) {
    table.add_row({key, "", "ignored", committed_file});
  }
  table.print(console);
}

int run_config(Invocation& invocation) {
  // Not open_workspace(): what .gitsession may not set is part of the answer.
  Workspace workspace = Workspace::open(invocation.environment);
  const std::string& reason = workspace.settings().ignored_file_reason();
  if (!reason.empty()) invocation.console.warn(committed_file + " is ignored: " + reason);
  if (invocation.wants_json()) {
    invocation.console.print_json(settings_to_json(workspace));
  } else {
    print_settings(invocation.console, workspace);
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
          "session.user: your name, for the folder of your sessions; else git's user.name, the "
          "part "
          "of user.email before the @, or the login.\n\n"
          "session.team, session.project: what `create` takes when it is not told.\n\n"
          "session.teams: the teams there are, parted by commas.\n\n"
          "session.agents: names of agents that do not start with cs-.\n\n"
          "session.root: where sessions lie, `output` by default.\n\n"
          "session.maxOutputSize: the size over which `add` refuses a file.\n\n"
          "session.mail.server: what sends the mails of `promote --notify`: smtp://HOST[:PORT] "
          "(with "
          "STARTTLS), smtps://HOST[:PORT] or sendmail; without it no mail is sent. "
          "session.mail.from: the sender, else user.email. session.mail.user: who logs in; the "
          "password comes from `git credential` (protocol smtp). session.mail.tls: none for a "
          "server without TLS; a password is then sent to this machine only. "
          "session.mail.caFile: certificates to trust instead of the system's.\n\n"
          "session.confluence.site: where pages are published: https://company.atlassian.net/wiki "
          "or the address of a Data Center. session.confluence.edition: cloud or datacenter; an "
          "address in atlassian.net is cloud, any other is not, unless this says it. "
          "session.confluence.user: the e-mail address that a token of Cloud belongs to; a Data "
          "Center without it takes a personal access token. session.confluence.gateway: "
          "https://api.atlassian.com for a token with scopes; session.confluence.cloudId: the "
          "site's id there, else the site is asked. session.confluence.caFile: as for mail. The "
          "token comes from GIT_SESSION_CONFLUENCE_TOKEN or `git credential` (protocol https).\n\n"
          "session.confluence.space, session.confluence.parent: where new pages go, a space's key "
          "and a page's id. session.confluence.team.NAME.space and "
          "session.confluence.project.NAME.space, and .parent of both, say it for one team or one "
          "project.\n\n"
          "session.jira.site: where tickets are, https://company.atlassian.net or the address of a "
          "Data Center; edition, user, gateway, cloudId and caFile as for Confluence, the token "
          "from GIT_SESSION_JIRA_TOKEN or `git credential`.\n\n"
          "Where things are sent is read from git's configuration only.\n\n"
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
