#include "agents/agent_texts.h"

#include "agents/own_text.h"
#include "base/error.h"
#include "base/text.h"

namespace git_session::agents {
namespace {

constexpr std::string_view instructions = R"(## Work sessions

Documents that you make for people (reviews, analyses, plans, reports) belong in a work session of
`git session`, not loose in the tree.

- Look for earlier work first: `git session search --ticket KEY` or `--project WORD`, then
  `git session show ID`.
- `git session prime` says which session this is, where to write and how to name. When there is none:
  `git session create --reuse --project NAME --team TEAM`.
- Write into the folder that `git session current --path` prints, as `DATE_TIME_TOPIC_AGENT.md`:
  `2025-11-22_14-30-00_queue-review_cs-architect.md`.
- Subagents name the session and themselves: `git session add FILE --session ID --agent NAME`.
)";

constexpr std::string_view skill = R"(---
name: git-session
description: Finds earlier reviews, analyses, plans and reports about this code, and keeps new ones in the right work session. Use it at the start of a task, when somebody asks what is known about a ticket, branch or component, and before writing any document for people.
---

# Work sessions

Documents for people live in work sessions: folders that git tracks, one for each unit of work. A chat
is one run of an agent; many chats feed one session.

## Before you start: is there earlier work?

    git session prime                       # this session, the latest outputs, what matters on this branch
    git session search --ticket PROJ-123    # or --project WORD, --agent NAME, --since '3 months ago'
    git session list --branch BRANCH        # sessions; also --team, --sprint, --user
    git session show ID                     # what a session holds
    git session show ID:TOPIC               # read one of its outputs

Say what you build on instead of doing it again. `--json` gives every answer as data.

## Where to write

- `git session current --path` prints the folder. When there is no session (exit 3):
  `git session create --reuse --project NAME --team TEAM`.
- Name the file DATE_TIME_TOPIC_AGENT.md: `2025-11-22_14-30-00_queue-review_cs-architect.md`.
- Code and what the project ships go where they always go. Never write secrets into a session.

## Who made it

Hooks record what you write into the folder. Where there are none, or for a file from elsewhere:
`git session add FILE --agent NAME --type reviews` (or analysis, architecture, reports).

Subagents have their parent's chat: tell each of them the session's id and folder, and let it pass
`--session ID --agent ITS-NAME` to every command.

At the end `git session report` lists what came out, for the summary or a pull request.
)";

}  // namespace

std::string instruction_lines() { return with_digest(instructions); }
std::string import_line() { return "@AGENTS.md\n"; }

bool imports_agents_file(const std::string& text) {
  for (const std::string& line : split(text, '\n'))
    for (const std::string& word : split(trim(line), ' '))
      if (word == "@AGENTS.md" || word == "@./AGENTS.md") return true;
  return false;
}

std::string skill_text() { return with_digest(skill); }

WithOurPart with_skill(const std::optional<std::string>& text, const std::string& name) {
  if (text && !has_own_digest(*text))
    throw Error(ErrorKind::conflict, "'" + escape_line(name) + "' was written or edited by hand",
                "move it away, and repeat");
  const bool is_same = text && without_carriage_returns(*text) == skill_text();
  return {is_same ? *text : skill_text(), {}, {}};
}

WithoutOurPart without_skill(const std::string& text) {
  if (has_own_digest(text)) return std::nullopt;
  return text;
}

}  // namespace git_session::agents
