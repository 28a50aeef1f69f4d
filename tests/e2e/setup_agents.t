setup connects agents to a repository: hooks, a skill, words in AGENTS.md or CLAUDE.md, the MCP server.
It shows first which lines it would put into which file. Here some of the files are there already.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ mkdir .claude && cat >.claude/settings.json <<END
  > {
  >     "permissions": { "allow": ["Bash(make:*)"] },
  >     "hooks": {
  >         "Stop": [ { "hooks": [ { "type": "command", "command": "say done" } ] } ]
  >     }
  > }
  > END
  $ printf '{"mcpServers":{"db":{"command":"db"}}}' >.mcp.json
  $ printf '# Rules\r\n\r\nBe kind.' >AGENTS.md
  $ git add --all && git commit --quiet --message "Settings"
  $ git session setup claude --dry-run
  make    output/sessions/.gitkeep
  make    output/archive/.gitkeep
  make    output/shared/promoted-to-confluence/.gitkeep
  make    output/shared/team-resources/marketing/.gitkeep
  make    output/shared/team-resources/product/.gitkeep
  make    output/shared/team-resources/engineering/.gitkeep
  make    output/shared/team-resources/delivery/.gitkeep
  make    output/README.md, 22 lines
  make    output/.gitignore, 16 lines
  make    .gitattributes
      +# >>> git-session >>>
      +output/** linguist-generated gitlab-generated -text
      +# <<< git-session <<<
  change  .claude/settings.json
       {
           "permissions": { "allow": ["Bash(make:*)"] },
           "hooks": {
      -        "Stop": [ { "hooks": [ { "type": "command", "command": "say done" } ] } ]
      +        "Stop": [ { "hooks": [ { "type": "command", "command": "say done" } ] }, {"hooks": [{"type": "command", "command": "! command -v git-session >/dev/null 2>&1 || git-session hook claude", "timeout": 20}]} ],
      +        "SessionStart": [
      +            {
      +                "hooks": [
      +                    {
      +                        "type": "command",
      +                        "command": "! command -v git-session >/dev/null 2>&1 || git-session hook claude",
      +                        "timeout": 10
      +                    }
      +                ]
      +            }
      +        ],
      +        "PostToolUse": [
      +            {
      +                "matcher": "Write|Edit|MultiEdit|NotebookEdit|Bash",
      +                "hooks": [
      +                    {
      +                        "type": "command",
      +                        "command": "! command -v git-session >/dev/null 2>&1 || git-session hook claude",
      +                        "timeout": 10
      +                    }
      +                ]
      +            }
      +        ],
      +        "SubagentStop": [
      +            {
      +                "hooks": [
      +                    {
      +                        "type": "command",
      +                        "command": "! command -v git-session >/dev/null 2>&1 || git-session hook claude",
      +                        "timeout": 20
      +                    }
      +                ]
      +            }
      +        ],
      +        "PreCompact": [
      +            {
      +                "hooks": [
      +                    {
      +                        "type": "command",
      +                        "command": "! command -v git-session >/dev/null 2>&1 || git-session hook claude",
      +                        "timeout": 10
      +                    }
      +                ]
      +            }
      +        ],
      +        "SessionEnd": [
      +            {
      +                "hooks": [
      +                    {
      +                        "type": "command",
      +                        "command": "! command -v git-session >/dev/null 2>&1 || git-session hook claude",
      +                        "timeout": 5
      +                    }
      +                ]
      +            }
      +        ]
           }
       }
  change  .mcp.json
      -{"mcpServers":{"db":{"command":"db"}}}
      +{"mcpServers":{"db":{"command":"db"},"git-session":{"command":"git-session","args":["mcp"]}}}
  make    .claude/skills/git-session/SKILL.md, 37 lines
  change  AGENTS.md
       # Rules\x0d
       \x0d
      -Be kind.
      +Be kind.\x0d
      +<!-- >>> git-session >>> -->\x0d
      +## Work sessions\x0d
      +\x0d
      +Documents that you make for people (reviews, analyses, plans, reports) belong in a work session of\x0d
      +`git session`, not loose in the tree.\x0d
      +\x0d
      +- Look for earlier work first: `git session search --ticket KEY` or `--project WORD`, then\x0d
      +  `git session show ID`.\x0d
      +- `git session prime` says which session this is, where to write and how to name. When there is none:\x0d
      +  `git session create --reuse --project NAME --team TEAM`.\x0d
      +- Write into the folder that `git session current --path` prints, as `DATE_TIME_TOPIC_AGENT.md`:\x0d
      +  `2025-11-22_14-30-00_queue-review_cs-architect.md`.\x0d
      +- Subagents name the session and themselves: `git session add FILE --session ID --agent NAME`.\x0d
      +<!-- git-session setup 52db8d48edc6f68a -->\x0d
      +<!-- <<< git-session <<< -->
  make    CLAUDE.md
      +<!-- >>> git-session >>> -->
      +@AGENTS.md
      +<!-- <<< git-session <<< -->
  .git/config:
    add: merge.git-session.name = session metadata, field by field
    add: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    add: output/**/.session-metadata.yaml merge=git-session
    add: output/**/.promotion-metadata.yaml merge=git-session
  Nothing was changed
  $ git status --short

