gc says which sessions are past their date, and archives them.

  $ . "$TESTDIR/setup.sh"
  $ make_session --ticket PROJ-1 --retention sprint; old=$id
  $ echo "# Review" >output/sessions/ada-lovelace/$old/review.md
  $ git session add -q output/sessions/ada-lovelace/$old/review.md && git session commit -q
  $ make_session --ticket PROJ-2 --retention temporary; near=$id
  $ echo "# Notes" >output/sessions/ada-lovelace/$near/notes.md
  $ make_session --ticket PROJ-3; held=$id
  $ git session update -q --hold "Litigation 4711"
  $ make_session --ticket PROJ-4
  $ git session use --none -q
  $ at 2025-12-15T09:00:00Z

Alone it changes nothing. On a pipe its lines are for programs: session, user, what, why, size, and what of it
is nowhere else.

  $ git session gc
  2025-11-22_feature-invoice-automation_a3f42c\tada-lovelace\tarchive\texpired 2 days ago\t1 file, 9 B\t2 not pushed, 1 never promoted (esc)
  2025-11-22_feature-invoice-automation_7b89de\tada-lovelace\tnear\texpires in 7 days\t1 file, 8 B\t2 not committed, 1 never promoted (esc)
  2025-11-22_feature-invoice-automation_c19f03\tada-lovelace\tstays\theld: Litigation 4711\t0 files, 0 B\t1 not committed (esc)
  There is no remote: nothing is pushed
  git session gc --execute would archive 1 session
  Archiving moves a session and does not make a clone smaller: git keeps what was committed
  $ git session gc --within 3 2>/dev/null | cut -f 1,3
  2025-11-22_feature-invoice-automation_a3f42c\tarchive (esc)
  2025-11-22_feature-invoice-automation_c19f03\tstays (esc)
  $ git session gc --user nobody
  Nothing is past its date, or within 14 days of it
  $ git session gc --format markdown
  ## Sessions past their date, or near it
  
  | Session | User | What | Why | Size |
  | --- | --- | --- | --- | --- |
  | 2025-11-22_feature-invoice-automation_a3f42c | ada-lovelace | archive | expired 2 days ago | 1 file, 9 B |
  | 2025-11-22_feature-invoice-automation_7b89de | ada-lovelace | near | expires in 7 days | 1 file, 8 B |
  | 2025-11-22_feature-invoice-automation_c19f03 | ada-lovelace | stays | held: Litigation 4711 | 0 files, 0 B |
  
  ### What is only here
  
  - 2025-11-22_feature-invoice-automation_a3f42c
    - never promoted: review.md
  - 2025-11-22_feature-invoice-automation_7b89de
    - not committed: .session-metadata.yaml, notes.md
    - never promoted: notes.md
  - 2025-11-22_feature-invoice-automation_c19f03
    - not committed: .session-metadata.yaml
  
  There is no remote: nothing is pushed.
  
  Archiving moves a session and does not make a clone smaller.
  $ git session gc --json | python3 -c '
  > import json, sys
  > gc = json.load(sys.stdin)
  > for each in gc["sessions"]:
  >   print(each["session_id"][-6:], each["what"], [r["reason"] for r in each["reasons"]], each["date"], [f["file"] for f in each["uncommitted"]])
  > print(gc["executed"], gc["has_remote"], gc["purge_after"], gc["operation"])'
  a3f42c archive ['expired'] 2025-12-13 []
  7b89de near ['expires-soon'] 2025-12-22 ['.session-metadata.yaml', 'notes.md']
  c19f03 stays ['held'] None ['.session-metadata.yaml']
  False False None None
  $ git status --short
  ?? output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_7b89de/
  ?? output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_c19f03/
  ?? output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_c4f88a/

It asks before it does anything, and without a terminal it wants --yes.

  $ git session gc --execute
  git session: gc --execute asks first, and nobody can be asked here
  hint: give --yes
  [2]
  $ git session gc --yes
  git session: --yes goes with --execute
  hint: git session gc alone shows what it would do
  [2]
  $ git session gc --execute --yes
  Archived: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/ -> output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  Archiving moves a session and does not make a clone smaller: git keeps what was committed
  git session undo 7 takes it back

