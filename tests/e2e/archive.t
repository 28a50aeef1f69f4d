git session archive moves a session out of the way, with its history, and restore brings it back.

  $ . "$TESTDIR/setup.sh"
  $ make_session --ticket PROJ-123
  $ echo "# Review" >output/sessions/ada-lovelace/$id/review.md
  $ git add output && git commit --quiet --message "Add a session"
  $ at 2025-12-01T09:00:00Z

Look first, then move:

  $ git session archive --dry-run --quiet
  Would archive: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/ -> output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  $ git session archive
  Archived: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/ -> output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  git session commit 2025-11-22_feature-invoice-automation_a3f42c records the move in git
  $ git diff -U0 | grep '^[+-] '
  -  current: "active"
  +  current: "archived"
  -  archived_at: null
  +  archived_at: "2025-12-01T09:00:00Z"

It is no longer the current session, and repeating is harmless:

  $ git session current
  git session: no current session for ada-lovelace on branch 'feature/invoice-automation'
  hint: git session create starts one
  [3]
  $ git session archive a3f42c
  Archived already: 2025-11-22_feature-invoice-automation_a3f42c

Git sees a move, so the history of each file goes on:

  $ git session commit a3f42c
  [feature/invoice-automation *] chore(session): archive Invoice Automation (glob)
  4 files of session 2025-11-22_feature-invoice-automation_a3f42c
  $ git log --follow --format=%s -- output/archive/ada-lovelace/*/review.md
  chore(session): archive Invoice Automation
  Add a session
  $ git status --short

The way back leaves the metadata as it was:

  $ git session restore a3f42c
  Restored: output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/ -> output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  git session commit 2025-11-22_feature-invoice-automation_a3f42c records the move in git
  $ git diff HEAD~1 --stat
  $ git session restore a3f42c
  Not archived: 2025-11-22_feature-invoice-automation_a3f42c

What was never committed is moved as well:

  $ make_session --ticket PROJ-124
  $ git session archive --quiet && ls -A output/archive/ada-lovelace/$id
  .session-metadata.yaml

Nothing is moved to where git would lose it, nor onto something else:

  $ echo archive/ >output/.gitignore
  $ git session archive a3f42c
  git session: git ignores 'output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c' (output/.gitignore:1:archive/)
  hint: change that rule, or move it all the same with --force
  [5]
  $ git session archive a3f42c --json
  {"schema":1,"error":{"kind":"refused","message":"git ignores 'output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c' (output/.gitignore:1:archive/)","hint":"change that rule, or move it all the same with --force","reason":"target-ignored"}}
  [5]
  $ rm output/.gitignore
  $ mkdir output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c
  $ git session archive output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c
  git session: 'output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c' exists already
  hint: look at both folders and rename one of them
  [1]