Without a terminal it wants to be told that it may.

  $ git session setup claude >/dev/null
  git session: nobody is there to be asked
  hint: --yes goes on unasked, --dry-run only shows what would change
  [2]
  $ git session setup claude --yes --quiet
  $ git status --short --untracked-files=all
   M .claude/settings.json
   M .mcp.json
   M AGENTS.md
  ?? .claude/skills/git-session/SKILL.md
  ?? .gitattributes
  ?? CLAUDE.md
  ?? output/.gitignore
  ?? output/README.md
  ?? output/archive/.gitkeep
  ?? output/sessions/.gitkeep
  ?? output/shared/promoted-to-confluence/.gitkeep
  ?? output/shared/team-resources/delivery/.gitkeep
  ?? output/shared/team-resources/engineering/.gitkeep
  ?? output/shared/team-resources/marketing/.gitkeep
  ?? output/shared/team-resources/product/.gitkeep
  $ git diff --no-color .mcp.json AGENTS.md | cat -A | grep '^[-+]'
  --- a/.mcp.json$
  +++ b/.mcp.json$
  -{"mcpServers":{"db":{"command":"db"}}}$
  +{"mcpServers":{"db":{"command":"db"},"git-session":{"command":"git-session","args":["mcp"]}}}$
  --- a/AGENTS.md$
  +++ b/AGENTS.md$
  -Be kind.$
  +Be kind.^M$
  +<!-- >>> git-session >>> -->^M$
  +## Work sessions^M$
  +^M$
  +Documents that you make for people (reviews, analyses, plans, reports) belong in a work session of^M$
  +`git session`, not loose in the tree.^M$
  +^M$
  +- Look for earlier work first: `git session search --ticket KEY` or `--project WORD`, then^M$
  +  `git session show ID`.^M$
  +- `git session prime` says which session this is, where to write and how to name. When there is none:^M$
  +  `git session create --reuse --project NAME --team TEAM`.^M$
  +- Write into the folder that `git session current --path` prints, as `DATE_TIME_TOPIC_AGENT.md`:^M$
  +  `2025-11-22_14-30-00_queue-review_cs-architect.md`.^M$
  +- Subagents name the session and themselves: `git session add FILE --session ID --agent NAME`.^M$
  +<!-- git-session setup 52db8d48edc6f68a -->^M$
  +<!-- <<< git-session <<< -->$
  $ cat CLAUDE.md
  <!-- >>> git-session >>> -->
  @AGENTS.md
  <!-- <<< git-session <<< -->
  $ cat .claude/skills/git-session/SKILL.md
  ---
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
  <!-- git-session setup 22e05ddfc62f21b4 -->

It may be repeated, and a check in CI passes. (The last line of setup depends on how git-session was installed.)

  $ git session setup claude --yes 2>&1 | grep -v '^Completion'
  Everything is set up
  Claude Code: start it in this folder, trust the folder and its hooks, and allow the MCP server git-session when it asks; /hooks and /mcp show them later
  $ git add --all && git commit --quiet --message "Set up"
  $ git clone --quiet . ../clone && git -C ../clone session setup --check claude
  This clone has no merge driver: git session setup --merge-driver
  Everything is set up: claude

