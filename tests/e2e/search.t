Finding sessions.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ write_session() {  # FOLDER, the metadata on stdin
  >   mkdir -p "output/$1"
  >   cat >"output/$1/.session-metadata.yaml"
  > }
  $ write_session sessions/ada/2025-11-20_invoices_a3f42c <<'END'
  > session_id: "2025-11-20_invoices_a3f42c"
  > created_at: "2025-11-20T08:00:00Z"
  > created_by: {user: "ada", email: "ada@example.com", team: "engineering"}
  > context: {branch: "feature/invoices", ticket: "PROJ-123", project: "Invoice Automation", sprint: "2025-Q4-Sprint-3", epic: "Billing", release: "R1"}
  > status: {current: "active"}
  > outputs:
  >   - {file: "review_cs-architect.md", agent: "cs-architect", type: "reviews", created_at: "2025-11-20T09:00:00Z", promoted: true, model: "large"}
  >   - {file: "scan_cs-secops.md", type: "analysis", created_at: "2025-11-22T08:00:00Z"}
  > retention: {policy: "project", expires_at: "2026-05-20"}
  > links: {jira: "https://jira.example.com/browse/PROJ-123"}
  > tags: [backend, q4]
  > usage: {tokens: {total: 1200}}
  > END
  $ write_session sessions/grace/2025-11-21_ledger_7b89de <<'END'
  > session_id: 2025-11-21_ledger_7b89de
  > created_at: 2025-11-21 23:30:00
  > user: grace
  > team: product
  > status: completed
  > work_context:
  >   branch: main
  >   ticket: proj-1234
  >   project: Ledger Migration
  > outputs: []
  > retention: {policy: sprint, expires_at: 2025-11-21}
  > tags: backend
  > END
  $ write_session archive/ada/2025-10-01_old_c19f03 <<'END'
  > session_id: "2025-10-01_old_c19f03"
  > created_at: "2025-10-01T08:00:00Z"
  > created_by: {user: "ada", email: "ada@example.com", team: "engineering"}
  > context: {branch: "main", ticket: "PROJ-123", project: "Invoices, old"}
  > status: {current: "closed"}
  > outputs: []
  > retention: {policy: "project", expires_at: "2025-11-01"}
  > END
  $ ids() { git session search --format ids "$@"; }

A ticket is the whole key in any case; a glob finds more. Archived sessions are found too, and the
status says so.

  $ git session search --ticket proj-123 | cut -f1,3
  2025-11-20_invoices_a3f42c\tactive (esc)
  2025-10-01_old_c19f03\tarchived (esc)
  $ ids --ticket 'PROJ-*'
  2025-11-21_ledger_7b89de
  2025-11-20_invoices_a3f42c
  2025-10-01_old_c19f03
  $ ids --ticket PROJ-1
  no session fits
  $ ids --ticket PROJ-123 --status active
  2025-11-20_invoices_a3f42c
  $ ids --ticket PROJ-9 --ticket PROJ-1234
  2025-11-21_ledger_7b89de

A part of the project's name will do.

  $ ids --project invoice
  2025-11-20_invoices_a3f42c
  2025-10-01_old_c19f03

Everything else is a whole value, or a glob.

  $ ids --sprint 2025-Q4-Sprint-3
  2025-11-20_invoices_a3f42c
  $ ids --sprint 2025-Q4
  no session fits
  $ ids --epic bill*
  2025-11-20_invoices_a3f42c
  $ ids --release R1
  2025-11-20_invoices_a3f42c
  $ ids --branch 'feature/*'
  2025-11-20_invoices_a3f42c
  $ ids --user Grace
  2025-11-21_ledger_7b89de
  $ ids --user ada@example.com --status archived
  2025-10-01_old_c19f03
  $ ids --team product
  2025-11-21_ledger_7b89de
  $ ids --tag backend
  2025-11-21_ledger_7b89de
  2025-11-20_invoices_a3f42c
  $ ids --tag backend --tag q4
  2025-11-20_invoices_a3f42c

Outputs: the agent is also taken from the name of a file.

  $ git session search --agent cs-secops | cut -f1
  2025-11-20_invoices_a3f42c
  $ ids --type reviews --agent cs-secops
  no session fits
  $ ids --type reviews --promoted
  2025-11-20_invoices_a3f42c
  $ on_terminal git session search --agent 'cs-*'
  2025-11-20_invoices_a3f42c  ada  active  PROJ-123  Invoice Automation
    review_cs-architect.md  cs-architect  reviews   1 day ago  promoted
    scan_cs-secops.md       cs-secops     analysis  15 minutes ago

When it was made.

  $ ids --since 2025-11-21
  2025-11-21_ledger_7b89de
  $ ids --since 2025-11-21 --until 2025-11-21
  2025-11-21_ledger_7b89de
  $ ids --until '2 weeks ago'
  2025-10-01_old_c19f03
  $ ids --since 2025-11-20T08:00:01Z --until today
  2025-11-21_ledger_7b89de

What may go soon, with what may have gone already first; archived sessions are at rest.

  $ git session search --expiring-within 0 --format table
  ID                        USER   STATUS  TEAM     TICKET     SPRINT  PROJECT           OUTPUTS  EXPIRES
  2025-11-21_ledger_7b89de  grace  closed  product  proj-1234          Ledger Migration        0  expired yesterday
  $ ids --expiring-within 365
  2025-11-21_ledger_7b89de
  2025-11-20_invoices_a3f42c
  $ ids --expiring-within -1
  git session: --expiring-within takes a number of days, not '-1'
  hint: git session search --expiring-within 30
  [2]
  $ ids --expiring-within soon
  git session: --expiring-within takes a number of days, not 'soon'
  hint: git session search --expiring-within 30
  [2]

Any other key.

  $ ids --where context.epic=Billing
  2025-11-20_invoices_a3f42c
  $ ids --where epic=Billing
  2025-11-20_invoices_a3f42c
  $ ids --where 'links.jira=*PROJ-123'
  2025-11-20_invoices_a3f42c
  $ ids --where outputs.model=large
  2025-11-20_invoices_a3f42c
  $ ids --where usage.tokens.total=1200
  2025-11-20_invoices_a3f42c
  $ ids --where created_by.email='*@example.com'
  2025-11-20_invoices_a3f42c
  2025-10-01_old_c19f03
  $ ids --where sprint= --status closed
  2025-11-21_ledger_7b89de
  $ ids --where usage= --status closed
  2025-11-21_ledger_7b89de
  $ ids --where banana
  git session: --where takes key=value, not 'banana'
  hint: git session search --where context.epic='Billing*'
  [2]

Nothing asked for, nothing found.

  $ git session search
  git session: search needs to know what for
  hint: git session search --ticket PROJ-123; git session list --all shows everything
  [2]
  $ ids --ticket NONE-1
  no session fits
  $ ids --ticket NONE-1 --json
  {"schema":1,"sessions":[],"problems":[]}
  no session fits
