#include "cli/command_table.h"

#include <array>

namespace git_session {

// One per file of cli/commands.
Command declare_add();
Command declare_adopt();
Command declare_archive();
Command declare_check_secrets();
Command declare_close();
Command declare_commit();
Command declare_complete();
Command declare_config();
Command declare_convert();
Command declare_create();
Command declare_current();
Command declare_doctor();
Command declare_env();
Command declare_help();
Command declare_hook();
Command declare_gc();
Command declare_init();
Command declare_keep();
Command declare_list();
Command declare_mcp();
Command declare_merge_file();
Command declare_migrate();
Command declare_prime();
Command declare_promote();
Command declare_reopen();
Command declare_report();
Command declare_restore();
Command declare_run();
Command declare_schema();
Command declare_search();
Command declare_setup();
Command declare_show();
Command declare_status();
Command declare_undo();
Command declare_update();
Command declare_use();
Command declare_version();

namespace {

// In the order of the overview; a group need not stand together.
constexpr std::array commands{
    CommandEntry{"init", Group::other, declare_init},
    CommandEntry{"setup", Group::start, declare_setup},
    CommandEntry{"create", Group::start, declare_create},
    CommandEntry{"status", Group::start, declare_status},
    CommandEntry{"current", Group::other, declare_current},
    CommandEntry{"use", Group::other, declare_use},
    CommandEntry{"env", Group::other, declare_env},
    CommandEntry{"add", Group::work, declare_add},
    CommandEntry{"keep", Group::work, declare_keep},
    CommandEntry{"run", Group::other, declare_run},
    CommandEntry{"update", Group::work, declare_update},
    CommandEntry{"close", Group::work, declare_close},
    CommandEntry{"reopen", Group::other, declare_reopen},
    CommandEntry{"commit", Group::other, declare_commit},
    CommandEntry{"promote", Group::share, declare_promote},
    CommandEntry{"doctor", Group::care, declare_doctor},
    CommandEntry{"gc", Group::care, declare_gc},
    CommandEntry{"undo", Group::care, declare_undo},
    CommandEntry{"archive", Group::other, declare_archive},
    CommandEntry{"restore", Group::other, declare_restore},
    CommandEntry{"migrate", Group::other, declare_migrate},
    CommandEntry{"adopt", Group::other, declare_adopt},
    CommandEntry{"schema", Group::other, declare_schema},
    CommandEntry{"config", Group::other, declare_config},
    CommandEntry{"list", Group::find, declare_list},
    CommandEntry{"search", Group::find, declare_search},
    CommandEntry{"show", Group::find, declare_show},
    CommandEntry{"prime", Group::other, declare_prime},
    CommandEntry{"report", Group::share, declare_report},
    CommandEntry{"check-secrets", Group::other, declare_check_secrets},
    CommandEntry{"convert", Group::other, declare_convert},
    CommandEntry{"hook", Group::other, declare_hook},
    CommandEntry{"mcp", Group::other, declare_mcp},
    CommandEntry{"merge-file", Group::other, declare_merge_file},
    CommandEntry{"help", Group::other, declare_help},
    CommandEntry{"version", Group::other, declare_version},
    CommandEntry{"__complete", Group::hidden, declare_complete},
};

}  // namespace

const char* heading_of(Group group) {
  switch (group) {
    case Group::start:
      return "Start a session";
    case Group::work:
      return "Work in it";
    case Group::find:
      return "Find and read";
    case Group::share:
      return "Share";
    case Group::care:
      return "Keep in order";
    case Group::other:
      return "More verbs";
    case Group::hidden:
      return "";
  }
  return "";
}

std::span<const CommandEntry> command_table() { return commands; }

const CommandEntry* find_command(std::string_view name) {
  for (const CommandEntry& entry : commands) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

}  // namespace git_session
