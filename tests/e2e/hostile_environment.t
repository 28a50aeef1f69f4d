Whatever the environment says, the answer is a session of this repository or a refusal.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ git session create --project Other --team engineering --quiet
  2025-11-22_feature-invoice-automation_7b89de
  $ git session use $id
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  $ folder=$PWD/output/sessions/ada-lovelace/$id

GIT_SESSION that names nothing, or too much, is never passed over:

  $ for name in nothing 2025-11-22 "$(printf '\e[2J')" ' '; do GIT_SESSION=$name git session current --id; done
  git session: GIT_SESSION: no session matches 'nothing'
  hint: unset GIT_SESSION, or set it to an id of git session list
  git session: GIT_SESSION: '2025-11-22' can mean 2 sessions
    2025-11-22_feature-invoice-automation_7b89de
    2025-11-22_feature-invoice-automation_a3f42c
  hint: unset GIT_SESSION, or set it to an id of git session list
  git session: GIT_SESSION: no session matches '\x1b[2J'
  hint: unset GIT_SESSION, or set it to an id of git session list
  git session: GIT_SESSION: no session matches ' '
  hint: unset GIT_SESSION, or set it to an id of git session list
  [1]

CLAUDE_SESSION_DIR is believed when it is a session of this repository, and passed over with a word otherwise:

  $ (make_repository ../other >/dev/null && git session create --project Foreign --team engineering --quiet)
  2025-11-22_main_a3f42c
  $ ln -s $folder ../link
  $ say() { sed "s#$PWD#TOP#g; s#${PWD%/*}#UP#g"; }
  $ for value in $folder output/sessions/ada-lovelace/$id $folder/ ../link $folder/.. $folder/gone ../other/output/sessions/*/* \
  >   $folder$'\nbranch evil' / . "$(printf '%05000d' 0)" '$(touch PWNED)'; do
  >   CLAUDE_SESSION_DIR=$value git session current --id 2>&1 | sed 's/00000*/ZEROS/' | say
  > done; ls PWNED 2>&1
  2025-11-22_feature-invoice-automation_a3f42c
  2025-11-22_feature-invoice-automation_a3f42c
  2025-11-22_feature-invoice-automation_a3f42c
  2025-11-22_feature-invoice-automation_a3f42c
  CLAUDE_SESSION_DIR is passed over: 'TOP/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/..' is no session
  2025-11-22_feature-invoice-automation_a3f42c
  CLAUDE_SESSION_DIR is passed over: 'TOP/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/gone' is no folder of this repository
  2025-11-22_feature-invoice-automation_a3f42c
  CLAUDE_SESSION_DIR is passed over: '../other/output/sessions/ada-lovelace/2025-11-22_main_a3f42c' is no folder of this repository
  2025-11-22_feature-invoice-automation_a3f42c
  CLAUDE_SESSION_DIR is passed over: 'TOP/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c\x0abranch evil' is no folder of this repository
  2025-11-22_feature-invoice-automation_a3f42c
  CLAUDE_SESSION_DIR is passed over: '/' is no folder of this repository
  2025-11-22_feature-invoice-automation_a3f42c
  CLAUDE_SESSION_DIR is passed over: '.' is no session
  2025-11-22_feature-invoice-automation_a3f42c
  CLAUDE_SESSION_DIR is passed over: 'ZEROS' is no folder of this repository
  2025-11-22_feature-invoice-automation_a3f42c
  CLAUDE_SESSION_DIR is passed over: '$(touch PWNED)' is no folder of this repository
  2025-11-22_feature-invoice-automation_a3f42c
  ls: cannot access 'PWNED': No such file or directory
  [2]

