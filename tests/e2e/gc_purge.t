gc --purge removes nothing that git does not have as it is, and only whole sessions that it understands.

  $ . "$TESTDIR/setup.sh"
  $ make_session --retention sprint; S=output/archive/ada-lovelace/$id
  $ echo "# Review" >output/sessions/ada-lovelace/$id/review.md
  $ git session add -q output/sessions/ada-lovelace/$id/review.md && git session archive -q 2>/dev/null
  $ git add output && git commit -q -m "Archive" && git config session.purgeAfter 1m
  $ git init -q --bare "$TESTDIR/origin.git" && git remote add origin "$TESTDIR/origin.git" && git push -q origin HEAD
  $ at 2026-03-01T09:00:00Z
  $ why() { git session gc 2>/dev/null | cut -f 3,4; }
  $ why
  purge\tin the archive longer than 1 month (esc)

Until it is due there is time to commit and to push: nobody is told of it, and gc ends with 0.

  $ at 2025-12-20T09:00:00Z && echo more >>$S/review.md
  $ why
  near\tin the archive for 1 month in 2 days (esc)
  $ git session gc --execute --purge --yes
  Nothing to do
  $ git checkout -q $S && at 2026-03-01T09:00:00Z

What git was told not to look at is compared with what it has:

  $ git update-index --assume-unchanged $S/review.md && why
  purge\tin the archive longer than 1 month (esc)
  $ echo "never committed" >>$S/review.md && git status --short && why
  stays\tnot committed (esc)
  $ git update-index --no-assume-unchanged $S/review.md && git update-index --skip-worktree $S/review.md && why
  stays\tnot committed (esc)
  $ git update-index --no-skip-worktree $S/review.md && git checkout -q $S

A draft of today is work that only lies here. An old one goes, and is named:

  $ mkdir $S/drafts && echo "*" >$S/drafts/.gitignore && echo idea >$S/drafts/idea.md
  $ touch -d 2026-02-28 $S/drafts/idea.md && git session gc --execute --purge --yes
  Nothing to do
  warning: 2025-11-22_feature-invoice-automation_a3f42c is not purged: not committed; commit drafts/idea.md, or git session gc --execute --purge --force 2025-11-22_feature-invoice-automation_a3f42c
  [5]
  $ touch -d 2026-01-01 $S/drafts/idea.md
  $ git session gc --execute --purge --yes
  Purged: output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  Removed: 1 draft of 2025-11-22_feature-invoice-automation_a3f42c
  Commit output/archive/.purged too: it keeps the ids reserved
  git session undo 4 takes it back
  $ git session undo -q && cat $S/drafts/idea.md && rm -r $S/drafts
  idea

What a newer program wrote stays, and so does what sparse checkout keeps out in part. Neither can be forced.

  $ sed -i '1i schema: 2' $S/.session-metadata.yaml && sed -i '/^schema: 1/d' $S/.session-metadata.yaml
  $ git commit -qam "Newer" && git push -q origin HEAD && why
  stays\tits metadata needs a newer git-session (esc)
  $ git session gc --execute --purge --yes --force $id 2>&1 | grep -c "not purged"
  1
  $ git revert --no-edit HEAD >/dev/null && git push -q origin HEAD && why
  purge\tin the archive longer than 1 month (esc)
  $ git update-index --skip-worktree $S/review.md && rm $S/review.md && why
  stays\tkept out of the work tree by sparse checkout (esc)
  $ git update-index --no-skip-worktree $S/review.md && git checkout -q $S && why
  purge\tin the archive longer than 1 month (esc)

A submodule would lose its way: the session neither goes nor moves.

  $ git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),$S/sub && why
  stays\ta link, a repository or no file lies in it (esc)
  $ git session restore $id
  git session: 'output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/sub' is a submodule, and cannot move with 'output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c'
  hint: git mv output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/sub takes it elsewhere
  [5]
  $ git rm -q --cached $S/sub

Empty folders go along, and the session is not listed again. A purge that was not committed is told of:

  $ mkdir -p $S/empty/er && git session gc --execute --purge --yes -q && git session list --all 2>/dev/null | grep -c .
  0
  [1]
  $ git session gc --execute --purge --yes --commit
  Nothing to do
  Operation 6 was not committed yet
  Committed: * chore(session): purge 1 archived session (3 files) (glob)

Its undo takes its own line out of the list, whatever was purged since:

  $ N=$(git session undo --list | awk '$3 == "gc" { print $1; exit }')
  $ printf 'later\n' >>output/archive/.purged && git session undo $N -q && grep -v '^#' output/archive/.purged
  later
  $ git session show -q $id | head -1
  # Session 2025-11-22_feature-invoice-automation_a3f42c
