update changes what the metadata says, and prints what changed.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ S=$(git session current --path)
  $ cp "$S/.session-metadata.yaml" before.yaml
  $ git session update --ticket PROJ-200 --team Product --project "Invoice Automation System" \
  >   --sprint 2025-Q4-Sprint-3 --epic PROJ-7 --release 2.1 --add-tag billing --add-tag q4 \
  >   --add-stakeholder "Sarah Chen <sarah@example.com> (product owner)" --link jira=https://jira.example.com/PROJ-200 \
  >   --note "Agreed on Monday" --set custom.cost_center=4711
  created_by.team: engineering -> product
  context.ticket: (none) -> PROJ-200
  context.project: Invoice Automation -> Invoice Automation System
  context.sprint: (none) -> 2025-Q4-Sprint-3
  context.epic: (none) -> PROJ-7
  context.release: (none) -> 2.1
  links.jira: (none) -> https://jira.example.com/PROJ-200
  custom.cost_center: (none) -> 4711
  stakeholders: + Sarah Chen <sarah@example.com> (product owner)
  tags: + billing
  tags: + q4
  notes: + Agreed on Monday
  $ diff -U0 before.yaml "$S/.session-metadata.yaml" | tail -n +3
  @@ -8 +8 @@
  -  team: "engineering"
  +  team: "product"
  @@ -11,5 +11,5 @@
  -  ticket: ""
  -  project: "Invoice Automation"
  -  sprint: ""
  -  epic: ""
  -  release: ""
  +  ticket: "PROJ-200"
  +  project: "Invoice Automation System"
  +  sprint: "2025-Q4-Sprint-3"
  +  epic: "PROJ-7"
  +  release: "2.1"
  @@ -21 +21,4 @@
  -stakeholders: []
  +stakeholders:
  +  - name: "Sarah Chen"
  +    role: "product owner"
  +    email: "sarah@example.com"
  @@ -27 +30 @@
  -  jira: ""
  +  jira: "https://jira.example.com/PROJ-200"
  @@ -31,2 +34,7 @@
  -tags: []
  -notes: ""
  +tags:
  +  - "billing"
  +  - "q4"
  +notes: |
  +  Agreed on Monday
  +custom:
  +  cost_center: "4711"

What is so already is left alone: not a byte is written.

  $ touch -d 2001-01-01 "$S/.session-metadata.yaml"
  $ git session update --ticket PROJ-200 --add-tag billing --add-stakeholder "Sarah Chen" --set custom.cost_center=4711
  Nothing to change
  $ date -r "$S/.session-metadata.yaml" +%Y
  2001

Notes grow by lines; people are known by name or mail; what is not there cannot be removed.

  $ git session update --note "Changed on Tuesday" --add-stakeholder "sarah@example.com (sponsor)" --remove-tag q4 --remove-tag q5
  there is no tag 'q5'
  stakeholders: + Sarah Chen <sarah@example.com> (sponsor)
  stakeholders: - Sarah Chen <sarah@example.com> (product owner)
  tags: - q4
  notes: + Changed on Tuesday
  $ git session update --remove-stakeholder SARAH@example.com --remove-stakeholder Mike
  there is no stakeholder 'Mike'
  stakeholders: - Sarah Chen <sarah@example.com> (sponsor)
  $ sed -n '/^notes/,$p' "$S/.session-metadata.yaml"
  notes: |
    Agreed on Monday
    Changed on Tuesday
  custom:
    cost_center: "4711"

An empty value clears.

  $ git session update --ticket "" --sprint= --link jira= --set custom.cost_center=
  context.ticket: PROJ-200 -> (none)
  context.sprint: 2025-Q4-Sprint-3 -> (none)
  links.jira: https://jira.example.com/PROJ-200 -> (none)
  custom.cost_center: 4711 -> (none)
  $ git session update --project ""
  git session: 'context.project' cannot be empty
  [2]
  $ git session update --team ""
  git session: 'created_by.team' cannot be empty
  [2]

