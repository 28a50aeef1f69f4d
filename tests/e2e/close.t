close lists what nobody added, and ends the session.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ S=$(git session current --path)
  $ echo "# Review" >"$S/2025-11-22_08-00-00_review_cs-architect.md"
  $ git session add -q "$S/2025-11-22_08-00-00_review_cs-architect.md"
  $ echo "# Plan" >"$S/2025-11-22_08-05-00_plan_cs-product-manager.md"
  $ mkdir "$S/analysis" "$S/drafts" && echo "x" >"$S/analysis/notes.md" && echo "x" >"$S/drafts/idea.md" && echo "x" >"$S/.hidden"
  $ touch -d 2025-11-22T07:00:00Z "$S/analysis/notes.md"
  $ git session close
  Added: 2025-11-22_08-05-00_plan_cs-product-manager.md
  Added: analysis/notes.md
  Closed: 2025-11-22_feature-invoice-automation_a3f42c
  3 outputs, 0 promoted
  git session commit 2025-11-22_feature-invoice-automation_a3f42c commits it
  $ sed -n '/^status/,/^stakeholders/p' "$S/.session-metadata.yaml"
  status:
    current: "closed"
    closed_at: "2025-11-22T08:15:30Z"
    archived_at: null
  outputs:
    - file: "2025-11-22_08-00-00_review_cs-architect.md"
      agent: "cs-architect"
      type: null
      created_at: "2025-11-22T08:00:00Z"
      promoted: false
      promoted_to: null
      blob: "3002e3245833c90af5e283ce90e2c1cf0dcc1d4d"
    - file: "2025-11-22_08-05-00_plan_cs-product-manager.md"
      agent: "cs-product-manager"
      type: null
      created_at: "2025-11-22T08:05:00Z"
      promoted: false
      promoted_to: null
      blob: "14fba09b2e543cace2d9b291ea4e9e8a648725fe"
    - file: "analysis/notes.md"
      agent: null
      type: null
      created_at: "2025-11-22T07:00:00Z"
      promoted: false
      promoted_to: null
      blob: "587be6b4c3f93f93c489c0111bba5596147a26cb"
  stakeholders: []

It is no longer current, and repeating does no harm. New files are still listed.

  $ git session current
  git session: no current session for ada-lovelace on branch 'feature/invoice-automation'; 2025-11-22_feature-invoice-automation_a3f42c was closed at 2025-11-22T08:15:30Z
  hint: git session reopen 2025-11-22_feature-invoice-automation_a3f42c goes on with it; name it to work on it as it is
  [3]
  $ git session close "$id"
  Closed already: 2025-11-22_feature-invoice-automation_a3f42c
  3 outputs, 0 promoted
  $ git session close
  git session: no current session for ada-lovelace on branch 'feature/invoice-automation'; 2025-11-22_feature-invoice-automation_a3f42c was closed at 2025-11-22T08:15:30Z
  hint: git session reopen 2025-11-22_feature-invoice-automation_a3f42c goes on with it; name it to work on it as it is
  [3]
  $ (export GIT_SESSION_TEST_NOW=2025-11-22T07:00:00Z; make_session && git session close -q)
  $ git session close
  git session: no current session for ada-lovelace on branch 'feature/invoice-automation'; 2025-11-22_feature-invoice-automation_a3f42c was closed at 2025-11-22T08:15:30Z
  hint: git session reopen 2025-11-22_feature-invoice-automation_a3f42c goes on with it; name it to work on it as it is
  [3]
  $ git checkout --quiet -b feature/other && git session close; git checkout --quiet -
  git session: no current session for ada-lovelace on branch 'feature/other'
  hint: git session create starts one
  $ echo "# Late" >"$S/2025-11-22_09-00-00_late_cs-architect.md"
  $ git session close "$id" --json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["status"], d["added"], d["not_listed"], len(d["outputs"]))'
  {'current': 'closed', 'closed_at': '2025-11-22T08:15:30Z', 'archived_at': None} [{'file': '2025-11-22_09-00-00_late_cs-architect.md'}] [] 4
  $ rm "$S/2025-11-22_09-00-00_late_cs-architect.md"
  $ git session close "$id"
  Closed already: 2025-11-22_feature-invoice-automation_a3f42c
  4 outputs, 0 promoted, 1 missing

