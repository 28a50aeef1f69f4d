current shows the session that other verbs work on, and how it was found. Here `create` set it.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ git session current
  Path: */current.t/repository/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c (glob)
  Session ID: 2025-11-22_feature-invoice-automation_a3f42c
  Source: pointer (set by create or use on branch feature/invoice-automation)
  Session: active, Invoice Automation
  $ git session current --id
  2025-11-22_feature-invoice-automation_a3f42c
  $ test "$(git session current --path)" = "$PWD/output/sessions/ada-lovelace/$id" && echo same
  same
  $ git session current --json | python3 -c '
  > import json, sys
  > root = json.load(sys.stdin)
  > print(root["schema"], root["source"], root["session_id"], root["status"]["current"])'
  1 pointer 2025-11-22_feature-invoice-automation_a3f42c active

Scripts cut the first line at its blank. In a folder whose name holds one, the path is relative.

  $ git session current | grep "Path:" | cut -d' ' -f2
  */current.t/repository/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c (glob)
  $ git worktree add --quiet -b feature/other "../my work" && cd "../my work"
  $ git session create -q --team product --project "Path: traps"
  2025-11-22_feature-other_a3f42c
  $ git session current
  Path: output/sessions/ada-lovelace/2025-11-22_feature-other_a3f42c
  Session ID: 2025-11-22_feature-other_a3f42c
  Source: pointer (set by create or use on branch feature/other)
  $ mkdir -p source/parts && cd source/parts
  $ git session current | cut -d' ' -f2 | head -n 1
  ../../output/sessions/ada-lovelace/2025-11-22_feature-other_a3f42c
  $ echo hello > "$(git session current | grep "Path:" | cut -d' ' -f2)/2025-11-22_x_cs-architect.md"
  $ cd ../../output/sessions/ada-lovelace && git session current | head -n 1
  Path: 2025-11-22_feature-other_a3f42c
  $ cd */ && git session current | head -n 1
  Path: .
  $ cd "$TESTDIR"/cramtests*/current.t/repository

Each worktree has a current session of its own, and it holds for the branch it was set on.

  $ git session current --id
  2025-11-22_feature-invoice-automation_a3f42c
  $ git checkout --quiet -b feature/next
  $ git session current
  git session: no current session for ada-lovelace on branch 'feature/next'
    2025-11-22_feature-invoice-automation_a3f42c
  hint: git session create starts one; git session use ID goes on with an open one
  [3]
  $ git session current --json | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["error"])'
  {'kind': 'no_session', 'message': "no current session for ada-lovelace on branch 'feature/next'", 'hint': 'git session create starts one; git session use ID goes on with an open one', 'candidates': [{'name': '2025-11-22_feature-invoice-automation_a3f42c'}]}
  $ git checkout --quiet feature/invoice-automation
  $ git session current --id
  2025-11-22_feature-invoice-automation_a3f42c

What is named goes first: an option, GIT_SESSION, CLAUDE_SESSION_DIR, the chat of an agent, the
folder we stand in.

  $ git checkout --quiet feature/next
  $ git session create -q --team product --project Second
  2025-11-22_feature-next_7b89de
  $ git session create -q --team product --project Third
  2025-11-22_feature-next_c19f03
  $ git session current --session "$id" | grep -e '^Session ID' -e Source
  Session ID: 2025-11-22_feature-invoice-automation_a3f42c
  Source: flag (named on the command line)
  $ GIT_SESSION=c19 git session current | grep -e '^Session ID' -e Source
  Session ID: 2025-11-22_feature-next_c19f03
  Source: env (from GIT_SESSION)
  $ CLAUDE_SESSION_DIR=output/sessions/ada-lovelace/$id git session current | grep -e '^Session ID' -e Source
  Session ID: 2025-11-22_feature-invoice-automation_a3f42c
  Source: env (from CLAUDE_SESSION_DIR)
  $ CLAUDE_CODE_SESSION_ID=chat-1 git session use -q c19f03
  $ git session use -q c4f88a
  git session: no session matches 'c4f88a'
  hint: git session list --all shows every session
  [1]
  $ CLAUDE_CODE_SESSION_ID=chat-1 git session current | grep -e '^Session ID' -e Source
  Session ID: 2025-11-22_feature-next_c19f03
  Source: agent (bound to this chat)
  $ (cd output/sessions/ada-lovelace/$id && git session current | grep -e '^Session ID' -e Source)
  Session ID: 2025-11-22_feature-invoice-automation_a3f42c
  Source: cwd (the working directory lies in it)
  $ git session current | grep -e '^Session ID' -e Source
  Session ID: 2025-11-22_feature-next_c19f03
  Source: pointer (set by create or use on branch feature/next)

A GIT_SESSION that means nothing is an error: work must not go to another session silently.

  $ GIT_SESSION=ffffff git session current
  git session: GIT_SESSION: no session matches 'ffffff'
  hint: unset GIT_SESSION, or set it to an id of git session list
  [1]
  $ GIT_SESSION=2025 git session current
  git session: GIT_SESSION: '2025' can mean 3 sessions
    2025-11-22_feature-invoice-automation_a3f42c
    2025-11-22_feature-next_7b89de
    2025-11-22_feature-next_c19f03
  hint: unset GIT_SESSION, or set it to an id of git session list
  [3]

CLAUDE_SESSION_DIR is exported once and rarely unset, so it gives way: to a session made or used
later, and when what it names is gone, over, or somewhere else.

  $ export CLAUDE_SESSION_DIR=$(git session current --path)
  $ git session create -q --team product --project Fourth
  2025-11-22_feature-next_c4f88a
  $ git session current | grep -e '^Session ID' -e Source
  Session ID: 2025-11-22_feature-next_c4f88a
  Source: pointer (set by create or use on branch feature/next)
  $ CLAUDE_SESSION_DIR=/nowhere git session current --id
  CLAUDE_SESSION_DIR is passed over: '/nowhere' is no folder of this repository
  2025-11-22_feature-next_c4f88a
  $ CLAUDE_SESSION_DIR=$PWD/output git session current --id
  CLAUDE_SESSION_DIR is passed over: '*/current.t/repository/output' is no session (glob)
  2025-11-22_feature-next_c4f88a
  $ sed -i 's/current: "active"/current: "closed"/' output/sessions/ada-lovelace/$id/.session-metadata.yaml
  $ CLAUDE_SESSION_DIR=$PWD/output/sessions/ada-lovelace/$id git session current --id
  CLAUDE_SESSION_DIR is passed over: '*/current.t/repository/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c' is closed (glob)
  2025-11-22_feature-next_c4f88a
  $ unset CLAUDE_SESSION_DIR

Without all that, your only open session of the branch is taken, and never just the latest of several.

  $ git session use --none
  No session is set in this worktree
  $ git session current
  git session: no current session: 3 are open on branch 'feature/next'
    2025-11-22_feature-next_c4f88a
    2025-11-22_feature-next_c19f03
    2025-11-22_feature-next_7b89de
  hint: git session use ID picks one
  [3]
  $ git checkout --quiet -b feature/single
  $ git session create -q --no-use --team product --project Single
  2025-11-22_feature-single_5d2e61
  $ git session current
  Path: */current.t/repository/output/sessions/ada-lovelace/2025-11-22_feature-single_5d2e61 (glob)
  Session ID: 2025-11-22_feature-single_5d2e61
  Source: unique (your only open session on branch feature/single)
  Session: active, Single

Both printed alone make no sense.

  $ git session current --path --id
  git session: --path and --id cannot both be printed alone
  [2]