Retention is counted from the day in the id; a day of one's own goes first.

  $ at 2025-12-24T10:00:00Z
  $ git session update --retention sprint
  retention.policy: project -> sprint
  retention.expires_at: 2026-05-22 -> 2025-12-13
  retention.reason: Project retention policy -> Sprint retention policy
  $ git session update --retention temporary --expires 2026-01-31 --reason "Audit until January"
  retention.policy: sprint -> temporary
  retention.expires_at: 2025-12-13 -> 2026-01-31
  retention.reason: Sprint retention policy -> Audit until January
  $ git session update --retention permanent
  retention.policy: temporary -> permanent
  retention.expires_at: 2026-01-31 -> (none)
  $ git session update --expires never --reason "For the archive"
  retention.reason: Audit until January -> For the archive
  $ git session update --set retention.policy=project --set reason=
  retention.policy: permanent -> project
  retention.expires_at: (none) -> 2026-05-22
  retention.reason: For the archive -> (none)

A change and its inverse give the same bytes.

  $ cp "$S/.session-metadata.yaml" before.yaml
  $ git session update -q --ticket X-1 --add-tag a --link github_pr=https://github.com/x/pull/1 --retention sprint
  $ git session update -q --ticket "" --remove-tag a --link github_pr= --retention project
  $ cmp before.yaml "$S/.session-metadata.yaml"

A length sets the date of this session alone, and settings, which may be committed, change the lengths of
the policies.

  $ git session update --retention 90d
  retention.expires_at: 2026-05-22 -> 2026-02-20
  $ git session update --retention sprint
  retention.policy: project -> sprint
  retention.expires_at: 2026-02-20 -> 2025-12-13
  $ git config --file .gitsession session.retention.sprint 4w
  $ git session update --retention sprint
  retention.expires_at: 2025-12-13 -> 2025-12-20
  $ git config session.team engineering && git config session.project Invoices
  $ git session create --no-use --retention sprint --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["retention"])'
  {'policy': 'sprint', 'expires_at': '2026-01-21', 'reason': 'Sprint retention policy', 'before_hold': None}
  $ git session create --no-use --retention 2w --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["retention"])'
  {'policy': 'project', 'expires_at': '2026-01-07', 'reason': 'Kept for 14 days', 'before_hold': None}
  $ git config session.retention.sprint soon
  $ git session update --retention sprint
  git session: 'soon' is not a length (session.retention.sprint, file:.git/config)
  hint: git config session.retention.sprint 90d, or 12w, 6m, 1y
  [1]
  $ git config --unset session.retention.sprint && rm .gitsession

A hold keeps a session whatever its date; released, it is as before.

  $ cp "$S/.session-metadata.yaml" before.yaml
  $ git session update --hold "Litigation 4711"
  retention.policy: sprint -> hold
  retention.expires_at: 2025-12-20 -> (none)
  retention.reason: (none) -> Litigation 4711
  retention.before_hold: (none) -> sprint until 2025-12-20
  $ git session update --hold "Litigation 4711 and 4712"
  retention.reason: Litigation 4711 -> Litigation 4711 and 4712
  $ git session update --expires 2027-01-01
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' is held: Litigation 4711 and 4712
  hint: git session update 2025-11-22_feature-invoice-automation_a3f42c --release-hold lets go of it
  [5]
  $ git session update --release-hold
  retention.policy: hold -> sprint
  retention.expires_at: (none) -> 2025-12-20
  retention.reason: Litigation 4711 and 4712 -> (none)
  retention.before_hold: sprint until 2025-12-20 -> (none)
  $ cmp before.yaml "$S/.session-metadata.yaml"
  $ git session update --release-hold
  the session was not held
  Nothing to change
  $ git session update -q --hold "Audit" && git session update -q --release-hold --retention 1y --reason "Audited"
  $ grep -A3 ^retention "$S/.session-metadata.yaml"
  retention:
    policy: "sprint"
    expires_at: "2026-11-22"
    reason: "Audited"
  $ git session update --hold " "
  git session: a hold needs a reason
  hint: --hold REASON
  [2]
  $ git session update --hold Audit --expires never
  git session: --hold goes with none of --retention, --expires, --reason and --release-hold
  hint: set those first, then hold the session
  [2]
  $ git session update --set retention.before_hold=x
  git session: update does not set 'retention.before_hold'
  hint: --hold REASON, --release-hold
  [2]
  $ cp before.yaml "$S/.session-metadata.yaml"

