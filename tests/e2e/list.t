The list of sessions, one line each.

  $ . "$TESTDIR/setup.sh"
  $ make_repository

Nothing yet is no error; stderr says how to begin.

  $ git session list
  no sessions yet: git session create --project NAME --team TEAM

  $ write_session() {  # USER ID STATUS TICKET PROJECT EXPIRES [SPRINT]
  >   mkdir -p "output/sessions/$1/$2"
  >   cat >"output/sessions/$1/$2/.session-metadata.yaml" <<END
  > session_id: "$2"
  > created_at: "${2:0:10}T08:00:00Z"
  > created_by: {user: "$1", email: "$1@example.com", team: "engineering"}
  > context: {branch: "main", ticket: "$4", project: "$5", sprint: "${7-}"}
  > status: {current: "$3"}
  > outputs: []
  > retention: {policy: "project", expires_at: $6}
  > END
  > }
  $ write_session ada 2025-11-20_invoices_a3f42c active PROJ-9 "Invoice Automation" 2025-11-25 2025-Q4-Sprint-3
  $ write_session grace 2025-11-21_ledger_7b89de closed PROJ-10 "Ledger	Migration" 2025-11-10
  $ write_session ada-lovelace 2025-11-22_tax_c19f03 active "" "Tax Engine" null
  $ echo "# Review" >output/sessions/ada/2025-11-20_invoices_a3f42c/review_cs-architect.md
  $ mkdir -p output/sessions/grace/2025-11-19_no-metadata && touch output/sessions/grace/2025-11-19_no-metadata/.keep

On a pipe: tab-separated, in full, newest first, no header; a tab in a value is shown.

  $ git session list | tr '\t' '|'
  2025-11-22_tax_c19f03|ada-lovelace|active|engineering|||Tax Engine|0|
  2025-11-21_ledger_7b89de|grace|closed|engineering|PROJ-10||Ledger\x09Migration|0|2025-11-10
  2025-11-20_invoices_a3f42c|ada|active|engineering|PROJ-9|2025-Q4-Sprint-3|Invoice Automation|1|2025-11-25
  2025-11-19_no-metadata|grace|no metadata|||||0|

  $ git session list | grep "2025-Q4-Sprint-3" | awk '{print $1}'
  2025-11-20_invoices_a3f42c

A table with relative dates on a terminal, or when asked for.

  $ git session list --format table
  ID                          USER          STATUS       TEAM         TICKET   SPRINT            PROJECT              OUTPUTS  EXPIRES
  2025-11-22_tax_c19f03       ada-lovelace  active       engineering                             Tax Engine                 0  
  2025-11-21_ledger_7b89de    grace         closed       engineering  PROJ-10                    Ledger\x09Migration        0  expired 12 days ago
  2025-11-20_invoices_a3f42c  ada           active       engineering  PROJ-9   2025-Q4-Sprint-3  Invoice Automation         1  in 3 days
  2025-11-19_no-metadata      grace         no metadata                                                                     0  

  $ on_terminal git session list
  ID                          USER        STATUS       TICKET   PROJECT   OUTPUTS  EXPIRES
  2025-11-22_tax_c19f03       ada-lovelM-bM-^@M-&  active                Tax EngM-bM-^@M-&        0  
  2025-11-21_ledger_7b89de    grace       closed       PROJ-10  Ledger\M-bM-^@M-&        0  expired 12 days ago
  2025-11-20_invoices_a3f42c  ada         active       PROJ-9   InvoiceM-bM-^@M-&        1  in 3 days
  2025-11-19_no-metadata      grace       no metadata                           0  
  $ git session list --format csv --limit 1
  ID,USER,STATUS,TEAM,TICKET,SPRINT,PROJECT,OUTPUTS,EXPIRES\r (esc)
  2025-11-22_tax_c19f03,ada-lovelace,active,engineering,,,Tax Engine,0,\r (esc)
  3 more; --limit was 1
  $ git session list --format tsv --status closed | tr '\t' '|'
  ID|USER|STATUS|TEAM|TICKET|SPRINT|PROJECT|OUTPUTS|EXPIRES
  2025-11-21_ledger_7b89de|grace|closed|engineering|PROJ-10||Ledger\x09Migration|0|2025-11-10

