add registers files as outputs. A file outside the session is copied in under the guide's naming.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ cd "$(git rev-parse --show-toplevel)"
  $ S=$(git session current --path)
  $ echo "# Plan" >plan.md
  $ git session add plan.md --agent cs-architect --topic "Roll-out plan" --type analysis
  Added: 2025-11-22_08-15-30_roll-out-plan_cs-architect.md
  $ sed -n '/^outputs/,/^stakeholders/p' "$S/.session-metadata.yaml"
  outputs:
    - file: "2025-11-22_08-15-30_roll-out-plan_cs-architect.md"
      agent: "cs-architect"
      type: "analysis"
      created_at: "2025-11-22T08:15:30Z"
      promoted: false
      promoted_to: null
      blob: "14fba09b2e543cace2d9b291ea4e9e8a648725fe"
  stakeholders: []
  $ cat "$S"/*_roll-out-plan_*
  # Plan

It is safe to repeat: the same content is not copied twice, whoever adds it.

  $ git session add plan.md --agent cs-other
  Already there: 2025-11-22_08-15-30_roll-out-plan_cs-architect.md (the same content as plan.md)
  $ ls "$S"
  2025-11-22_08-15-30_roll-out-plan_cs-architect.md

Other content of the same second and topic gets a name of its own.

  $ echo "# Other plan" >plan.md
  $ git session add plan.md --agent cs-architect --topic "Roll-out plan"
  Added: 2025-11-22_08-15-30_roll-out-plan-2_cs-architect.md

A file in the session folder stays where it is. Its name tells agent and time; it may be named from
anywhere. Named again, it takes what the options say.

  $ echo "Review" >"$S/2025-11-22_08-00-00_review_cs-reviewer.md"
  $ git session add "$S/2025-11-22_08-00-00_review_cs-reviewer.md"
  Added: 2025-11-22_08-00-00_review_cs-reviewer.md
  $ git session add 2025-11-22_08-00-00_review_cs-reviewer.md
  Already there: 2025-11-22_08-00-00_review_cs-reviewer.md
  $ git session add 2025-11-22_08-00-00_review_cs-reviewer.md --title "A review" --model m-1
  Changed: 2025-11-22_08-00-00_review_cs-reviewer.md (title, model)
  $ grep -A 9 'review_cs-reviewer' "$S/.session-metadata.yaml"
    - file: "2025-11-22_08-00-00_review_cs-reviewer.md"
      agent: "cs-reviewer"
      type: null
      created_at: "2025-11-22T08:00:00Z"
      promoted: false
      promoted_to: null
      blob: "cf29a88f81a3667e6ae82b51a28ad19c65e86f12"
      title: "A review"
      model: "m-1"
  stakeholders: []
  $ (cd "$S" && git session add --type reviews ./2025-11-22_08-00-00_review_cs-reviewer.md)
  Changed: 2025-11-22_08-00-00_review_cs-reviewer.md (type)

Agent and topic of a copy come from its own name when the options do not say.

  $ mkdir notes && echo "Notes" >notes/interview_cs-product-manager.md
  $ git session add notes/interview_cs-product-manager.md
  Added: 2025-11-22_08-15-30_interview_cs-product-manager.md

Standard input, and several files at once, of which some may be removed.

  $ echo '{"ok": true}' | git session add - --agent cs-secops --topic scan --ext json
  Added: 2025-11-22_08-15-30_scan_cs-secops.json
  $ echo one >one.md && echo two >two.md
  $ git session add --move one.md two.md one.md
  Added: 2025-11-22_08-15-30_one.md
  Removed: one.md
  Added: 2025-11-22_08-15-30_two.md
  Removed: two.md
  Already there: 2025-11-22_08-15-30_one.md (the same content as one.md)
  Removed: one.md
  $ ls one.md two.md
  ls: cannot access 'one.md': No such file or directory
  ls: cannot access 'two.md': No such file or directory
  [2]
  $ git session add --link s3://models/v3.bin model-v3.bin
  Added: model-v3.bin
  $ tail -30 "$S/.session-metadata.yaml" | grep -B 6 s3:
    - file: "model-v3.bin"
      agent: null
      type: null
      created_at: "2025-11-22T08:15:30Z"
      promoted: false
      promoted_to: null
      link: "s3://models/v3.bin"

A draft is no output until it is added.

  $ mkdir "$S/drafts" && echo draft >"$S/drafts/idea.md"
  $ git session add drafts/idea.md
  Added: 2025-11-22_08-15-30_idea.md

Programs get lists.

  $ git session add --json two.md one.md 2>/dev/null
  {"schema":1,"error":{"kind":"not_found","message":"there is no file 'two.md'","hint":"git session report 2025-11-22_feature-invoice-automation_a3f42c lists the outputs"}}
  [1]
  $ echo two >two.md; echo three >three.md
  $ git session add --json two.md three.md "$S/2025-11-22_08-00-00_review_cs-reviewer.md" --type plans |
  >   python3 -c 'import json, sys; d = json.load(sys.stdin); print({k: d[k] for k in ("schema", "added", "changed", "existing")}, len(d["outputs"]))'
  {'schema': 1, 'added': [{'file': '2025-11-22_08-15-30_three.md'}], 'changed': [{'file': '2025-11-22_08-00-00_review_cs-reviewer.md'}], 'existing': [{'file': '2025-11-22_08-15-30_two.md'}]} 10

What makes no sense is refused, and nothing is written.

  $ cp "$S/.session-metadata.yaml" before.yaml
  $ git session add
  git session: add needs FILE
  hint: see git session add -h
  [2]
  $ git session add absent.md
  git session: there is no file 'absent.md'
  hint: git session report 2025-11-22_feature-invoice-automation_a3f42c lists the outputs
  [1]
  $ git session add notes
  git session: 'notes' is a folder: add its files
  hint: git session add notes/*
  [2]
  $ echo x | git session add -
  git session: standard input has no name: it needs a topic
  hint: git session add - --topic TOPIC
  [2]
  $ git session add - --topic nothing </dev/null
  git session: there is nothing on standard input
  hint: COMMAND | git session add - --topic TOPIC
  [2]
  $ git session add "$S/.session-metadata.yaml"
  git session: '.session-metadata.yaml' is hidden, so it is no output
  hint: give it a name without a dot in front
  [5]
  $ git session add two.md --type "$(printf 'a\033[2J')"
  git session: --type 'a\x1b[2J' holds a control character
  [2]
  $ git session add two.md --ext a/b
  git session: 'a/b' is no file name extension
  hint: --ext md
  [2]
  $ git session add --link javascript://x x.md
  git session: 'javascript://x' is no link
  hint: write it as https://example.com/place or s3://bucket/key
  [2]
  $ git session add --link https://x.example.com ../x.md
  git session: '../x.md' is no name for an output
  hint: git session add --link URL NAME, with a plain file name
  [2]
  $ git session add --link https://x.example.com --move x.md
  git session: --link and --move do not go together
  hint: git session add --link URL NAME
  [2]
  $ mkfifo pipe && git session add pipe
  git session: 'pipe' is not a regular file
  hint: COMMAND | git session add - --topic TOPIC takes what a program prints
  [5]
  $ cmp before.yaml "$S/.session-metadata.yaml"

What is large is refused, unless that is wanted.

  $ head -c 600 /dev/zero >big.bin
  $ git -c session.maxOutputSize=500 session add big.bin
  git session: 'big.bin' has 600 B, more than session.maxOutputSize (500 B)
  hint: git session add --large takes it all the same, --link URL NAME records where it is kept instead
  [5]
  $ git -c session.maxOutputSize=500 session add - --topic big <big.bin
  git session: standard input has more than session.maxOutputSize (500 B)
  hint: git session add --large takes it all the same, --link URL NAME records where it is kept instead
  [5]
  $ git -c session.maxOutputSize=500 session add --large big.bin
  Added: 2025-11-22_08-15-30_big.bin
  $ git -c session.maxOutputSize=500 session add --json two.md big.bin --topic more | cut -c -120
  {"schema":1,"error":{"kind":"refused","message":"'big.bin' has 600 B, more than session.maxOutputSize (500 B)","hint":"g
  $ cmp big.bin "$S"/*_big.bin

Odd names are names. One that is not UTF-8 cannot stand in the metadata.

  $ echo rf >-rf && echo magic >':(exclude)a' && printf 'esc' >"$(printf 'a\n\033[2Jb.md')"
  $ git session add -- -rf ':(exclude)a' "$(printf 'a\n\033[2Jb.md')"
  Added: 2025-11-22_08-15-30_rf
  Added: 2025-11-22_08-15-30_exclude-a
  Added: 2025-11-22_08-15-30_a-2jb.md
  $ mv ':(exclude)a' "$(printf 'a\n\033[2Jb.md')" "$S"
  $ git session add ':(exclude)a' "$(printf 'a\n\033[2Jb.md')"
  Added: :(exclude)a
  Added: a\x0a\x1b[2Jb.md
  $ echo latin >"$S/$(printf 'caf\351.md')"
  $ git session add "$(printf 'caf\351.md')"
  git session: the name 'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/caf\xe9.md' is not UTF-8
  hint: mv $'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/caf\xe9.md' output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/caf_.md
  [5]

Links in the session lead nowhere.

  $ ln -s "$PWD/README.md" "$S/link.md" && ln -s / "$S/root"
  $ git session add "${S#$PWD/}/link.md"
  git session: 'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/link.md' is a link that leads out of the session
  hint: add the file it points to: git session add */add.t/repository/README.md (glob)
  [5]
  $ cd "$S" && git session add root/etc/hostname
  git session: 'root/etc/hostname' is a link that leads out of the session
  hint: add the file it points to: git session add /etc/hostname
  [5]
  $ cd - >/dev/null && ln -s "$PWD/README.md" "$HOME/readme-link.md"
  $ git session add "$HOME/readme-link.md"
  Added: 2025-11-22_08-15-30_readme-link.md
  $ echo moved >moved.md && ln -s moved.md moving.md && git session add --move moving.md
  git session: 'moving.md' is a link
  hint: name the file it points to, or leave out --move
  [2]