On a file somebody wrote by hand it is a change of two lines.

  $ H=output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c
  $ mkdir -p "$H" && printf 'user: ada\nstatus: active   # for now\noutputs: []\n' >"$H/.session-metadata.yaml"
  $ cp "$H/.session-metadata.yaml" before.yaml
  $ git session close 0a1b2c
  Closed: 2025-10-01_by-hand_0a1b2c
  0 outputs, 0 promoted
  git session commit 2025-10-01_by-hand_0a1b2c commits it
  $ diff -U0 before.yaml "$H/.session-metadata.yaml" | tail -n +3
  @@ -2 +2,2 @@
  -status: active   # for now
  +status: closed   # for now
  +closed_at: "2025-11-22T08:15:30Z"
  $ git session reopen -q 0a1b2c && cmp before.yaml "$H/.session-metadata.yaml"
  $ printf 'status: completed\noutputs:\n- file: ../../../x.py\n- a.md\n' >"$H/.session-metadata.yaml"
  $ git session close 0a1b2c
  Closed already: 2025-10-01_by-hand_0a1b2c
  2 outputs, 0 promoted, 1 missing
  $ cat "$H/.session-metadata.yaml"
  status: completed
  outputs:
  - file: ../../../x.py
  - a.md

A folder without metadata gets one.

  $ N=output/sessions/ada-lovelace/2025-10-02_no-metadata_0a1b2d
  $ mkdir -p "$N" && echo "x" >"$N/a_cs-architect.md" && touch -d 2025-10-02T07:00:00Z "$N/a_cs-architect.md"
  $ git session close 0a1b2d
  Added: a_cs-architect.md
  Closed: 2025-10-02_no-metadata_0a1b2d
  1 output, 0 promoted
  git session commit 2025-10-02_no-metadata_0a1b2d commits it
  $ sed -n '/^session_id/p; /^created_at/p; /^status/,/^stakeholders/p' "$N/.session-metadata.yaml"
  session_id: "2025-10-02_no-metadata_0a1b2d"
  created_at: "2025-10-02T00:00:00Z"
  status:
    current: "closed"
    closed_at: "2025-11-22T08:15:30Z"
    archived_at: null
  outputs:
    - file: "a_cs-architect.md"
      agent: "cs-architect"
      type: null
      created_at: "2025-10-02T07:00:00Z"
      promoted: false
      promoted_to: null
      blob: "587be6b4c3f93f93c489c0111bba5596147a26cb"
  stakeholders: []

One that is archived, or that cannot be read, stays as it is.

  $ git session archive 0a1b2d >/dev/null 2>&1
  $ git session close 0a1b2d
  git session: session '2025-10-02_no-metadata_0a1b2d' is archived
  hint: git session restore 2025-10-02_no-metadata_0a1b2d
  [5]
  $ git session reopen 0a1b2d
  git session: session '2025-10-02_no-metadata_0a1b2d' is archived
  hint: git session restore 2025-10-02_no-metadata_0a1b2d
  [5]
  $ printf 'status: active\n  x: y\n' >"$H/.session-metadata.yaml"
  $ git session close 0a1b2c
  git session: output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c/.session-metadata.yaml:2: not valid YAML: mapping values are not allowed in this context
  [1]
  $ git session close no-such-session
  git session: no session matches 'no-such-session'
  hint: git session list --all shows every session
  [1]

Only as many are listed as every reader reads.

  $ make_session
  $ S=$(git session current --path)
  $ for n in $(seq 801); do echo "$n" >"$S/$n.md"; done
  $ git session close -q
  warning: '99.md' was not listed: the metadata is full
  $ grep -c '  - file:' "$S/.session-metadata.yaml"
  800
