What is added, shown and reported comes from the session and stays what it was, whatever lies there.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ folder=output/sessions/ada-lovelace/$id
  $ mkdir ../outside && echo CANARY >../outside/secret.md
  $ ln -s ../../../../../outside/secret.md $folder/link.md && ln -s ../../../../../outside $folder/folder && mkfifo $folder/pipe.md

Links, pipes and devices are no outputs:

  $ for file in $folder/link.md $folder/folder/secret.md $folder/pipe.md /dev/zero $folder/.session-metadata.yaml; do
  >   timeout 20 git session add "$file" 2>&1 | head -1 | sed "s#$folder/##"
  > done
  git session: 'link.md' is a link that leads out of the session
  git session: 'folder/secret.md' is a link that leads out of the session
  git session: 'pipe.md' is not a regular file
  git session: '/dev/zero' is not a regular file
  git session: '.session-metadata.yaml' is hidden, so it is no output
  $ for file in link.md folder/secret.md pipe.md ../../../../../outside/secret.md /etc/passwd; do
  >   timeout 20 git session show "$file" 2>&1 | head -1 | sed "s#$PWD/$folder/##"
  > done
  git session: 'link.md' is or passes through a symbolic link
  git session: 'folder/secret.md' is or passes through a symbolic link
  git session: no session matches 'pipe.md'
  git session: '../../../../../outside/secret.md' lies outside the session folder
  git session: '/etc/passwd' lies outside the session folder

The git directory may hold secrets, and what the kernel makes up has no size and no end:

  $ git worktree add --quiet ../elsewhere && git init --quiet ../other
  $ for file in .git/config .git/HEAD ../other/.git/config ../elsewhere/.git /proc/self/environ /proc/kmsg /sys/kernel/notes; do
  >   timeout 20 git session add --large "$file" 2>&1
  > done
  git session: '.git/config' lies in a git directory, which may hold secrets
  hint: git session add - --topic TOPIC <.git/config takes it all the same
  git session: '.git/HEAD' lies in a git directory, which may hold secrets
  hint: git session add - --topic TOPIC <.git/HEAD takes it all the same
  git session: '../other/.git/config' lies in a git directory, which may hold secrets
  hint: git session add - --topic TOPIC <../other/.git/config takes it all the same
  git session: '../elsewhere/.git' lies in a git directory, which may hold secrets
  hint: git session add - --topic TOPIC <../elsewhere/.git takes it all the same
  git session: '/proc/self/environ' is not a regular file
  hint: COMMAND | git session add - --topic TOPIC takes what a program prints
  git session: '/proc/kmsg' is not a regular file
  hint: COMMAND | git session add - --topic TOPIC takes what a program prints
  git session: '/sys/kernel/notes' is not a regular file
  hint: COMMAND | git session add - --topic TOPIC takes what a program prints
  [5]
  $ ln -s .git/config config.md && git session add config.md
  git session: 'config.md' lies in a git directory, which may hold secrets
  hint: git session add - --topic TOPIC <config.md takes it all the same
  [5]
  $ (cd ../elsewhere && git session create --team engineering --project Elsewhere --quiet >/dev/null
  >   git session add "$(git rev-parse --git-common-dir)/config" "$(git rev-parse --git-dir)/HEAD") 2>&1 | sed "s#$PWD#TOP#g"
  git session: 'TOP/.git/config' lies in a git directory, which may hold secrets
  hint: git session add - --topic TOPIC <TOP/.git/config takes it all the same

Topics, agents and extensions are parts of a name, not of a path:

  $ for option in --topic --agent --ext; do
  >   for value in ../../x /etc/x .. '$(touch PWNED)' $'a\nb' $'\e[2J' -rf; do
  >     echo "$option $value" | git session add - --topic t --agent cs-a "$option=$value" >/dev/null 2>&1
  >   done
  > done
  [2]
  $ find . -newer ../outside/secret.md -type f ! -path './.git/*' | sed "s#$folder/##" | sort
  ./.session-metadata.yaml
  ./2025-11-22_08-15-30_etc-x_cs-a.md
  ./2025-11-22_08-15-30_rf_cs-a.md
  ./2025-11-22_08-15-30_t.md
  ./2025-11-22_08-15-30_t_etc-x.md
  ./2025-11-22_08-15-30_t_rf.md
  ./2025-11-22_08-15-30_t_touch-pwned.md
  ./2025-11-22_08-15-30_t_x.md
  ./2025-11-22_08-15-30_touch-pwned_cs-a.md
  ./2025-11-22_08-15-30_x_cs-a.md

A command that run starts is no shell line:

  $ git session run --agent cs-a --topic echoed -q -- echo '$(touch PWNED)' '; touch PWNED' >/dev/null 2>&1; ls PWNED 2>&1
  ls: cannot access 'PWNED': No such file or directory
  [2]

Values with control characters, and keys that are paths, are refused:

  $ git session update --add-tag $'a\e]0;x\a'
  git session: --add-tag 'a\x1b]0;x\x07' holds a control character
  [2]
  $ git session update --set ../x=1
  git session: '../x' is no key
  hint: --set key=value
  [2]
  $ git session update --set session_id=../../x
  git session: update does not set 'session_id'
  hint: it is the folder's name, and stays
  [2]

A line of ten megabytes is shown whole, and on a terminal nothing in a file steers it:

  $ head -c 10000000 /dev/zero | tr '\0' x >$folder/long.md
  $ timeout 30 git session show long.md | wc -c
  10000000
  $ timeout 30 git session report >/dev/null
  $ printf 'a\e]52;c;x\a \u202e \x9b [x](javascript:alert(1)) \u009b2J\n' >$folder/escapes.md
  $ script -qec 'git session show escapes.md; git session report; git session show' /dev/null </dev/null | LC_ALL=C grep -aP '\x1b(?!\[[0-9;]*m)|\x07|\x9b|\xe2\x80\xae'
  [1]

Nothing of the outside came in:

  $ grep -rl CANARY . ; cat ../outside/*
  CANARY