The hook lines say nothing where git-session is not installed.

  $ hook() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["hooks"]["SessionEnd"][0]["hooks"][0]["command"])' .claude/settings.json; }
  $ hook
  ! command -v git-session >/dev/null 2>&1 || git-session hook claude
  $ echo '{}' | PATH=/usr/bin:/bin sh -c "$(hook)"

What is missing is named. A line of ours that somebody changed is theirs now, and stays.

  $ sed -i 's/"timeout": 20/"timeout": 99/' .claude/settings.json && rm CLAUDE.md
  $ git session setup --check
  missing CLAUDE.md
  .claude/settings.json: hooks.SubagentStop calls git-session in words of its own, and stays
  .claude/settings.json: hooks.Stop calls git-session in words of its own, and stays
  warning: not everything is set up: git session setup claude
  [1]
  $ git session setup --yes 2>&1 | grep -v '^Completion'
  make    CLAUDE.md
      +<!-- >>> git-session >>> -->
      +@AGENTS.md
      +<!-- <<< git-session <<< -->
  .claude/settings.json: hooks.SubagentStop calls git-session in words of its own, and stays
  .claude/settings.json: hooks.Stop calls git-session in words of its own, and stays
  git session undo 2 takes the files back
  Commit these files, so that colleagues have them too
  Claude Code: start it in this folder, trust the folder and its hooks, and allow the MCP server git-session when it asks; /hooks and /mcp show them later
  $ git status --short && git checkout --quiet .claude/settings.json
   M .claude/settings.json

Other people's entries stay when they come later, and what we put in goes without a trace.

  $ python3 - <<END
  > import pathlib
  > path = pathlib.Path(".mcp.json")
  > path.write_text(path.read_text().replace('}}}', '},"later":{"command":"l"}}}'))
  > END
  $ echo "And be brief." >>AGENTS.md
  $ git session setup --remove --dry-run | grep -v '^    '
  Nothing was changed
  change  .claude/settings.json
  change  .mcp.json
  remove  .claude/skills/git-session/SKILL.md
  change  AGENTS.md
  remove  CLAUDE.md
  remove  .gitattributes
  remove  output/.gitignore
  remove  output/README.md
  remove  output/archive/.gitkeep
  remove  output/sessions/.gitkeep
  remove  output/shared/promoted-to-confluence/.gitkeep
  remove  output/shared/team-resources/delivery/.gitkeep
  remove  output/shared/team-resources/engineering/.gitkeep
  remove  output/shared/team-resources/marketing/.gitkeep
  remove  output/shared/team-resources/product/.gitkeep
  .git/config:
    remove: merge.git-session.name = session metadata, field by field
    remove: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    remove: output/**/.session-metadata.yaml merge=git-session
    remove: output/**/.promotion-metadata.yaml merge=git-session
  $ git session setup --remove --yes --quiet >/dev/null
  $ git diff --no-color HEAD~1 --stat
   .mcp.json | 2 +-
   AGENTS.md | 3 ++-
   2 files changed, 3 insertions(+), 2 deletions(-)
  $ git diff --no-color HEAD~1 | cat -A | grep '^[-+]'
  --- a/.mcp.json$
  +++ b/.mcp.json$
  -{"mcpServers":{"db":{"command":"db"}}}$
  +{"mcpServers":{"db":{"command":"db"},"later":{"command":"l"}}}$
  --- a/AGENTS.md$
  +++ b/AGENTS.md$
  -Be kind.$
  +Be kind.^M$
  +And be brief.$

`undo` takes the last change of the files back.

  $ git session undo --quiet && git session setup --check claude
  stale   AGENTS.md
  This clone has no merge driver: git session setup --merge-driver
  warning: not everything is set up: git session setup claude
  [1]
  $ git reset --quiet --hard HEAD~1 && git clean --quiet -fd && rm -r .git/session

A fresh tree is as it was, and so is one in which there were empty things.

  $ printf '{\n  "mcpServers": {\n  }\n}\n' >.mcp.json && printf '{"hooks":{"Stop":[]}}' >.claude/settings.json
  $ cp -R . ../before && git session setup claude codex cursor --yes --quiet >/dev/null
  $ git session setup --remove --yes --quiet >/dev/null
  $ diff -r --exclude=.git . ../before
  $ git config --get-regexp '^merge'; ls .git/info/attributes 2>/dev/null
  [2]

