git session commit commits the files of one session, and nothing else that happens to be staged.

  $ . "$TESTDIR/setup.sh"
  $ make_session --ticket PROJ-123
  $ folder=output/sessions/ada-lovelace/$id
  $ echo "# Review" >$folder/2025-11-22_08-20-00_architecture-review_cs-architect.md
  $ echo "not yet" >staged.txt && git add staged.txt
  $ git session commit
  [feature/invoice-automation 6dd1ccd] docs(session): add Invoice Automation outputs
  2 files of session 2025-11-22_feature-invoice-automation_a3f42c
  $ git show --name-only --format=%B
  docs(session): add Invoice Automation outputs
  
  - Architecture review
  - Ticket: PROJ-123
  - Session: 2025-11-22_feature-invoice-automation_a3f42c
  
  Git-Session: 2025-11-22_feature-invoice-automation_a3f42c
  
  
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-20-00_architecture-review_cs-architect.md
  $ git status --short
  A  staged.txt
  $ git session commit
  Nothing to commit in 2025-11-22_feature-invoice-automation_a3f42c

A message of one's own keeps the trailer; a removed output is committed as removed:

  $ rm $folder/*architecture-review*
  $ git session commit -m "docs: drop the review"
  [feature/invoice-automation 53d7651] docs: drop the review
  1 file of session 2025-11-22_feature-invoice-automation_a3f42c
  $ git show --stat=60 --format=%B | tail -2
   ...1-22_08-20-00_architecture-review_cs-architect.md | 1 -
   1 file changed, 1 deletion(-)

File names are never patterns, whatever they look like:

  $ touch "$folder/:(exclude)a" "$folder/-rf" "$folder/*.md"
  $ git session commit --quiet
  $ git status --short
  A  staged.txt

Hooks apply, and their refusal is ours:

  $ printf '#!/bin/sh\necho "no outputs on Fridays" >&2\nexit 1\n' >.git/hooks/pre-commit
  $ chmod +x .git/hooks/pre-commit
  $ echo more >$folder/more.md
  $ git session commit
  no outputs on Fridays
  git session: git did not commit: no outputs on Fridays; 1 file is staged
  [1]
  $ rm .git/hooks/pre-commit

As does the want of an identity:

  $ git config --global --unset user.name && git config --global --unset user.email
  $ git config --global user.useConfigOnly true
  $ git session commit --session a3f42c 2>&1 | tail -2
  git session: git did not commit: fatal: no email was given and auto-detection is disabled; 1 file is staged
  hint: git config --global user.name 'Your Name' && git config --global user.email you@example.com