Sorted as wanted; what has no value comes last.

  $ git session list --format ids --sort ticket
  2025-11-20_invoices_a3f42c
  2025-11-21_ledger_7b89de
  2025-11-22_tax_c19f03
  2025-11-19_no-metadata
  $ git session list --format ids --sort expires
  2025-11-21_ledger_7b89de
  2025-11-20_invoices_a3f42c
  2025-11-22_tax_c19f03
  2025-11-19_no-metadata
  $ git session list --format ids --sort created --reverse
  2025-11-19_no-metadata
  2025-11-20_invoices_a3f42c
  2025-11-21_ledger_7b89de
  2025-11-22_tax_c19f03
  $ git session list --format ids --sort outputs --limit 1 -q
  2025-11-20_invoices_a3f42c

Filters, and an answer that is empty.

  $ git session list --team engineering --status active --format ids
  2025-11-22_tax_c19f03
  2025-11-20_invoices_a3f42c
  $ git session list --user GRACE --format ids
  2025-11-21_ledger_7b89de
  2025-11-19_no-metadata
  $ git session list --user @me --format ids
  2025-11-22_tax_c19f03
  $ git session list --ticket NONE-1
  no session fits; --all looks at archived ones too
  $ git session list --ticket ""
  git session: --ticket has an empty value
  hint: to find what has none: --where ticket=
  [2]
  $ git session list --status actve
  git session: 'actve' is no value for --status
  hint: did you mean active? --status takes one of: active, closed, archived
  [2]
  $ git session list --limit 0
  git session: --limit takes a number from 1, not '0'
  [2]
  $ git session list --since banana
  git session: cannot read 'banana' as a time
  hint: write 2025-11-22, 2025-11-22T08:00:00Z, '3 days ago', '2 weeks ago', today or yesterday
  [2]
  $ git session list --since 2025-11-22 --until 2025-11-20
  git session: --since is later than --until
  hint: exchange the two
  [2]
  $ git session list --since yesterday --format ids
  2025-11-22_tax_c19f03
  2025-11-21_ledger_7b89de
  $ git session list --session ledger
  git session: no session matches 'ledger'
  hint: git session list --all shows every session
  [1]
  $ git session list --session 7b89 --format ids
  2025-11-21_ledger_7b89de

Archived ones only when asked for.

  $ mkdir -p output/archive/ada
  $ mv output/sessions/ada-lovelace/2025-11-22_tax_c19f03 output/archive/ada/
  $ mv output/sessions/grace/2025-11-19_no-metadata output/archive/
  $ git session list --format ids
  2025-11-21_ledger_7b89de
  2025-11-20_invoices_a3f42c
  $ git session list --all | cut -f1,3
  2025-11-22_tax_c19f03\tarchived (esc)
  2025-11-21_ledger_7b89de\tclosed (esc)
  2025-11-20_invoices_a3f42c\tactive (esc)
  2025-11-19_no-metadata\tno metadata (esc)
  $ git session list --status archived | cut -f1,2,3
  2025-11-22_tax_c19f03\tada\tarchived (esc)
  2025-11-19_no-metadata\t\tno metadata (esc)
  $ git session list --status archived --format table
  ID                      USER  STATUS       TEAM         TICKET  SPRINT  PROJECT     OUTPUTS  EXPIRES
  2025-11-22_tax_c19f03   ada   archived     engineering                  Tax Engine        0  
  2025-11-19_no-metadata        no metadata                                                 0  

JSON has every field, on one line for programs.

  $ git session list --json --limit 1 -q | python3 -m json.tool
  {
      "schema": 1,
      "sessions": [
          {
              "session_id": "2025-11-21_ledger_7b89de",
              "created_at": "2025-11-21T08:00:00Z",
              "created_by": {
                  "user": "grace",
                  "email": "grace@example.com",
                  "team": "engineering"
              },
              "context": {
                  "branch": "main",
                  "ticket": "PROJ-10",
                  "project": "Ledger\tMigration",
                  "sprint": null,
                  "epic": null,
                  "release": null,
                  "description": null
              },
              "status": {
                  "current": "closed",
                  "closed_at": null,
                  "archived_at": null
              },
              "outputs": [],
              "retention": {
                  "policy": "project",
                  "expires_at": "2025-11-10",
                  "reason": null,
                  "before_hold": null
              },
              "stakeholders": [],
              "links": {
                  "jira": null,
                  "confluence": null,
                  "onedrive": null,
                  "github_pr": null
              },
              "tags": [],
              "notes": null,
              "user": "grace",
              "path": "output/sessions/grace/2025-11-21_ledger_7b89de",
              "metadata_schema": 1,
              "shape": "version 1",
              "problems": [],
              "extra": {}
          }
      ],
      "problems": []
  }