Codex and Cursor have files of their own. Both read AGENTS.md and the skill under .agents/.

  $ git init --quiet ../others && cd ../others
  $ git session setup codex cursor --yes 2>&1 | grep -v -e '^    ' -e '^Completion'
  make    output/sessions/.gitkeep
  make    output/archive/.gitkeep
  make    output/shared/promoted-to-confluence/.gitkeep
  make    output/shared/team-resources/marketing/.gitkeep
  make    output/shared/team-resources/product/.gitkeep
  make    output/shared/team-resources/engineering/.gitkeep
  make    output/shared/team-resources/delivery/.gitkeep
  make    output/README.md, 22 lines
  make    output/.gitignore, 16 lines
  make    .gitattributes
  make    .codex/hooks.json
  make    .codex/config.toml
  make    .agents/skills/git-session/SKILL.md, 37 lines
  make    AGENTS.md
  make    .cursor/hooks.json
  make    .cursor/mcp.json
  .git/config:
    add: merge.git-session.name = session metadata, field by field
    add: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    add: output/**/.session-metadata.yaml merge=git-session
    add: output/**/.promotion-metadata.yaml merge=git-session
  git session undo 1 takes the files back
  Commit these files, so that colleagues have them too
  Codex: trust this project when it asks, then type /hooks and trust those of git-session: until then it skips them without a word
  Cursor: trust this workspace, and switch the MCP server git-session on in its settings
  $ cat .codex/config.toml .cursor/mcp.json
  # >>> git-session >>>
  [mcp_servers.git-session]
  command = "git-session"
  args = ["mcp"]
  # <<< git-session <<<
  {
    "mcpServers": {
      "git-session": {
        "command": "git-session",
        "args": [
          "mcp"
        ]
      }
    }
  }
  $ git session setup --remove codex --yes | grep -v '^    '
  git session undo 2 takes the files back
  remove  .codex/hooks.json
  remove  .codex/config.toml
  $ git session setup --check
  Everything is set up: cursor
  $ git session setup --remove --yes --quiet >/dev/null; ls -A
  .git

What cannot be edited without touching more is left and named; the rest is done.

  $ git init --quiet ../odd && cd ../odd && mkdir -p .claude/skills/git-session
  $ printf '{\n  // my hooks\n  "hooks": {}\n}\n' >.claude/settings.json
  $ echo '{"mcpServers": [], "mcpServers": {}}' >.mcp.json
  $ echo "My own words" >.claude/skills/git-session/SKILL.md
  $ echo "# >>> git-session >>>" >.gitsession; echo "<!-- >>> git-session >>> -->" >CLAUDE.md
  $ git session setup claude --team engineering --yes --quiet
  warning: left as it is: '.claude/settings.json' is not JSON: it has a comment, which JSON does not know, line 2
  warning: left as it is: '.mcp.json' has the key 'mcpServers' twice, line 1
  warning: left as it is: '.claude/skills/git-session/SKILL.md' was written or edited by hand; move it away, and repeat
  warning: left as it is: CLAUDE.md: the block of git-session has no end, line 1; remove the lines of git-session from CLAUDE.md and repeat
  warning: left as it is: .gitsession: the block of git-session has no end, line 1; remove the lines of git-session from .gitsession and repeat
  [4]
  $ git session setup claude --check --quiet
  left    '.claude/settings.json' is not JSON: it has a comment, which JSON does not know, line 2
  left    '.mcp.json' has the key 'mcpServers' twice, line 1
  left    '.claude/skills/git-session/SKILL.md' was written or edited by hand; move it away, and repeat
  left    CLAUDE.md: the block of git-session has no end, line 1; remove the lines of git-session from CLAUDE.md and repeat
  warning: not everything is set up: git session setup claude
  [1]
  $ echo precious >../precious && rm .mcp.json CLAUDE.md && ln -s ../precious .mcp.json && ln -s ../precious CLAUDE.md
  $ git session setup claude --yes --quiet
  warning: left as it is: '.claude/settings.json' is not JSON: it has a comment, which JSON does not know, line 2
  warning: left as it is: '*/odd/.mcp.json' is or passes through a symbolic link (glob)
  warning: left as it is: '.claude/skills/git-session/SKILL.md' was written or edited by hand; move it away, and repeat
  warning: left as it is: '*/odd/CLAUDE.md' is or passes through a symbolic link (glob)
  [4]
  $ cat ../precious
  precious
  $ git session setup --remove --yes --quiet
  warning: left as it is: .gitsession: the block of git-session has no end, line 1; remove the lines of git-session from .gitsession and repeat
  [4]

