setup sets up a clone (setup_agents.t has what it does for agents). `--merge-driver` is about one part
alone: it lets git merge session metadata field by field; what it changes lies in the git directory, and
it says what.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ printf '%s\n' '*.bin binary' >.git/info/attributes
  $ cp .git/config ../config; cp .git/info/attributes ../attributes
  $ git session setup --merge-driver --check
  .git/config:
    missing, to add: merge.git-session.name = session metadata, field by field
    missing, to add: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    missing, to add: output/**/.session-metadata.yaml merge=git-session
    missing, to add: output/**/.promotion-metadata.yaml merge=git-session
  warning: the merge driver is not installed: git session setup --merge-driver
  [1]
  $ git session setup --merge-driver --dry-run
  .git/config:
    would add: merge.git-session.name = session metadata, field by field
    would add: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    would add: output/**/.session-metadata.yaml merge=git-session
    would add: output/**/.promotion-metadata.yaml merge=git-session
  $ cmp .git/config ../config; cmp .git/info/attributes ../attributes
  $ git session setup --merge-driver
  .git/config:
    add: merge.git-session.name = session metadata, field by field
    add: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    add: output/**/.session-metadata.yaml merge=git-session
    add: output/**/.promotion-metadata.yaml merge=git-session
  $ git config merge.git-session.driver
  git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  $ cat .git/info/attributes
  *.bin binary
  # >>> git-session >>>
  output/**/.session-metadata.yaml merge=git-session
  output/**/.promotion-metadata.yaml merge=git-session
  # <<< git-session <<<
  $ git check-attr merge -- output/sessions/ada/x/.session-metadata.yaml output/archive/.session-metadata.yaml output/x.md
  output/sessions/ada/x/.session-metadata.yaml: merge: git-session
  output/archive/.session-metadata.yaml: merge: git-session
  output/x.md: merge: unspecified
  $ git status --short

It may be repeated.

  $ cp .git/config ../installed
  $ git session setup --merge-driver
  The merge driver is installed already
  $ cmp .git/config ../installed
  $ git session setup --merge-driver --check
  The merge driver is installed

As JSON, for scripts.

  $ git session setup --merge-driver --check --json
  {"schema":1,"changed":false,"operation":null,"changes":[],"left":[],"notes":[],"next":[]}

An older line of ours is renewed.

  $ git config merge.git-session.driver 'git-session merge-file %A'
  $ git session setup --merge-driver --check
  .git/config:
    missing, to add: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  warning: the merge driver is not installed: git session setup --merge-driver
  [1]
  $ git session setup --merge-driver --quiet
  $ git session setup --merge-driver --check
  The merge driver is installed

All worktrees of the clone have it.

  $ git worktree add --quiet ../other
  $ git -C ../other session setup --merge-driver --check
  The merge driver is installed
  $ git worktree remove ../other

`--remove` gives back what was there.

  $ git session setup --merge-driver --remove --dry-run
  .git/config:
    would remove: merge.git-session.name = session metadata, field by field
    would remove: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    would remove: output/**/.session-metadata.yaml merge=git-session
    would remove: output/**/.promotion-metadata.yaml merge=git-session
  $ git session setup --merge-driver --remove
  .git/config:
    remove: merge.git-session.name = session metadata, field by field
    remove: merge.git-session.driver = git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B
  .git/info/attributes:
    remove: output/**/.session-metadata.yaml merge=git-session
    remove: output/**/.promotion-metadata.yaml merge=git-session
  $ git config --get-regexp '^merge'
  [1]
  $ cmp .git/info/attributes ../attributes
  $ git session setup --merge-driver --remove
  The merge driver is not installed
  $ rm .git/info/attributes
  $ git session setup --merge-driver --quiet
  $ git session setup --merge-driver --remove --quiet
  $ ls .git/info/attributes
  ls: cannot access '.git/info/attributes': No such file or directory
  [2]

The session root may have any name.

  $ git config session.root 'my "work" #1'
  $ git session setup --merge-driver --quiet
  $ git check-attr merge -- 'my "work" #1/sessions/a/b/.session-metadata.yaml'
  "my \"work\" #1/sessions/a/b/.session-metadata.yaml": merge: git-session
  $ git session setup --merge-driver --remove --quiet
  $ git config --unset session.root

What it cannot do, it says.

  $ git session setup --merge-driver --check --remove
  git session: --check changes nothing and goes with no other choice
  hint: git session setup --check
  [2]
  $ git session setup --merge-driver claude
  git session: --merge-driver is about the merge driver alone
  hint: git session setup AGENT sets it up as well
  [2]
  $ touch .git/config.lock
  $ git session setup --merge-driver
  git session: git config: could not lock config file .git/config: File exists
  hint: see that .git/config can be written, and repeat
  [1]
  $ rm .git/config.lock
  $ printf '%s\n' '# >>> git-session >>>' >.git/info/attributes
  $ git session setup --merge-driver
  git session: .git/info/attributes: the block of git-session has no end
  hint: remove the lines of git-session from .git/info/attributes and repeat
  [1]