What cannot be read is shown, said on stderr with file and line, and in the exit code.

  $ mkdir -p output/sessions/grace/2025-11-23_conflict_000001 output/sessions/grace/empty
  $ mkdir output/sessions/ada/2025-11-18_list_000002
  $ echo '- a list' >output/sessions/ada/2025-11-18_list_000002/.session-metadata.yaml
  $ printf 'session_id: x\n<<<<<<< HEAD\n' >output/sessions/grace/2025-11-23_conflict_000001/.session-metadata.yaml
  $ : >output/sessions/grace/empty/.session-metadata.yaml
  $ git session list | cut -f1-3
  git session: output/sessions/ada/2025-11-18_list_000002/.session-metadata.yaml:1: the file is not a mapping
  hint: git session schema --template shows what belongs in it
  git session: output/sessions/grace/2025-11-23_conflict_000001/.session-metadata.yaml:2: merge conflict markers
  hint: git session doctor 2025-11-23_conflict_000001 --fix, or an editor
  git session: output/sessions/grace/empty/.session-metadata.yaml:1: the file is empty
  hint: git session schema --template shows what belongs in it
  2025-11-23_conflict_000001\tgrace\tunreadable (esc)
  2025-11-21_ledger_7b89de\tgrace\tclosed (esc)
  2025-11-20_invoices_a3f42c\tada\tactive (esc)
  2025-11-18_list_000002\tada\tunreadable (esc)
  empty\tgrace\tunreadable (esc)
  $ git session list --format ids >/dev/null 2>&1
  [4]
  $ git session list --status active --format ids
  git session: output/sessions/ada/2025-11-18_list_000002/.session-metadata.yaml:1: the file is not a mapping
  hint: git session schema --template shows what belongs in it
  git session: output/sessions/grace/2025-11-23_conflict_000001/.session-metadata.yaml:2: merge conflict markers
  hint: git session doctor 2025-11-23_conflict_000001 --fix, or an editor
  git session: output/sessions/grace/empty/.session-metadata.yaml:1: the file is empty
  hint: git session schema --template shows what belongs in it
  2025-11-20_invoices_a3f42c
  [4]
  $ git session list --ticket PROJ-9 --json 2>/dev/null | python3 -c 'import json,sys; answer = json.load(sys.stdin); print(len(answer["sessions"])); [print(p) for p in answer["problems"]]'
  1
  {'code': 'unreadable-metadata', 'path': 'output/sessions/ada/2025-11-18_list_000002/.session-metadata.yaml', 'line': 1, 'message': 'the file is not a mapping', 'hint': 'git session schema --template shows what belongs in it'}
  {'code': 'unreadable-metadata', 'path': 'output/sessions/grace/2025-11-23_conflict_000001/.session-metadata.yaml', 'line': 2, 'message': 'merge conflict markers', 'hint': 'git session doctor 2025-11-23_conflict_000001 --fix, or an editor'}
  {'code': 'unreadable-metadata', 'path': 'output/sessions/grace/empty/.session-metadata.yaml', 'line': 1, 'message': 'the file is empty', 'hint': 'git session schema --template shows what belongs in it'}

A terminal never obeys what a file says.

  $ write_session mallory "$(printf '2025-11-24_\033]0;title\007_abcdef')" active "" "x" null
  $ git session list --format table 2>/dev/null | grep mallory | cat -v
  2025-11-24_\x1b]0;title\x07_abcdef  mallory  unreadable                                                                     0  

Where all sessions are archived, that is said.

  $ cd .. && make_repository archived && make_session && git session archive -q
  $ git session list
  no sessions but archived ones: git session list --all