What somebody wired up in words of their own stays, and is not doubled.

  $ git init --quiet ../own && cd ../own && mkdir .claude
  $ echo '{"mcpServers": {"git-session": {"command": "/opt/git-session", "args": ["mcp"]}}}' >.mcp.json
  $ echo '{"hooks": {"Stop": [{"hooks": [{"type": "command", "command": "git session hook claude --quiet"}]}]}}' >.claude/settings.json
  $ cp -R . ../own-before && git session setup claude --yes --quiet; cat .mcp.json
  {"mcpServers": {"git-session": {"command": "/opt/git-session", "args": ["mcp"]}}}
  $ git session setup --remove --yes --quiet >/dev/null; diff -r --exclude=.git . ../own-before

CLAUDE.md that brings AGENTS.md in needs nothing; with words of its own it gets ours.

  $ git init --quiet ../words && cd ../words
  $ echo "See @AGENTS.md" >CLAUDE.md && git session setup claude --yes --quiet && cat CLAUDE.md && head -n 2 AGENTS.md
  See @AGENTS.md
  <!-- >>> git-session >>> -->
  ## Work sessions
  $ git session setup --remove --yes --quiet >/dev/null && rm CLAUDE.md && ln -s AGENTS.md CLAUDE.md && echo "# Us" >AGENTS.md
  $ git session setup claude --yes --quiet && grep -c 'Work sessions' AGENTS.md && readlink CLAUDE.md
  1
  AGENTS.md
  $ git session setup --remove --yes --quiet >/dev/null && rm CLAUDE.md && mv AGENTS.md CLAUDE.md
  $ git session setup claude --yes --quiet && ls *.md && grep -c 'Work sessions' CLAUDE.md
  CLAUDE.md
  1

On a terminal it asks, once, for what everybody's sessions get; what is set is not asked for.

  $ git init --quiet ../asked && cd ../asked
  $ answers() { printf '%s\n' "$@" | script --quiet --return --command "git session setup" /dev/null | tr -d '\r' | grep -oE "(Team|Project) of [^:]*:|Make these.*:|git session undo.*"; }
  $ answers engineering 'Billing "v2"' n
  Team of everybody here, for .gitsession; empty for none (marketing, product, engineering, delivery):
  Project of everybody here, for .gitsession; empty for none:
  Make these changes? [y/N]:
  $ ls -A
  .git
  $ answers engineering 'Billing "v2"' y
  Team of everybody here, for .gitsession; empty for none (marketing, product, engineering, delivery):
  Project of everybody here, for .gitsession; empty for none:
  Make these changes? [y/N]:
  git session undo 1 takes the files back
  $ cat .gitsession
  # >>> git-session >>>
  [session]
  \tteam = "engineering" (esc)
  \tproject = "Billing \\"v2\\"" (esc)
  # <<< git-session <<<
  $ git session config | grep -E '^session.(team|project)\b'
  session.team\tengineering\tcommitted\tfile:.gitsession (esc)
  session.project\tBilling "v2"\tcommitted\tfile:.gitsession (esc)
  $ answers y
  [1]
  $ git session setup --project Payments --yes --quiet >/dev/null && cat .gitsession
  # >>> git-session >>>
  [session]
  \tteam = "engineering" (esc)
  \tproject = "Payments" (esc)
  # <<< git-session <<<
  $ git session setup --team sales --yes
  git session: there is no team 'sales'; there are marketing, product, engineering, delivery
  hint: git config session.teams marketing,product,engineering,delivery,sales makes it one
  [2]
  $ git session setup --remove --yes --quiet >/dev/null; ls -A
  .git

