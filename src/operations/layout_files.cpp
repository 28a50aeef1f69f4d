#include "operations/layout_files.h"

#include "base/text.h"
#include "store/session_layout.h"

namespace git_session {
namespace {

constexpr std::string_view readme = R"(# Work sessions

What AI agents and people produce while they work on something (reviews, analyses, plans, reports)
lies here, beside the code it is about. Every piece of work is a session: a folder with a metadata
file that says who, what for and until when, and the outputs made in it.

| folder | holds |
|---|---|
| `sessions/{user}/{date}_{branch}_{hex}/` | the sessions people work in |
| `archive/{user}/` | sessions that are over; still tracked, listed and searchable |
| `shared/promoted-to-confluence/` | copies of what was shared there |
| `shared/team-resources/{team}/` | what a team keeps for itself |

Everything is plain files, so reading needs no tool. `.session-metadata.yaml` in a session may be
edited by hand. With git-session installed:

    git session create --ticket PROJ-123     start a session
    git session list                         who works on what
    git session search --ticket PROJ-123     find sessions again
    git session report ID                    what came out of one

Commit sessions with the work they belong to. Do not put secrets here.
)";

constexpr std::string_view gitignore =
    R"(# Litter of editors and systems; sessions themselves are tracked.
.DS_Store
Thumbs.db
desktop.ini
*~
*.swp
*.swo
.#*
\#*#
.idea/
.vscode/
# What git-session leaves when it is killed in the middle of a write.
.session-metadata.yaml.*
.promotion-metadata.yaml.*
.incoming-*
.unfinished-session/
)";

/// NAME stands for the script it replaces.
constexpr std::string_view launcher = R"(#!/usr/bin/env python3
"""Passes its arguments on to git-session. Made by: git session init --scripts"""
import os
import sys


def find_program(name):
    for directory in os.get_exec_path():
        program = os.path.join(directory, name)
        if os.path.isabs(directory) and os.path.isfile(program) and os.access(program, os.X_OK):
            return program
    return None


program = find_program("git-session")
if program is None:
    print("NAME: git-session is not installed, or not in PATH", file=sys.stderr)
    sys.exit(127)
os.execv(program, ["NAME.py", *sys.argv[1:]])
)";

/// The pattern language of .gitignore and .gitattributes.
std::string escape_pattern(std::string_view path) {
  std::string pattern;
  for (char c : path) {
    if (c == '*' || c == '?' || c == '[' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern;
}

/// A pattern with a blank or a quote stands in C quotes.
std::string quote_attribute_pattern(const std::string& pattern) {
  if (pattern.find_first_of(" \"") == pattern.npos) return pattern;
  std::string quoted = "\"";
  for (char c : pattern) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::string_view layout_readme() { return readme; }
std::string_view layout_gitignore() { return gitignore; }

std::string launcher_script(std::string_view name) {
  constexpr std::string_view placeholder = "NAME";
  std::string script(launcher);
  for (size_t at = script.find(placeholder); at != script.npos; at = script.find(placeholder, at))
    script.replace(at, placeholder.size(), name);
  return script;
}

namespace {

std::string attribute_pattern(std::string_view root, std::string_view below) {
  std::string pattern = escape_pattern(root) + std::string(below);
  // Such a first letter would make it a comment or a negation.
  if (pattern.starts_with('#') || pattern.starts_with('!')) pattern = "\\" + pattern;
  return quote_attribute_pattern(pattern);
}

}  // namespace

std::string tracking_lines(std::string_view root, bool at_top_level) {
  std::string lines = "# Sessions are tracked, whatever the lines above ignore.\n";
  if (!at_top_level) {
    for (const char* folder : {"sessions", "archive", "shared"})
      lines += std::string("!/") + folder + "/\n!/" + folder + "/**\n";
    return lines + std::string(layout_gitignore());
  }
  std::string above;
  const std::string pattern = "/" + escape_pattern(root);
  for (size_t slash = 0; slash != pattern.npos;) {
    slash = pattern.find('/', slash + 1);
    above = pattern.substr(0, slash);
    lines += "!" + above + "/\n";
  }
  lines += "!" + above + "/**\n";
  for (const std::string& line : split(gitignore, '\n')) {
    if (line.empty()) continue;
    lines += line.starts_with("# ") ? line + "\n" : above + "/**/" + line + "\n";
  }
  return lines;
}

std::string attributes_line(std::string_view root) {
  return attribute_pattern(root, "/**") + " linguist-generated gitlab-generated -text\n";
}

std::string merge_attributes_lines(std::string_view root) {
  std::string lines;
  for (std::string_view name : {metadata_file_name, ledger_file_name}) {
    lines += attribute_pattern(root, "/**/" + std::string(name)) + " merge=git-session\n";
  }
  return lines;
}

std::string search_ignore_line(std::string_view root) { return "/" + escape_pattern(root) + "/\n"; }

}  // namespace git_session
