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

What is no output is left out, and said so by commit as by status:

  $ ln -s ../../../../README.md $folder/link.md && echo x >$folder/.hidden && mkdir $folder/drafts && echo x >$folder/drafts/idea.md
  $ git init --quiet --bare $folder/bare && mkdir -p $folder/a/b/c/d/e/f/g/h && echo x >$folder/a/b/c/d/e/f/g/h/deep.md
  $ echo x >$folder/plain.md && git session status --json | jq -c '.uncommitted, .left_out[]'
  [{"file":"plain.md","state":"??"}]
  {"file":".hidden","reason":"hidden"}
  {"file":"a/b/c/d/e/f/g/h/deep.md","reason":"not-looked-at"}
  {"file":"bare/","reason":"repository"}
  {"file":"drafts/","reason":"draft"}
  {"file":"link.md","reason":"link"}
  $ git session status | sed -n '/Not committed/,$p'
  Not committed  git session commit
    new  plain.md
  
  Left out of commits
    .hidden                  a hidden name
    a/b/c/d/e/f/g/h/deep.md  beyond the files and levels that are looked at
    bare/                    a git repository
    drafts/                  not meant to last
    link.md                  a link
  $ git session commit
  warning: not committed: .hidden: a hidden name
  warning: not committed: a/b/c/d/e/f/g/h/deep.md: beyond the files and levels that are looked at
  warning: not committed: bare/: a git repository
  warning: not committed: drafts/: not meant to last
  warning: not committed: link.md: a link
  [feature/invoice-automation b03f202] docs(session): add Invoice Automation outputs
  1 file of session 2025-11-22_feature-invoice-automation_a3f42c
  $ git session commit --json 2>/dev/null | jq -c '.commit, (.left_out | length)'
  null
  5
  $ rm -r $folder/link.md $folder/.hidden $folder/drafts $folder/bare $folder/a

A file that a link took the place of is not committed as one:

  $ ln -sf more.md $folder/plain.md && git session commit --quiet
  warning: not committed: plain.md: a link
  $ rm $folder/plain.md && git checkout --quiet $folder/plain.md

A file over session.maxOutputSize goes in only when it is listed, and never in silence:

  $ git config session.maxOutputSize 2k && head -c 3000 /dev/zero >$folder/model.bin && touch -d 2025-11-22T08:00Z $folder/model.bin && echo x >$folder/other.md
  $ git session status | sed -n '/Not committed/,$p'
  Not committed  git session commit
    new  other.md
  
  Left out of commits
    model.bin  over session.maxOutputSize
  $ git session commit
  git session: 'model.bin' is over session.maxOutputSize (2 KB), and nobody listed it
  hint: git session add --large --session 2025-11-22_feature-invoice-automation_a3f42c model.bin takes it all the same; else move it out of the session
  [5]
  $ git session commit --json | jq -c '.error.reason'
  "output-too-large"
  $ git session add --large --session $id model.bin && git session commit
  Added: model.bin
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/model.bin has 3 KB, more than session.maxOutputSize: git keeps every version of it for ever
  [feature/invoice-automation e6f0c5c] docs(session): add Invoice Automation outputs
  3 files of session 2025-11-22_feature-invoice-automation_a3f42c
  $ head -c 4000 /dev/zero >$folder/late.bin && git session close --quiet && git session commit --quiet $id
  warning: 'late.bin' was not listed: it is over session.maxOutputSize; move it out, or: git session reopen 2025-11-22_feature-invoice-automation_a3f42c && git session add --large --session 2025-11-22_feature-invoice-automation_a3f42c late.bin
  git session: 'late.bin' is over session.maxOutputSize (2 KB), and nobody listed it
  hint: git session reopen 2025-11-22_feature-invoice-automation_a3f42c && git session add --large --session 2025-11-22_feature-invoice-automation_a3f42c late.bin takes it all the same; else move it out of the session
  [5]
  $ git session reopen --quiet $id && git config --unset session.maxOutputSize && git session commit --quiet $id && git session use --quiet $id

A session that was made on another branch is committed where we are, with a word:

  $ (make_repository ../elsewhere feature/one && git session create --quiet --team engineering --project X &&
  > git checkout --quiet -b feature/two && git session commit $(git session list | cut -f1) | head -1)
  2025-11-22_feature-one_a3f42c
  warning: the session was made on branch 'feature/one', and this commit went to 'feature/two'
  [feature/two e6116d5] docs(session): update X session

In the middle of a merge git commits everything at once, so nothing is staged, least of all markers:

  $ make_repository ../merging ours && id=$(git session create -q --team engineering --project X) && git session commit -q
  $ git checkout --quiet -b theirs && git session update -q $id --project Theirs && git session commit -q $id 2>/dev/null
  $ git checkout --quiet ours && git session update -q $id --project Ours && git session commit -q
  $ git merge --quiet theirs >/dev/null 2>&1
  [1]
  $ git session status | grep -A1 '^Not committed'
  Not committed  git session doctor --fix
    in conflict  .session-metadata.yaml
  $ git session commit
  git session: 'output/sessions/ada-lovelace/2025-11-22_ours_a3f42c/.session-metadata.yaml' is in conflict
  hint: git session doctor 2025-11-22_ours_a3f42c --fix, or an editor; then git add it, and git commit
  [5]
  $ git status --short
  UU output/sessions/ada-lovelace/2025-11-22_ours_a3f42c/.session-metadata.yaml
  $ sed -i -e '/^[<=>]\{7\}/d' -e '/Ours/d' output/sessions/*/*/.session-metadata.yaml
  $ git add output && git session commit
  git session: a merge is not finished, and git commits all of it at once
  hint: git commit ends it, once nothing is in conflict
  [5]
  $ git commit --quiet --no-edit && cd ../repository && id=$(git session current --id)

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