So does what somebody changed in our blocks, the skill or the hooks, with a word; all the rest goes.

  $ git init --quiet ../edited && cd ../edited && git session setup claude codex --yes --quiet
  $ sed -i '/Work sessions/a And mind the gap.' AGENTS.md && echo More >>.claude/skills/git-session/SKILL.md
  $ sed -i 's/mcp"]/mcp", "--quiet"]/' .codex/config.toml && sed -i 's/"timeout": 5/"timeout": 50/' .claude/settings.json
  $ cp -R . ../edited-before && git session setup claude codex --yes --quiet
  warning: left as it is: '.claude/skills/git-session/SKILL.md' was written or edited by hand; move it away, and repeat
  warning: left as it is: the block of git-session in 'AGENTS.md' was edited by hand; move what is yours out of it and remove the rest, or all of it, and repeat
  warning: left as it is: the block of git-session in '.codex/config.toml' was edited by hand; move what is yours out of it and remove the rest, or all of it, and repeat
  [4]
  $ diff -r --exclude=.git . ../edited-before
  $ git session setup --remove --yes | grep -v '^    '
  warning: left as it is: '.claude/skills/git-session/SKILL.md' was written or edited by hand; move it away, and repeat
  warning: left as it is: the block of git-session in 'AGENTS.md' was edited by hand; move what is yours out of it and remove the rest, or all of it, and repeat
  warning: left as it is: the block of git-session in '.codex/config.toml' was edited by hand; move what is yours out of it and remove the rest, or all of it, and repeat
  .claude/settings.json: hooks.SessionEnd calls git-session in words of its own, and stays
  git session undo 2 takes the files back
  change  .claude/settings.json
  remove  .mcp.json
  remove  CLAUDE.md
  remove  .codex/hooks.json
  remove  .agents/skills/git-session/SKILL.md
  remove  .gitattributes
  remove  output/.gitignore
  remove  output/README.md
  remove  output/archive/.gitkeep
  remove  output/sessions/.gitkeep
  remove  output/shared/promoted-to-confluence/.gitkeep
  remove  output/shared/team-resources/delivery/.gitkeep
  remove  output/shared/team-resources/engineering/.gitkeep
  remove  output/shared/team-resources/marketing/.gitkeep
  remove  output/shared/team-resources/product/.gitkeep
  .git/config:
    remove: merge.git-session.name = session metadata, field by field
    remove: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    remove: output/**/.session-metadata.yaml merge=git-session
    remove: output/**/.promotion-metadata.yaml merge=git-session
  $ find . -name .git -prune -o -type f -print
  ./.codex/config.toml
  ./AGENTS.md
  ./.claude/skills/git-session/SKILL.md
  ./.claude/settings.json
  $ grep -c 'git-session hook' .claude/settings.json
  1

For programs:

  $ git init --quiet ../programs && cd ../programs
  $ git session setup codex --yes --json 2>/dev/null | python3 -c '
  > import json, sys
  > plan = json.load(sys.stdin)
  > print(plan["changed"], plan["operation"], plan["left"], plan["notes"])
  > for change in plan["changes"]: print(change["action"], change["state"], change["file"])
  > for step in plan["next"]: print(step["text"])'
  True 1 [] []
  make missing output/sessions/.gitkeep
  make missing output/archive/.gitkeep
  make missing output/shared/promoted-to-confluence/.gitkeep
  make missing output/shared/team-resources/marketing/.gitkeep
  make missing output/shared/team-resources/product/.gitkeep
  make missing output/shared/team-resources/engineering/.gitkeep
  make missing output/shared/team-resources/delivery/.gitkeep
  make missing output/README.md
  make missing output/.gitignore
  make missing .gitattributes
  make missing .codex/hooks.json
  make missing .codex/config.toml
  make missing .agents/skills/git-session/SKILL.md
  make missing AGENTS.md
  add missing .git/config
  add missing .git/config
  add missing .git/info/attributes
  add missing .git/info/attributes
  Codex: trust this project when it asks, then type /hooks and trust those of git-session: until then it skips them without a word
  $ git session setup --check --json codex
  {"schema":1,"changed":false,"operation":null,"changes":[],"left":[],"notes":[],"next":[]}
  Everything is set up: codex
  $ git session setup cursor --json
  {"schema":1,"error":{"kind":"usage","message":"nobody is there to be asked","hint":"--yes goes on unasked, --dry-run only shows what would change"}}
  [2]
  $ git session setup vim
  git session: 'vim' is no AGENT
  hint: it is one of: claude, codex, cursor
  [2]
  $ git session setup --team x --check
  git session: --team goes with setting up
  [2]
