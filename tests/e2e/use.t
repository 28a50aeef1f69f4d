use makes another open session the current one. Any unambiguous part of the id will do.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ git session create -q --team engineering --project "Second look"
  2025-11-22_feature-invoice-automation_7b89de
  $ git session use a3f42c
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  $ git session current --id
  2025-11-22_feature-invoice-automation_a3f42c
  $ git session use 2025-11-22_feature-invoice-automation_7b
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_7b89de
  $ git session use 2025-11-22
  git session: '2025-11-22' can mean 2 sessions
    2025-11-22_feature-invoice-automation_7b89de
    2025-11-22_feature-invoice-automation_a3f42c
  hint: name one of them in full
  [3]
  $ git session use ffffff
  git session: no session matches 'ffffff'
  hint: git session list --all shows every session
  [1]
  $ git session use
  git session: which session?
  hint: git session use ID, or --none
  [2]
  $ git session use --none a3f42c
  git session: --none takes no session
  [2]
  $ git session use a3f42c --json | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["session_id"])'
  2025-11-22_feature-invoice-automation_a3f42c

`--none` forgets it.

  $ git session create -q --team engineering --project "Third look"
  2025-11-22_feature-invoice-automation_c19f03
  $ git session use --none
  No session is set in this worktree
  $ git session current
  git session: no current session: 3 are open on branch 'feature/invoice-automation'
    2025-11-22_feature-invoice-automation_c19f03
    2025-11-22_feature-invoice-automation_a3f42c
    2025-11-22_feature-invoice-automation_7b89de
  hint: git session use ID picks one
  [3]
  $ git session use --none
  No session is set in this worktree

A session that is over takes no work.

  $ git session use -q a3f42c
  $ sed -i 's/current: "active"/current: "closed"/' "$(metadata_of $id)"
  $ git session use a3f42c
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is closed
  hint: git session reopen 2025-11-22_feature-invoice-automation_a3f42c
  [5]
  $ git session use a3f42c --json | grep -o '"reason.*'
  "reason":"session-closed"}}
  $ mkdir -p output/archive/ada-lovelace && mv output/sessions/ada-lovelace/*_7b89de output/archive/ada-lovelace
  $ git session use 7b89de
  git session: session '2025-11-22_feature-invoice-automation_7b89de' is archived
  hint: git session restore 2025-11-22_feature-invoice-automation_7b89de
  [5]

An agent's chat keeps its session while other chats use others.

  $ git session create -q --team engineering --project "For an agent"
  2025-11-22_feature-invoice-automation_c4f88a
  $ CLAUDE_CODE_SESSION_ID=chat-1 git session use -q c19f03
  $ CLAUDE_CODE_SESSION_ID=chat-2 git session use -q c4f88a
  $ CLAUDE_CODE_SESSION_ID=chat-1 git session current --id
  2025-11-22_feature-invoice-automation_c19f03
  $ CLAUDE_CODE_SESSION_ID=chat-1 git session use --none
  No session is set in this worktree
  $ CLAUDE_CODE_SESSION_ID=chat-1 git session current --id
  git session: no current session: 2 are open on branch 'feature/invoice-automation'
    2025-11-22_feature-invoice-automation_c4f88a
    2025-11-22_feature-invoice-automation_c19f03
  hint: git session use ID picks one
  [3]

What is stronger stays so, and is said: GIT_SESSION, and the folder we stand in.

  $ GIT_SESSION=c19f03 git session use c4f88a
  warning: 2025-11-22_feature-invoice-automation_c19f03 stays current here: from GIT_SESSION
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_c4f88a
  $ GIT_SESSION=ffffff git session use c4f88a
  warning: GIT_SESSION: no session matches 'ffffff'
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_c4f88a
  $ (cd output/sessions/ada-lovelace/*_c19f03 && git session use c4f88a)
  warning: 2025-11-22_feature-invoice-automation_c19f03 stays current here: the working directory lies in it
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_c4f88a

Where the git directory cannot be written, a shell can still be told.

  $ mv .git/session .git/session.aside && touch .git/session
  $ git session use c19f03
  git session: the git directory cannot be written
  hint: eval "$(git session env --session 2025-11-22_feature-invoice-automation_c19f03)"
  [1]