The session lies in the archive as git session archive leaves it, and undo brings it back.

  $ grep -A3 ^status output/archive/ada-lovelace/$old/.session-metadata.yaml
  status:
    current: "archived"
    closed_at: null
    archived_at: "2025-12-15T09:00:00Z"
  $ git status --short
  RM output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml -> output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  R  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/review.md -> output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/review.md
  ?? output/sessions/
  $ git session undo
  Undone: operation 7 (gc)
    rewrite  output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
    move     output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/ -> output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  git session undo 8 does it again
  $ ls output/sessions/ada-lovelace | wc -l
  4
  $ git status --short
  ?? output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_7b89de/
  ?? output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_c19f03/
  ?? output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_c4f88a/

With --commit it is one commit; nothing else that is staged goes along. Repeated, there is nothing to do.

  $ echo "# Mine" >mine.md && git add mine.md
  $ git session gc --execute --yes --commit 2>/dev/null
  Archived: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/ -> output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  Committed: * chore(session): archive 1 expired session (4 files) (glob)
  $ git log -1 --format=%B
  chore(session): archive 1 expired session
  
  - Archived: 2025-11-22_feature-invoice-automation_a3f42c
  
  Git-Session: 2025-11-22_feature-invoice-automation_a3f42c
  
  $ git show --stat --format= | cat
   .../ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml      | 4 ++--
   .../ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/review.md                   | 0
   2 files changed, 2 insertions(+), 2 deletions(-)
  $ git status --short
  A  mine.md
  ?? output/sessions/
  $ git session gc --execute --yes --commit
  Nothing to do
  Nothing to commit: git tracks none of it, or it is committed already

Drafts that nobody touched for 14 days go with --execute.

  $ mkdir output/sessions/ada-lovelace/$near/drafts && cd output/sessions/ada-lovelace/$near/drafts
  $ echo "*" >.gitignore && echo x >idea.md && echo y >today.md && touch -d 2025-11-01 .gitignore idea.md && cd - >/dev/null
  $ git session gc --within 0
  2025-11-22_feature-invoice-automation_c19f03\tada-lovelace\tstays\theld: Litigation 4711\t0 files, 0 B\t1 not committed (esc)
  2025-11-22_feature-invoice-automation_7b89de\tada-lovelace\tdrafts\t1 draft older than 14 days\t1 file, 2 B\t (esc)
  There is no remote: nothing is pushed
  git session gc --execute would remove 1 draft
  $ git session gc --execute --yes
  Removed: 1 draft of 2025-11-22_feature-invoice-automation_7b89de
  git session undo 10 takes it back
  $ ls -A output/sessions/ada-lovelace/$near/drafts
  .gitignore
  today.md

session.purgeAfter says how long the archive keeps a session, and --purge removes what was there longer. It is
never set by a committed file.

  $ git session archive -q $held 2>/dev/null && git session archive -q $near 2>/dev/null
  $ at 2027-01-15T09:00:00Z
  $ git session gc --purge --execute --yes
  Archived: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_c4f88a/ -> output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_c4f88a/
  Removed: 1 draft of 2025-11-22_feature-invoice-automation_7b89de
  Nothing of the archive is ever purged: session.purgeAfter is never
  Archiving moves a session and does not make a clone smaller: git keeps what was committed
  git session undo 13 takes it back
  $ git config session.purgeAfter 1y
  $ git session gc --execute --purge --yes
  Nothing to do
  warning: 2025-11-22_feature-invoice-automation_7b89de is not purged: not committed; commit .session-metadata.yaml and 1 more, or git session gc --execute --purge --force 2025-11-22_feature-invoice-automation_7b89de
  warning: 2025-11-22_feature-invoice-automation_a3f42c is not purged: not pushed; push it, or git session gc --execute --purge --force 2025-11-22_feature-invoice-automation_a3f42c
  warning: 2025-11-22_feature-invoice-automation_c19f03 is not purged: held: Litigation 4711, not committed; git session update 2025-11-22_feature-invoice-automation_c19f03 --release-hold
  [5]
  $ ls output/archive/ada-lovelace | wc -l
  4

