run keeps what a command prints as an output, with what made it.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ S=$(git session current --path)
  $ git session run --agent cs-architect --topic "Architecture review" --type reviews -- echo "# Review" | sed 's/, [0-9]* ms/, N ms/'
  Added: 2025-11-22_08-15-30_architecture-review_cs-architect.md (9 B, N ms)
  $ cat "$S"/*_architecture-review_*
  # Review
  $ sed -n '/^outputs/,/^stakeholders/p' "$S/.session-metadata.yaml" | sed 's/duration_ms: .*/duration_ms: N/'
  outputs:
    - file: "2025-11-22_08-15-30_architecture-review_cs-architect.md"
      agent: "cs-architect"
      type: "reviews"
      created_at: "2025-11-22T08:15:30Z"
      promoted: false
      promoted_to: null
      blob: "3002e3245833c90af5e283ce90e2c1cf0dcc1d4d"
      command: "echo '# Review'"
      duration_ms: N
      exit_code: 0
  stakeholders: []

The command finds the session in its environment, and our standard input and error are its own.

  $ echo typed | git session run -q --agent cs-x --topic environment --ext txt -- \
  >   sh -c 'echo "$GIT_SESSION"; basename "$CLAUDE_SESSION_DIR"; cat; echo to stderr >&2; basename "$PWD"'
  to stderr
  $ cat "$S"/*_environment_cs-x.txt
  2025-11-22_feature-invoice-automation_a3f42c
  2025-11-22_feature-invoice-automation_a3f42c
  typed
  repository

Words are given as they are, options and all; no shell is involved.

  $ git session run -q --agent cs-x --topic words --title "Odd words" -- printf '[%s]' '--agent' '*' '$(id)' 'a  b' '-rf'
  $ cat "$S"/*_words_cs-x.md
  [--agent][*][$(id)][a  b][-rf] (no-eol)
  $ grep 'command:' "$S/.session-metadata.yaml" | tail -1
      command: "printf '[%s]' --agent '*' '$(id)' 'a  b' -rf"

The output of a command that fails is kept and marked; its exit code is ours. Nothing is nothing.

  $ git session run --agent cs-x --topic failing -- sh -c 'echo half; exit 3' | sed 's/, [0-9]* ms/, N ms/'; echo "${PIPESTATUS[0]}"
  warning: the command ended with 3; what it printed is kept
  Added: 2025-11-22_08-15-30_failing_cs-x.md (5 B, N ms)
  3
  $ grep -A 9 'failing_cs-x' "$S/.session-metadata.yaml" | grep exit_code
      exit_code: 3
  $ git session run --agent cs-x --topic silent -- false
  warning: the command ended with 1 and printed nothing: nothing was recorded
  [1]
  $ git session run -q --agent cs-x --topic killed -- sh -c 'echo half; kill -TERM $$'
  warning: the command ended with 143; what it printed is kept
  [143]
  $ git session run -q --agent cs-x --topic empty -- true
  $ ls "$S" | grep -c silent
  0
  [1]
  $ wc -c <"$(echo "$S"/*_empty_cs-x.md)"
  0

125 says that it could not be started.

  $ git session run --agent cs-x --topic absent -- no-such-program
  git session: there is no program 'no-such-program'
  hint: for what only a shell knows: -- sh -c 'COMMAND'
  [125]
  $ git session run --agent cs-x --topic absent -- ./README.md
  git session: cannot start './README.md': Permission denied
  hint: chmod +x makes a script a program; sh FILE, python3 FILE run it without
  [125]
  $ git session run --json --agent cs-x --topic absent -- no-such-program
  {"schema":1,"error":{"kind":"unavailable","message":"there is no program 'no-such-program'","hint":"for what only a shell knows: -- sh -c 'COMMAND'"}}
  [125]
  $ ls "$S" | grep -c absent
  0
  [1]

A program of the same name in the working directory is not taken.

  $ printf '#!/bin/sh\necho PWNED\n' >date && chmod +x date
  $ PATH=":.:$PATH" git session run -q --agent cs-x --topic search -- date +%Y
  $ grep -c PWNED "$S"/*_search_cs-x.md
  0
  [1]

Secrets on the command line are not recorded.

  $ git session run -q --agent cs-x --topic secret -- echo --token abc123 API_TOKEN=abc123
  $ grep -c abc123 "$S/.session-metadata.yaml"
  0
  [1]

It survives the signals that end it; the command gets them.

  $ cat >slow <<'END'
  > #!/bin/sh
  > trap 'echo interrupted; exit 4' TERM
  > echo started
  > while :; do sleep 0.1; done
  > END
  $ chmod +x slow
  $ git session run -q --agent cs-x --topic slow -- ./slow &
  $ until grep -q started "$S"/*_slow_cs-x.md 2>/dev/null; do sleep 0.1; done
  $ kill -TERM $! && wait $!
  warning: the command ended with 4; what it printed is kept
  [143]
  $ cat "$S"/*_slow_cs-x.md
  started
  interrupted
  $ grep -A 9 'slow_cs-x' "$S/.session-metadata.yaml" | grep exit_code
      exit_code: 4

On a terminal a line tells how far a longer one is.

  $ on_terminal "git session run --agent cs-x --topic longer -- sleep 3" | grep -oE 'cs-x: [123] s, 0 B' | sed 's/[123]/N/' | sort -u
  cs-x: N s, 0 B

When its output cannot be recorded, it is kept and named.

  $ cp "$S/.session-metadata.yaml" saved.yaml
  $ git session run --agent cs-x --topic kept -- sh -c 'echo kept; echo "<<<<<<< HEAD" >"$CLAUDE_SESSION_DIR/.session-metadata.yaml"'
  git session: the output is kept as output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_kept_cs-x.md, but was not recorded: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:1: merge conflict markers
  hint: git session doctor 2025-11-22_feature-invoice-automation_a3f42c --fix, or an editor
  [1]
  $ cat "$S"/*_kept_cs-x.md
  kept
  $ git session run -q --agent cs-x --topic kept -- true
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:1: merge conflict markers
  hint: git session doctor 2025-11-22_feature-invoice-automation_a3f42c --fix, or an editor
  [1]
  $ cp saved.yaml "$S/.session-metadata.yaml"

No lock is held meanwhile: others write, and close may list the output before it is whole.

  $ git session run -q --agent cs-x --topic long -- sh -c 'echo half; git session update -q --add-tag meanwhile; git session close -q; echo whole'
  $ cat "$S"/*_long_cs-x.md
  half
  whole
  $ grep -c 'long_cs-x' "$S/.session-metadata.yaml"
  1
  $ grep -A 9 'long_cs-x' "$S/.session-metadata.yaml" | grep blob | cut -d'"' -f2 | cmp - <(git hash-object "$S"/*_long_cs-x.md)
  $ grep meanwhile "$S/.session-metadata.yaml"
      command: "sh -c 'echo half; git session update -q --add-tag meanwhile; git session close -q; echo whole'"
    - "meanwhile"

A closed session takes nothing more, and a command that could not be kept is not started.

  $ git session run --session "$id" --agent cs-x --topic late -- touch started
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is closed
  hint: git session reopen 2025-11-22_feature-invoice-automation_a3f42c
  [5]
  $ ls started
  ls: cannot access 'started': No such file or directory
  [2]
  $ git session run --topic late -- true
  git session: run needs --agent NAME
  hint: see git session run -h
  [2]
  $ git session run --session "$id" --agent cs-x --topic '///' -- true
  git session: --topic '///' is no name
  hint: --topic architecture-review
  [2]
  $ git session run --agent cs-x --topic late
  git session: run needs CMD
  hint: see git session run -h
  [2]
