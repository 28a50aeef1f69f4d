Repositories of every shape: what works works as anywhere, what cannot is refused with a way out.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ git session commit >/dev/null

Not a repository, a git directory, a bare one, one that is gone:

  $ (mkdir ../none && cd ../none && git session list) 2>&1 | sed "s#'.*/#'#"
  git session: 'none' is not in a git repository
  hint: git init
  $ (cd .git && git session list) 2>&1 | sed "s#'.*/#'#"
  git session: '.git' is inside a git directory, not in a work tree
  hint: change to the work tree first
  $ (git init --quiet --bare ../bare.git && cd ../bare.git && git session create --project P --team engineering)
  git session: this is a bare repository; sessions need a work tree
  hint: git worktree add ../worktree
  [5]
  $ (mkdir ../gone && cd ../gone && rmdir ../gone && git-session list)
  git session: the working directory is gone
  hint: cd to a repository
  [1]

Another's repository, as git sees it:

  $ GIT_TEST_ASSUME_DIFFERENT_OWNER=1 git session list 2>&1 | sed "s#$PWD#TOP#"
  git session: git: detected dubious ownership in repository at 'TOP'
  hint: git config --global --add safe.directory TOP

Files and pipes in the place of the folders of all sessions, of a user and of a session hold nobody up:

  $ put_in_place() { rm -rf "$2"; if [ "$1" = pipe ]; then mkfifo "$2"; else echo x >"$2"; fi; }
  $ for kind in file pipe; do
  >   for place in output output/sessions output/archive output/sessions/ada-lovelace output/sessions/ada-lovelace/$id; do
  >     echo "-- $place"; put_in_place $kind $place
  >     for command in 'list --all' doctor status 'create --team engineering --project P --quiet'; do
  >       timeout 20 git session $command >../said 2>&1; echo "${command%% *}: $?"; sed "s#$PWD#TOP#;/^hint: git s\|:.*]$/!d" ../said
  >     done; rm -rf output; git checkout -q .
  >   done >../in-place-of-$kind
  > done; cat ../in-place-of-file; diff ../in-place-of-file ../in-place-of-pipe
  -- output
  list: 5
  hint: git session doctor lists what is out of place
  doctor: 1
  output: error: a folder belongs here [not-a-directory]
  status: 5
  hint: git session doctor lists what is out of place
  create: 5
  hint: git session doctor lists what is out of place
  -- output/sessions
  list: 5
  hint: git session doctor lists what is out of place
  doctor: 1
  output/sessions: error: a folder belongs here [not-a-directory]
  TOP/.git/session/current: note: the current session 'ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c' is gone [dangling-pointer]
  status: 5
  hint: git session doctor lists what is out of place
  create: 5
  hint: git session doctor lists what is out of place
  -- output/archive
  list: 5
  hint: git session doctor lists what is out of place
  doctor: 1
  output/archive: error: a folder belongs here [not-a-directory]
  status: 0
  create: 5
  hint: git session doctor lists what is out of place
  -- output/sessions/ada-lovelace
  list: 0
  doctor: 1
  output/sessions/ada-lovelace: error: a folder belongs here [not-a-directory]
  TOP/.git/session/current: note: the current session 'ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c' is gone [dangling-pointer]
  status: 5
  hint: git session doctor lists what is out of place
  create: 5
  hint: git session doctor lists what is out of place
  -- output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c
  list: 0
  doctor: 1
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c: error: a folder belongs here [not-a-directory]
  TOP/.git/session/current: note: the current session 'ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c' is gone [dangling-pointer]
  status: 0
  create: 1
  $ git session use --quiet $id

Without a commit, and without a branch:

  $ (git init --quiet ../unborn && cd ../unborn && git session create --project P --team engineering --quiet && git session commit | tail -1 && git session archive --quiet)
  2025-11-22_main_a3f42c
  1 file of session 2025-11-22_main_a3f42c
  $ (git checkout --quiet --detach && git session create --project P --team engineering --quiet && git session current | grep branch; git checkout --quiet -)
  2025-11-22_detached-3a77c7c_7b89de
  Source: pointer (set by create or use on branch detached-3a77c7c)

A linked worktree has its own current session:

  $ git worktree add --quiet ../linked -b linked
  $ (cd ../linked && git session create --project Linked --team engineering --quiet && git session list | cut -f7 && git session current | grep Session:)
  2025-11-22_linked_7b89de
  Invoice Automation
  Linked
  Session: active, Linked
  $ git session list | cut -f7
  P
  Invoice Automation
  $ git session current | grep Session:
  Session: active, Invoice Automation