An override names the session; a hold is released, never overridden.

  $ git session gc --execute --purge --yes --force $held --force $near
  Purged: output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_7b89de/
  Commit output/archive/.purged too: it keeps the ids reserved
  git session undo 14 takes it back
  warning: 2025-11-22_feature-invoice-automation_a3f42c is not purged: not pushed; push it, or git session gc --execute --purge --force 2025-11-22_feature-invoice-automation_a3f42c
  warning: 2025-11-22_feature-invoice-automation_c19f03 is not purged: held: Litigation 4711; git session update 2025-11-22_feature-invoice-automation_c19f03 --release-hold
  [5]
  $ git init -q --bare "$TESTDIR/origin.git" && git remote add origin "$TESTDIR/origin.git" && git push -q origin HEAD
  $ git session gc 2>/dev/null | cut -f 1,3,4
  2025-11-22_feature-invoice-automation_a3f42c\tpurge\tin the archive longer than 12 months (esc)
  2025-11-22_feature-invoice-automation_c19f03\tstays\theld: Litigation 4711, not committed (esc)
  $ git session gc --execute --purge --yes --commit
  Purged: output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  Committed: * chore(session): purge 1 archived session (3 files) (glob)
  git session undo 15 takes it back
  warning: 2025-11-22_feature-invoice-automation_c19f03 is not purged: held: Litigation 4711, not committed; git session update 2025-11-22_feature-invoice-automation_c19f03 --release-hold
  [5]
  $ git log -1 --format=%B
  chore(session): purge 1 archived session
  
  - Purged: 2025-11-22_feature-invoice-automation_a3f42c
  
  Git-Session: 2025-11-22_feature-invoice-automation_a3f42c
  
  $ ls output/archive/ada-lovelace
  2025-11-22_feature-invoice-automation_c19f03
  2025-11-22_feature-invoice-automation_c4f88a

The ids stay reserved, and a purged session can be had back.

  $ git session show $old
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' was purged on 2027-01-15
  hint: git checkout * -- output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c brings it back (glob)
  [1]
  $ grep -v '^#' output/archive/.purged | cut -f 1,2,3,5
  2025-11-22_feature-invoice-automation_7b89de\tada-lovelace\t2027-01-15T09:00:00Z\toutput/archive/ada-lovelace/2025-11-22_feature-invoice-automation_7b89de (esc)
  2025-11-22_feature-invoice-automation_a3f42c\tada-lovelace\t2027-01-15T09:00:00Z\toutput/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c (esc)
  $ eval "$(git session show $old 2>&1 | sed -n 's/hint: \(.*\) brings it back/\1/p')" && git session show -q $old | head -1
  # Session 2025-11-22_feature-invoice-automation_a3f42c
  $ GIT_SESSION_TEST_RANDOM=c19f03aaaaaa git session create -q --no-use --team product --project X
  2027-01-15_feature-invoice-automation_aaaaaa

What cannot be archived is named, and stays.

  $ at 2025-12-15T09:00:00Z; make_session --ticket PROJ-9 --expires 2025-12-01 2>/dev/null
  $ mkdir -p output/archive/ada-lovelace/$id
  $ git session gc --execute --yes
  Nothing to do
  warning: 2025-12-15_feature-invoice-automation_5d2e61 is not archived: 'output/archive/ada-lovelace/2025-12-15_feature-invoice-automation_5d2e61' exists already; look into it: git session show 2025-12-15_feature-invoice-automation_5d2e61
  [5]
  $ rmdir output/archive/ada-lovelace/$id && echo "output/archive/" >.git/info/exclude
  $ git session gc --execute --yes
  Nothing to do
  warning: 2025-12-15_feature-invoice-automation_5d2e61 is not archived: git ignores its place in the archive (.git/info/exclude:1:output/archive/); change that rule, or git session archive --force 2025-12-15_feature-invoice-automation_5d2e61
  [5]
  $ git session gc --within never
  git session: --within takes a number of days, not 'never'
  hint: git session gc --within 30
  [2]
