env prints what a shell needs so that programs can write into the session.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ git session env
  export CLAUDE_SESSION_DIR=*/env.t/repository/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c (glob)
  $ eval "$(git session env)"
  $ echo "# Plan" > $CLAUDE_SESSION_DIR/2025-11-22_09-00-00_plan_cs-architect.md
  $ ls output/sessions/ada-lovelace/*/
  2025-11-22_09-00-00_plan_cs-architect.md

A folder with blanks and quotes is quoted; fish has words of its own.

  $ mkdir "it's mine" && cd "it's mine"
  $ make_repository repository feature/quotes
  $ git session create -q --team engineering --project Quotes
  2025-11-22_feature-quotes_a3f42c
  $ git session env
  export CLAUDE_SESSION_DIR='*/env.t/repository/it'\''s mine/repository/output/sessions/ada-lovelace/2025-11-22_feature-quotes_a3f42c' (glob)
  $ git session env --shell fish
  set -gx CLAUDE_SESSION_DIR '*/env.t/repository/it\'s mine/repository/output/sessions/ada-lovelace/2025-11-22_feature-quotes_a3f42c' (glob)
  $ SHELL=/usr/bin/fish git session env
  set -gx CLAUDE_SESSION_DIR '*/env.t/repository/it\'s mine/repository/output/sessions/ada-lovelace/2025-11-22_feature-quotes_a3f42c' (glob)
  $ SHELL=/usr/bin/fish git session env --shell zsh
  export CLAUDE_SESSION_DIR='*/env.t/repository/it'\''s mine/repository/output/sessions/ada-lovelace/2025-11-22_feature-quotes_a3f42c' (glob)
  $ unset CLAUDE_SESSION_DIR; eval "$(git session env)" && test -d "$CLAUDE_SESSION_DIR" && echo there
  there
  $ git session env --json | python3 -c '
  > import json, sys
  > print(list(json.load(sys.stdin)["environment"]))'
  ['CLAUDE_SESSION_DIR']

Another session can be named. Without one, nothing is printed on stdout.

  $ git session create -q --team engineering --project Second
  2025-11-22_feature-quotes_7b89de
  $ git session env a3f42c
  export CLAUDE_SESSION_DIR='*/env.t/repository/it'\''s mine/repository/output/sessions/ada-lovelace/2025-11-22_feature-quotes_a3f42c' (glob)
  $ git session env --shell tcsh
  git session: 'tcsh' is no value for --shell
  hint: --shell takes one of: bash, zsh, fish, sh
  [2]
  $ unset CLAUDE_SESSION_DIR
  $ git checkout --quiet main
  $ eval "$(git session env 2>complaint)"; cat complaint
  git session: no current session for ada-lovelace on branch 'main'
    2025-11-22_feature-quotes_a3f42c
    2025-11-22_feature-quotes_7b89de
  hint: git session create starts one; git session use ID goes on with an open one
  $ git session env
  git session: no current session for ada-lovelace on branch 'main'
    2025-11-22_feature-quotes_a3f42c
    2025-11-22_feature-quotes_7b89de
  hint: git session create starts one; git session use ID goes on with an open one
  [3]