A line break in it forges nothing in what is remembered:

  $ CLAUDE_SESSION_DIR=$folder$'\nsession evil\nbranch evil' git session use $id
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  $ cat .git/session/current
  session ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c
  branch feature/invoice-automation
  $ cp .git/session/current ../pointer
  $ for text in '' 'session' $'session \nbranch feature/invoice-automation\n' $'\x00\xff\n' $'branch x\nsession ../../x\n'; do
  >   printf '%s' "$text" >.git/session/current; git session current --id
  > done
  git session: no current session: 2 are open on branch 'feature/invoice-automation'
    2025-11-22_feature-invoice-automation_a3f42c
    2025-11-22_feature-invoice-automation_7b89de
  hint: git session use ID picks one
  git session: no current session: 2 are open on branch 'feature/invoice-automation'
    2025-11-22_feature-invoice-automation_a3f42c
    2025-11-22_feature-invoice-automation_7b89de
  hint: git session use ID picks one
  git session: no current session: 2 are open on branch 'feature/invoice-automation'
    2025-11-22_feature-invoice-automation_a3f42c
    2025-11-22_feature-invoice-automation_7b89de
  hint: git session use ID picks one
  git session: no current session: 2 are open on branch 'feature/invoice-automation'
    2025-11-22_feature-invoice-automation_a3f42c
    2025-11-22_feature-invoice-automation_7b89de
  hint: git session use ID picks one
  git session: no current session: 2 are open on branch 'feature/invoice-automation'
    2025-11-22_feature-invoice-automation_a3f42c
    2025-11-22_feature-invoice-automation_7b89de
  hint: git session use ID picks one
  [3]
  $ rm .git/session/current && mkdir .git/session/current && git session use $id && git session current --id
  git session: the git directory cannot be written
  hint: eval "$(git session env --session 2025-11-22_feature-invoice-automation_a3f42c)"
  [1]
  $ rmdir .git/session/current && cp ../pointer .git/session/current

No home, no identity, no login:

  $ env -u HOME -u GIT_CONFIG_GLOBAL git session list | cut -f7
  Other
  Invoice Automation
  $ HOME=/nonexistent GIT_CONFIG_GLOBAL=/dev/null git session list | cut -f7
  Other
  Invoice Automation
  $ no_name() { env -u HOME -u USER -u LOGNAME GIT_CONFIG_GLOBAL=/dev/null "$@"; }
  $ no_name git -c user.useConfigOnly=true session create --project Nobody --team engineering --quiet | cut -c1-10; ls output/sessions
  2025-11-22
  ada-lovelace
  unknown-user
  $ no_name git -c user.useConfigOnly=true session commit $id 2>&1 | tail -2
  git session: git did not commit: fatal: no email was given and auto-detection is disabled; 1 file is staged
  hint: git config --global user.name 'Your Name' && git config --global user.email you@example.com

Names of users become harmless folders:

  $ for name in ../../x / . .git '$(id)' -rf "$(printf '%0300d' 0 | tr 0 a)" $'a\nb' "$(printf '\e[2J')" 'con'; do
  >   GIT_SESSION_USER=$name git session create --project U --team engineering --quiet >/dev/null 2>&1 || echo "refused: ${name:0:10}"
  > done; ls output/sessions
  refused: aaaaaaaaaa
  2j
  ab
  ada-lovelace
  con
  git
  id
  rf
  unknown-user
  x

Sixteen agents that start at once share one session:

  $ git checkout --quiet -b together
  $ for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
  >   CLAUDE_CODE_SESSION_ID=chat-$i git session create --reuse --project Shared --team engineering --quiet &
  > done 2>&1 | sort | uniq -c | sed 's/_[0-9a-f]*$/_HEX/'
       16 2025-11-22_together_HEX
  $ ls -A output/sessions/ada-lovelace | grep -c together; ls .git/session/chats | wc -l
  1
  16

A git older than 2.34 knows no --sparse, and is not asked for it:

  $ mkdir ../old
  $ cat >../old/git <<'END'
  > #!/bin/sh
  > case " $* " in *" --sparse "*) echo "error: unknown option" >&2; exit 129 ;; esac
  > exec /usr/bin/git "$@"
  > END
  $ chmod +x ../old/git; export PATH=$(cd ../old && pwd):$PATH
  $ git mv --sparse a b
  error: unknown option
  [129]
  $ git-session commit --quiet && git-session archive $(git-session current --id) --quiet && git diff --cached --name-only | cut -d/ -f1,2 | uniq
  output/archive
  output/sessions