Keys of other verbs, and values that make no sense, are refused.

  $ git session update
  git session: there is nothing to update
  hint: git session update -h lists what can be set
  [2]
  $ git session update --team sales
  git session: there is no team 'sales'; there are marketing, product, engineering, delivery
  hint: git config session.teams marketing,product,engineering,delivery,sales makes it one
  [2]
  $ git session update --retention forever
  git session: 'forever' is no value for --retention
  hint: --retention takes one of: project, sprint, temporary, permanent, hold; or a length such as 90d, 12w, 6m, 1y
  [2]
  $ git session update --expires tomorrow
  git session: 'tomorrow' is no day
  hint: write --expires YYYY-MM-DD, or --expires never
  [2]
  $ git session update --set expires_at=2026-02-30
  git session: '2026-02-30' is no day
  hint: write --expires YYYY-MM-DD, or --expires never
  [2]
  $ git session update --set status=closed
  git session: update does not set 'status'
  hint: git session close, reopen, archive or restore
  [2]
  $ git session update --set closed_at=2025-11-22
  git session: update does not set 'closed_at'
  hint: git session close, reopen, archive or restore
  [2]
  $ git session update --set session_id=x
  git session: update does not set 'session_id'
  hint: it is the folder's name, and stays
  [2]
  $ git session update --set branch=feature/other
  git session: 'context.branch' cannot be 'feature/other': the session's id has another branch in it
  hint: git session create on that branch starts a session there
  [2]
  $ git session update --set outputs.0.agent=x
  git session: update does not set 'outputs.0.agent'
  hint: git session add
  [2]
  $ git session update --set tags=x
  git session: update does not set 'tags'
  hint: --add-tag TAG, --remove-tag TAG
  [2]
  $ git session update --set a..b=x
  git session: 'a..b' is no key
  hint: --set key=value
  [2]
  $ git session update --set nothing
  git session: --set 'nothing' has no '='
  hint: --set key=value
  [2]
  $ git session update --ticket "$(printf 'a\033[2J')"
  git session: context.ticket 'a\x1b[2J' holds a control character
  [2]
  $ git session update --add-stakeholder "x <y>"
  git session: 'x <y>' names no stakeholder: 'y' is no e-mail address
  hint: write it as 'Sarah Chen <sarah@example.com> (product owner)'
  [2]
  $ cmp before.yaml "$S/.session-metadata.yaml"

Programs get the session and the changes.

  $ git session update --json --ticket X-2 | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["schema"], d["context"]["ticket"], d["changes"])'
  1 X-2 [{'key': 'context.ticket', 'before': None, 'after': 'X-2'}]

