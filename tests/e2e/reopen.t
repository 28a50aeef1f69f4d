reopen goes on with a closed session.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ S=$(git session current --path)
  $ cp "$S/.session-metadata.yaml" before.yaml
  $ git session close -q
  $ diff -U0 before.yaml "$S/.session-metadata.yaml" | tail -n +3
  @@ -17,2 +17,2 @@
  -  current: "active"
  -  closed_at: null
  +  current: "closed"
  +  closed_at: "2025-11-22T08:15:30Z"
  $ git session reopen "$id"
  Reopened: 2025-11-22_feature-invoice-automation_a3f42c
  $ cmp before.yaml "$S/.session-metadata.yaml"

Repeating does no harm, and it does not become the current one by itself.

  $ git session reopen "$id"
  Open already: 2025-11-22_feature-invoice-automation_a3f42c
  $ git session create -q --team product --project Other --ticket OTHER-1
  2025-11-22_feature-invoice-automation_7b89de
  $ git session reopen "$id" --json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["schema"], d["status"])'
  1 {'current': 'active', 'closed_at': None, 'archived_at': None}
  $ git session current --id
  2025-11-22_feature-invoice-automation_7b89de

One in the archive is restored first.

  $ git session archive "$id" >/dev/null 2>&1
  $ git session reopen "$id"
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is archived
  hint: git session restore 2025-11-22_feature-invoice-automation_a3f42c
  [5]
  $ git session reopen --json "$id"
  {"schema":1,"error":{"kind":"refused","message":"session '2025-11-22_feature-invoice-automation_a3f42c' is archived","hint":"git session restore 2025-11-22_feature-invoice-automation_a3f42c","reason":"session-archived"}}
  [5]