A closed session takes nothing more.

  $ git session close -q
  warning: 'caf\xe9.md' was not listed: its name is not UTF-8
  $ echo late >late.md
  $ git session add late.md --session "$id"
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is closed
  hint: git session reopen 2025-11-22_feature-invoice-automation_a3f42c
  [5]
  $ git session archive "$id" >/dev/null 2>&1
  $ git session add late.md --session "$id" --json
  {"schema":1,"error":{"kind":"refused","message":"session '2025-11-22_feature-invoice-automation_a3f42c' is archived","hint":"git session restore 2025-11-22_feature-invoice-automation_a3f42c","reason":"session-archived"}}
  [5]

At most 800 outputs are listed; nothing that is there already is refused.

  $ make_session
  $ S=$(git session current --path)
  $ python3 - "$S/.session-metadata.yaml" <<'END'
  > import sys
  > text = open(sys.argv[1]).read()
  > entries = "".join(f'  - file: "{n}.md"\n' for n in range(799))
  > open(sys.argv[1], "w").write(text.replace("outputs: []\n", "outputs:\n" + entries))
  > END
  $ git session add late.md
  Added: 2025-11-22_08-15-30_late.md
  $ git session add late.md
  Already there: 2025-11-22_08-15-30_late.md (the same content as late.md)
  $ git session add README.md
  git session: session '2025-11-22_feature-invoice-automation_7b89de' has as many outputs as its metadata can list (at most 800)
  hint: git session create starts another one
  [5]

What takes more than a second says so on a terminal, and nowhere else:

  $ git session create --team engineering --project Slow --quiet >/dev/null
  $ slowly() { sleep 1.5; echo "# $1"; }
  $ export -f slowly
  $ script --quiet --return --command 'slowly a | git session add - --topic slow' /dev/null </dev/null | tr '\r' '\n' | grep -a 'Adding 1 file: 1 s' | sort -u | cat -v
  Adding 1 file: 1 s^[[K
  $ slowly b | git session add - --topic slow 2>&1 | cat -v
  Added: 2025-11-22_08-15-30_slow-2.md