Hand-written files keep their shape: comments, order, quotes, line endings and all.

  $ H=output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c
  $ mkdir -p "$H" && printf '# By hand\r\nuser: ada   # me\r\nteam: "product"\r\nwork_context: {branch: main, description: Old}\r\nstatus: completed\r\ntags: a, b\r\npriority: high\r\nexpires: None' >"$H/.session-metadata.yaml"
  $ cp "$H/.session-metadata.yaml" before.yaml
  $ git session update 0a1b2c --team delivery --ticket X-3 --add-tag c --set priority=low --retention sprint
  created_by.team: product -> delivery
  context.ticket: (none) -> X-3
  retention.policy: (none) -> sprint
  retention.expires_at: (none) -> 2025-10-22
  priority: high -> low
  tags: + c
  $ diff -U0 before.yaml "$H/.session-metadata.yaml" | tail -n +3 | cat -v
  @@ -3,2 +3,2 @@
  -team: "product"^M
  -work_context: {branch: main, description: Old}^M
  +team: "delivery"^M
  +work_context: {branch: main, description: Old, ticket: X-3}^M
  @@ -6,3 +6,6 @@
  -tags: a, b^M
  -priority: high^M
  -expires: None
  \ No newline at end of file
  +tags: a, b, c^M
  +priority: low^M
  +expires: None^M
  +retention:^M
  +  policy: sprint^M
  +  expires_at: "2025-10-22"
  \ No newline at end of file

A file that cannot be read is named with its line, and left alone.

  $ printf 'status: active\n<<<<<<< HEAD\nteam: a\n=======\nteam: b\n>>>>>>> other\n' >"$H/.session-metadata.yaml"
  $ git session update 0a1b2c --ticket X-4
  git session: output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c/.session-metadata.yaml:2: merge conflict markers
  hint: git session doctor 2025-10-01_by-hand_0a1b2c --fix, or an editor
  [1]
  $ printf 'status: active\nteam: &a x\nuser: *a\n' >"$H/.session-metadata.yaml"
  $ git session update 0a1b2c --ticket X-4
  git session: output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c/.session-metadata.yaml:2: an anchor, '&a'
  [1]
  $ printf 'schema: 2\nstatus: active\n' >"$H/.session-metadata.yaml"
  $ git session update 0a1b2c --ticket X-4
  git session: session '2025-10-01_by-hand_0a1b2c' needs a newer git-session: its metadata has schema 2
  hint: install a newer git-session
  [5]
  $ echo "tags: {a: b}" >"$H/.session-metadata.yaml"
  $ git session update 0a1b2c --add-tag c
  git session: output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c/.session-metadata.yaml:1: 'tags' cannot be edited in place: not a list
  hint: edit the file by hand
  [5]

Nothing is read or written through a link.

  $ echo "status: active" >canary.yaml
  $ ln -sf "$PWD/canary.yaml" "$H/.session-metadata.yaml"
  $ git session update 0a1b2c --ticket X-4
  git session: '*/update.t/repository/output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c/.session-metadata.yaml' is or passes through a symbolic link (glob)
  hint: git session doctor lists what is out of place
  [5]
  $ cat canary.yaml
  status: active
  $ mv "$H" elsewhere && ln -s "$PWD/elsewhere" "$H" && rm elsewhere/.session-metadata.yaml && mv canary.yaml elsewhere/.session-metadata.yaml
  $ git session update output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c --ticket X-4
  git session: no session matches 'output/sessions/ada-lovelace/2025-10-01_by-hand_0a1b2c'
  hint: git session list --all shows every session
  [1]
  $ cat elsewhere/.session-metadata.yaml
  status: active

A policy of a team's own comes back from a hold as it was:

  $ make_session
  $ sed -i 's/policy: "project"/policy: "legal archive"/; s/expires_at: .*/expires_at: "2040-01-01"/; s/  reason: .*/  reason: "tax law"/' $(metadata_of $id)
  $ git session update $id -q --hold "Litigation" && git session update $id -q --release-hold
  $ grep -A3 ^retention $(metadata_of $id)
  retention:
    policy: "legal archive"
    expires_at: "2040-01-01"
    reason: "tax law"
  $ git session update $id -q --hold "Litigation" && sed -i 's/until 2040-01-01/until Christmas/' $(metadata_of $id)
  $ git session update $id --release-hold
  git session: what session '2025-12-24_feature-invoice-automation_c4f88a' had before the hold cannot be read: 'legal archive until Christmas: tax law'
  hint: correct retention.before_hold, or take it out, in an editor
  [5]
