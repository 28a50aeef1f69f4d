git session undo gives back every file that a verb changed, byte for byte.

  $ . "$TESTDIR/setup.sh"
  $ make_repository repository feature/invoice-automation
  $ files() { find . -path ./.git -prune -o -type f -printf '%m %p ' -exec sha256sum {} \; | sort; }

Nothing was done yet:

  $ git session undo
  git session: there is nothing to undo
  hint: git session undo --list
  [1]
  $ git session undo --list
  Nothing was changed in the last 30 days

  $ make_session
  $ mkdir docs && printf '# Plan\n' >docs/plan.md && chmod 640 docs/plan.md
  $ git add docs && git commit --quiet --message "Plan" && files >../before
  $ git session add docs/plan.md --move --topic plan --agent cs-architect | sed 's/2025.*_plan/*_plan/'
  Added: *_plan_cs-architect.md
  Removed: docs/plan.md
  $ git session update --ticket PROJ-123 --quiet

Each verb that changed a file is there for 30 days, the newest first:

  $ git session undo --list | sed 's/2025-11-22_[^/]*[/]/*\//'
  3\t2025-11-22T08:15:30Z\tupdate\t\toutput/sessions/ada-lovelace/*/.session-metadata.yaml (esc)
  2\t2025-11-22T08:15:30Z\tadd\t\toutput/sessions/ada-lovelace/*/2025-11-22_08-15-30_plan_cs-architect.md +2 (esc)
  1\t2025-11-22T08:15:30Z\tcreate\t\toutput/sessions/ada-lovelace/*/.session-metadata.yaml (esc)

Look first; undo takes back the last one, and repeated the one before:

  $ git session undo --dry-run
  Would undo operation 3 (update)
    rewrite  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git session undo
  Undone: operation 3 (update)
    rewrite  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  git session undo 4 does it again
  $ git session undo
  Undone: operation 2 (add)
    restore  docs/plan.md
    rewrite  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
    remove   output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_plan_cs-architect.md
  git session undo 5 does it again
  $ files | diff ../before - && git status --short
  ?? output/
  $ git session undo --list | cut -f1,3,4
  5\tundo\tundoes 2 (esc)
  4\tundo\tundoes 3 (esc)
  3\tupdate\tundone (esc)
  2\tadd\tundone (esc)
  1\tcreate\t (esc)

An undo is undone by its number. What was undone already is not undone again:

  $ git session undo 5
  Undone: operation 5 (undo)
    restore  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_plan_cs-architect.md
    rewrite  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
    remove   docs/plan.md
  git session undo 6 does it again
  $ ls; ls output/sessions/*/* | sed 's/2025.*_plan/*_plan/'
  README.md
  output
  *_plan_cs-architect.md
  $ git session undo 2 --quiet && git session undo 2
  git session: operation 2 is undone already
  hint: git session undo --list
  [5]

Where a file has changed since, nothing is done and the file is named. --force undoes all the same; what
was there is kept, so that this can be undone too:

  $ git session update --epic PROJ-7 --quiet
  $ sed -i 's/PROJ-7/PROJ-8/' $(metadata_of)
  $ git session undo
  git session: 'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml' changed after operation 8 (update); nothing was done
  hint: git session undo 8 --force undoes it all the same, and can be undone
  [5]
  $ git session undo --json
  {"schema":1,"error":{"kind":"refused","message":"'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml' changed after operation 8 (update); nothing was done","hint":"git session undo 8 --force undoes it all the same, and can be undone","reason":"changed-since"}}
  [5]
  $ git session undo --force --quiet && grep epic $(metadata_of)
    epic: ""
  $ git session undo 9 --quiet && grep epic $(metadata_of)
    epic: "PROJ-8"
  $ sed -i 's/PROJ-8/PROJ-7/' $(metadata_of) && git session undo 8 --quiet

A session that was moved goes back, and git's index follows:

  $ git session commit --quiet 2>/dev/null
  $ git session archive --quiet 2>/dev/null && git status --short | cut -c1-3
  RM 
  $ git session undo
  Undone: operation 12 (archive)
    rewrite  output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
    move     output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/ -> output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  git session undo 13 does it again
  $ git status --short

The session is there again, but nobody made it the current one. It still is the only one here:

  $ git session current | tail -3
  Session ID: 2025-11-22_feature-invoice-automation_a3f42c
  Source: unique (your only open session on branch feature/invoice-automation)
  Session: active, Invoice Automation