In a submodule sessions are the submodule's:

  $ git init --quiet ../library && git -C ../library commit --quiet --allow-empty --message x
  $ git -c protocol.file.allow=always submodule --quiet add ../library library
  $ (cd library && git session create --project Library --team engineering --quiet && git session status | grep submodule) | sed "s#$PWD#TOP#"
  2025-11-22_main_a3f42c
    Sessions here belong to this submodule of TOP
  $ git session list | cut -f7
  P
  Invoice Automation
  $ git rm -qf library .gitmodules && rm -rf library

GIT_DIR alone says nothing about the top level, so nothing is written there:

  $ (mkdir ../aside && cd ../aside && GIT_DIR=../repository/.git git session create --project P --team engineering 2>&1 | sed "s#'.*/#'#"; ls -A)
  git session: GIT_DIR is set, and nothing shows that 'aside' is the top level of a checkout
  hint: set GIT_WORK_TREE to it, or unset GIT_DIR

In a hook git's variables are set; what they name is kept:

  $ printf '#!/bin/sh\ngit session list | cut -f7 && git session list --json >/dev/null && git session status >/dev/null\n' >.git/hooks/pre-commit
  $ chmod +x .git/hooks/pre-commit && echo x >x && git add x && git commit --quiet --message x; rm .git/hooks/pre-commit
  P
  Invoice Automation
  $ cp .git/index ../index && GIT_INDEX_FILE=$PWD/../index git session status | head -1; git status --short
  Session 2025-11-22_feature-invoice-automation_a3f42c (active)
  ?? output/sessions/ada-lovelace/2025-11-22_detached-3a77c7c_7b89de/

What sparse checkout leaves out is listed, found and looked at, never missing, and not written:

  $ echo x >output/sessions/ada-lovelace/$id/x.md && git session commit >/dev/null
  $ for mode in --cone --no-cone; do
  >   git sparse-checkout set $mode src; ls
  >   git session list | cut -f1,3,8; git session search --project Invoice | cut -f1; git session list --json | jq -c '.sessions[].outputs[] | [.file, .exists]'
  >   git session doctor 2>/dev/null
  >   git session archive $id
  >   git session commit $id
  >   git status --short; git sparse-checkout disable
  > done
  warning: directory 'output/' contains untracked files, but is not in the sparse-checkout cone
  README.md
  output
  x
  2025-11-22_detached-3a77c7c_7b89de\tactive\t0 (esc)
  2025-11-22_feature-invoice-automation_a3f42c\tactive\t1 (esc)
  2025-11-22_feature-invoice-automation_a3f42c
  ["x.md",true]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/x.md: warning: nobody listed this file [unlisted-output]
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is kept out of the work tree by sparse checkout
  hint: git sparse-checkout add output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is kept out of the work tree by sparse checkout
  hint: git sparse-checkout add output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c
  ?? output/sessions/ada-lovelace/2025-11-22_detached-3a77c7c_7b89de/
  output
  2025-11-22_detached-3a77c7c_7b89de\tactive\t0 (esc)
  2025-11-22_feature-invoice-automation_a3f42c\tactive\t1 (esc)
  2025-11-22_feature-invoice-automation_a3f42c
  ["x.md",true]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/x.md: warning: nobody listed this file [unlisted-output]
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is kept out of the work tree by sparse checkout
  hint: git sparse-checkout add output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is kept out of the work tree by sparse checkout
  hint: git sparse-checkout add output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c
  ?? output/sessions/ada-lovelace/2025-11-22_detached-3a77c7c_7b89de/

What git does not know moves along, also where the archive is kept out of the work tree:

  $ echo precious >output/sessions/ada-lovelace/$id/new.md && mkdir output/sessions/ada-lovelace/$id/drafts
  $ git sparse-checkout set --cone output/sessions 2>/dev/null
  $ git session archive --quiet $id && cat output/archive/ada-lovelace/$id/new.md && ls -d output/archive/ada-lovelace/$id/drafts
  precious
  output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/drafts
  $ git ls-files output | cut -d/ -f2,4-
  archive/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  archive/2025-11-22_feature-invoice-automation_a3f42c/x.md
  $ git session restore --quiet $id && cat output/sessions/ada-lovelace/$id/new.md
  precious
  $ git ls-files output | cut -d/ -f2,4-; git diff --cached --stat
  sessions/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  sessions/2025-11-22_feature-invoice-automation_a3f42c/x.md
  $ git sparse-checkout disable; rm -r output/sessions/ada-lovelace/$id/new.md output/sessions/ada-lovelace/$id/drafts

An ignored folder is said when it is made, and nothing is forced into git:

  $ echo output/ >.gitignore && git session create --project Ignored --team engineering 2>&1 | grep -i ignore
  warning: git ignores this session (.gitignore:1:output/): it cannot be committed
  $ git session commit
  Nothing to commit in 2025-11-22_feature-invoice-automation_c19f03
  $ rm .gitignore