`create` and then undo: no session, no folder, and nothing that leads to it:

  $ at 2025-12-01T09:00:00Z
  $ git session create --ticket PROJ-200 --project Reports --team engineering --quiet
  2025-12-01_feature-invoice-automation_7b89de
  $ git session undo 2>/dev/null
  Undone: operation 14 (create)
    remove   output/sessions/ada-lovelace/2025-12-01_feature-invoice-automation_7b89de/.session-metadata.yaml
  $ find output -empty; ls output/sessions/*
  2025-11-22_feature-invoice-automation_a3f42c
  $ git session current --id
  2025-11-22_feature-invoice-automation_a3f42c

What somebody put into the folder meanwhile is not left behind in a folder that is no session:

  $ git session create --ticket PROJ-200 --project Reports --team engineering --quiet
  2025-12-01_feature-invoice-automation_7b89de
  $ S=$(git session current --path)
  $ echo "# Review" >"$S/review.md"
  $ git session undo
  git session: 'output/sessions/ada-lovelace/2025-12-01_feature-invoice-automation_7b89de/review.md' changed after operation 16 (create); nothing was done
  hint: git session undo 16 --force undoes it all the same, and can be undone
  [5]
  $ rm "$S/review.md" && mkdir "$S/drafts" && echo "*" >"$S/drafts/.gitignore"
  $ git session undo 2>&1 | sed 's/.*_7b89de/*/'
  */drafts/.gitignore' changed after operation 16 (create); nothing was done
  hint: git session undo 16 --force undoes it all the same, and can be undone
  $ rm -r "$S/drafts" && git session undo --quiet
  $ [ -e "$S" ] || echo gone
  gone

Files outside of the sessions come back as well:

  $ printf '*.png binary\n' >.gitattributes && files >../before
  $ git session init --scripts --quiet && git session undo
  Undone: operation 18 (init)
    rewrite  .gitattributes
    remove   scripts/migrate_outputs.py
    remove   scripts/promote_to_confluence.py
    remove   scripts/session_manager.py
    remove   output/.gitignore
    remove   output/README.md
    remove   output/shared/team-resources/delivery/.gitkeep
    remove   output/shared/team-resources/engineering/.gitkeep
    remove   output/shared/team-resources/product/.gitkeep
    remove   output/shared/team-resources/marketing/.gitkeep
    remove   output/shared/promoted-to-confluence/.gitkeep
    remove   output/archive/.gitkeep
  git session undo 19 does it again
  $ files | diff ../before -

Only files are given back. What was sent to others stays where it is:

  $ echo "# Review" | git session add - --topic review --agent cs-architect --quiet
  $ git session promote review --confluence-url https://company.atlassian.net/wiki/spaces/PROJ/pages/123456 --quiet
  $ git session undo
  What was sent stays as it is: a page, a mail, a link in Jira
  Undone: operation 21 (promote)
    rewrite  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
    remove   output/shared/promoted-to-confluence/PROJ/123456/.promotion-metadata.yaml
    remove   output/shared/promoted-to-confluence/PROJ/123456/2025-12-01_09-00-00_review_cs-architect.md
  git session undo 22 does it again
  $ ls output
  sessions

What add --move took from outside of the repository has no place to go back to, and stays in the session:

  $ echo "From elsewhere" >../elsewhere.md
  $ git session add ../elsewhere.md --move --topic elsewhere --agent cs-architect --quiet
  $ git session undo --quiet
  $ cat output/sessions/*/*/*elsewhere*
  From elsewhere

Where a later operation moved the session, that one is undone first, also with --force:

  $ git session update --sprint S7 --quiet && git session archive --quiet 2>/dev/null
  $ git session undo 25 --force
  git session: operation 26 (archive) moved 'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml' after operation 25 (update); nothing was done
  hint: git session undo 26 first
  [5]
  $ git session undo --quiet && git session undo 25 --quiet

It is about an operation, and takes no session:

  $ git session undo --session $id
  git session: unknown option '--session' for undo
  hint: see git session undo -h
  [2]

Each worktree has its own list:

  $ git worktree add --quiet ../worktree && cd ../worktree
  $ git session undo --list
  Nothing was changed in the last 30 days
  $ cd ../repository

A number that is none, an entry that cannot be read:

  $ git session undo one
  git session: 'one' is no number of an operation
  hint: git session undo --list shows them
  [2]
  $ git session undo 4711
  git session: there is no operation 4711
  hint: git session undo --list
  [1]
  $ echo nonsense >.git/session/operations/1/operation && git session undo 1 2>&1 | sed "s#'.*/.git#'.git#"
  git session: '.git/session/operations/1/operation' is damaged, or was written by a newer git-session
  $ git session undo --list | tail -1 | cut -f1,4
  1\tcannot be read (esc)

Where the git directory cannot be written, verbs go on without notes, and undo says why it cannot:

  $ mount --bind .git .git 2>/dev/null && mount -o remount,bind,ro .git || exit 80
  $ git session undo 2>&1 | sed "s#'/.*/.git#'.git#"
  git session: cannot make the directory '.git/session/operations/29': Read-only file system
  hint: check who owns it and whether the file system is mounted read-only
  $ git session update --sprint S4
  context.sprint: (none) -> S4
  $ umount .git
